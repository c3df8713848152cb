package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import java.nio.file.Path;
import java.util.List;

/**
 * How the things of a class are linked to the things that bear the same key.
 *
 * <pre>{@code
 * <#town> a link:Rule ; rdfs:label "town"@en , "ville"@fr ;
 *   link:subjectClass org:FormalOrganization ; link:key ex:townCode ; link:predicate ex:town ; link:required true ;
 *   link:target [ link:dataset "towns" ; link:class ex:Town ; link:key ex:code ] .
 * }</pre>
 *
 * @param iri the rule's IRI
 * @param label what the rule links to, as a noun
 * @param subjectClass the class whose things are to be linked
 * @param key the property whose literals are compared, character by character, with those of the targets' key
 * @param predicate the property that a link is written with
 * @param required whether each thing of the class should have a link, so that each one that has none is a finding of its own
 * @param targets where a link may lead; all are looked up
 * @param history of which day its keys are, and what has become of them since
 * @param elsewhere which keys rightly lead to nothing that the targets have
 * @param document the file that says so, as findings cite it: {@code towns/links.ttl}
 * @param line the line of the document on which the rule begins
 */
public record LinkRule(
        String iri,
        Text label,
        String subjectClass,
        String key,
        String predicate,
        boolean required,
        List<LinkTarget> targets,
        History history,
        List<Elsewhere> elsewhere,
        String document,
        long line) {
    /** The namespace of the vocabulary in which rules are written. */
    public static final String NAMESPACE = Vocabulary.LINK;

    public LinkRule {
        targets = List.copyOf(targets);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * {@return the rules of a {@code links.ttl}, in the order in which they are written}
     *
     * @param base the IRI against which relative ones are resolved
     * @param dataset the IRI of the dataset whose rules they are; below it are theirs
     * @throws LinkException if a rule lacks a property, has one twice, has one that rules do not have, or is another dataset's
     * @throws fr.pleiade.syntax.SyntaxException if the file is not Turtle
     */
    public static List<LinkRule> read(Path file, String base, String dataset) {
        return of(RdfReader.readGraph(file, base), file, dataset);
    }

    /**
     * {@return the rules in a graph}
     *
     * @param document the file that they are read from
     * @throws LinkException as {@link #read}
     */
    public static List<LinkRule> of(InMemoryGraph graph, Path document, String dataset) {
        return new LinkRuleReader(new RuleDocument(document, graph, dataset)).rules();
    }
}
