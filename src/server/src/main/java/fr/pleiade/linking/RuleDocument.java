package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A document with rules of a dataset: what rules of every kind have in common is read here, and refused in the same words.
 *
 * @param file the file that it is read from
 * @param graph what it says
 * @param dataset the IRI of the dataset whose rules they are; below it are theirs
 */
public record RuleDocument(Path file, InMemoryGraph graph, String dataset) {
    private static final String LINK = Vocabulary.LINK;

    /** {@return its name as findings cite it: {@code towns/links.ttl}} */
    public String name() {
        return file.getParent() == null ? file.toString() : file.getParent().getFileName() + "/" + file.getFileName();
    }

    /**
     * Refuses a rule of another dataset: two rules of one IRI would be told apart by nobody, neither by the manifest nor by whoever asks
     * where a link comes from.
     */
    public void requireOwn(Term rule) {
        String datasets = dataset.substring(0, dataset.lastIndexOf('/') + 1);
        if (rule.text().startsWith(datasets) && !rule.text().startsWith(dataset + "#")) {
            throw wrong(
                    rule,
                    "<%s> is a rule of another dataset; the rules of this one are <%s#…>"
                            .formatted(rule.text(), dataset));
        }
    }

    /** Refuses what is said of a node in the vocabulary of links, but for the properties that are known. */
    public void refuseUnknown(Term node, Set<String> known) {
        for (Quad triple : graph.about(node)) {
            String property = triple.predicate().value();
            if (property.startsWith(LINK) && !known.contains(property.substring(LINK.length()))) {
                throw new LinkException(
                        file.toString(),
                        graph.line(triple),
                        "unknown property link:" + property.substring(LINK.length()));
            }
        }
    }

    /** {@return what a node is called, by default as its IRI ends} */
    public Text label(Term node) {
        String name = node.text().substring(node.text().lastIndexOf('#') + 1);
        return new Text(label(node, "en", name), label(node, "fr", name));
    }

    private String label(Term node, String language, String otherwise) {
        return graph.objects(node, Vocabulary.RDFS + "label").stream()
                .filter(label -> label instanceof Term.Literal literal
                        && (literal.language().equals(language)
                                || literal.language().isEmpty()))
                .map(Term::text)
                .findFirst()
                .orElse(otherwise);
    }

    /** {@return the one value of a property; {@code ""} if there is none} */
    public String one(Term node, String property) {
        List<Term> values = graph.objects(node, LINK + property);
        if (values.size() > 1) {
            throw wrong(node, "expected one link:%s, found %d".formatted(property, values.size()));
        }
        return values.isEmpty() ? "" : values.get(0).text();
    }

    /** {@return whether a flag is set; one that is not there is not} */
    public boolean isTrue(Term node, String property) {
        if (graph.objects(node, LINK + property).isEmpty()) {
            return false;
        }
        String value = one(node, property);
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(node, "link:%s must be true or false, not '%s'".formatted(property, value));
        };
    }

    /** {@return what is wrong, at the line of the node} */
    public LinkException wrong(Term node, String problem) {
        return new LinkException(file.toString(), graph.line(node), problem);
    }
}
