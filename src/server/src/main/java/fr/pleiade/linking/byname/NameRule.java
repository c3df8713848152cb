package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.RuleDocument;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the things of a class are linked to what is called as they are, where they are.
 *
 * <pre>{@code
 * <#register> a link:NameRule ; rdfs:label "register"@en , "répertoire"@fr ;
 *   link:subjectClass ex:School ;                        # what is to be linked
 *   link:name rdfs:label ; link:place ex:inTown ;        # what of it is compared; without them, all that the ontology says of names
 *   link:kinds [ link:of ex:Primary ; link:is "school" ] ; # such things only with those of this kind
 *   link:oneToOne true ; link:asOf "2023-04" ; link:exactFrom 90 ;
 *   link:target [ link:dataset "schools" ; link:class ex:School ] , [ link:register <dataset/schools#register> ] .
 * }</pre>
 *
 * @param iri the rule's IRI
 * @param label what the rule links to, as a noun
 * @param subjectClass the class whose things are to be linked
 * @param predicate the property that a link is written with; {@code ""} if it says that both are the same thing, which is graded
 * @param isRequired whether each thing of the class should have a link
 * @param isOneToOne whether no two things may be linked to one
 * @param asOf when the things were as they are said to be, such as {@code 2023-04}; {@code ""} for today
 * @param exactFrom the confidence, from 0 to 100, from which an identity is an exact match
 * @param read the properties that alone are compared, by what they are evidence of
 * @param kinds by a class or kind of the linked things, the kinds of which their targets must have one
 * @param targets where a link may lead; all are looked through at once
 * @param document the file that says so, as findings cite it
 * @param line the line of the document on which the rule begins
 */
public record NameRule(
        String iri,
        Text label,
        String subjectClass,
        String predicate,
        boolean isRequired,
        boolean isOneToOne,
        String asOf,
        double exactFrom,
        Map<NameRules.Evidence, Set<String>> read,
        Map<String, Set<String>> kinds,
        List<NameTarget> targets,
        String document,
        long line) {
    static final String SAME_AS = Vocabulary.OWL + "sameAs";
    static final String EXACT = Vocabulary.SKOS + "exactMatch";
    static final String CLOSE = Vocabulary.SKOS + "closeMatch";

    public NameRule {
        read = Map.copyOf(read);
        kinds = Map.copyOf(kinds);
        targets = List.copyOf(targets);
    }

    /**
     * {@return the rules by names in a graph, in the order in which they are written}
     *
     * @param document the file that they are read from
     * @param dataset the IRI of the dataset whose rules they are; below it are theirs
     * @throws fr.pleiade.linking.LinkException if a rule lacks a property, has one twice, has one that such rules do not have, or is another
     *     dataset's
     */
    public static List<NameRule> of(InMemoryGraph graph, Path document, String dataset) {
        return new NameRuleReader(new RuleDocument(document, graph, dataset)).rules();
    }

    /** {@return whether a link says that both are the same thing} */
    public boolean isIdentity() {
        return predicate.isEmpty();
    }

    /** {@return the properties with which its links may be written} */
    public List<String> properties() {
        return isIdentity() ? List.of(SAME_AS, EXACT, CLOSE) : List.of(predicate);
    }

    /** {@return the rule's name within its dataset} */
    String name() {
        return iri.substring(iri.lastIndexOf('#') + 1);
    }
}
