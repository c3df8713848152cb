package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads link rules out of a Turtle document, refusing whatever it does not understand. */
final class LinkRuleReader {
    private static final String RDF_TYPE = Vocabulary.RDF + "type";
    private static final String RDFS_LABEL = Vocabulary.RDFS + "label";
    private static final Set<String> RULE_PROPERTIES = Set.of("subjectClass", "key", "predicate", "required", "target");
    private static final Set<String> TARGET_PROPERTIES = Set.of("dataset", "file", "class", "key");

    private final Path document;
    private final InMemoryGraph graph;
    private final String dataset;

    LinkRuleReader(Path document, InMemoryGraph graph, String dataset) {
        this.document = document;
        this.graph = graph;
        this.dataset = dataset;
    }

    List<LinkRule> rules() {
        return graph.subjects(RDF_TYPE, new Term.Iri(LinkRule.NAMESPACE + "Rule"))
                .map(this::rule)
                .toList();
    }

    private LinkRule rule(Term rule) {
        requireOwn(rule);
        refuseUnknown(rule, RULE_PROPERTIES);
        List<LinkTarget> targets = graph.objects(rule, link("target")).stream()
                .map(target -> target(rule, target))
                .toList();
        if (targets.isEmpty()) {
            throw wrong(rule, "the rule has no link:target");
        }
        return new LinkRule(
                rule.text(),
                label(rule),
                iri(rule, "subjectClass"),
                iri(rule, "key"),
                iri(rule, "predicate"),
                required(rule),
                targets,
                document.getParent() == null
                        ? document.toString()
                        : document.getParent().getFileName() + "/" + document.getFileName(),
                graph.line(rule));
    }

    /** Two rules of one IRI would be told apart by nobody: neither by the manifest nor by whoever asks where a link comes from. */
    private void requireOwn(Term rule) {
        String datasets = dataset.substring(0, dataset.lastIndexOf('/') + 1);
        if (rule.text().startsWith(datasets) && !rule.text().startsWith(dataset + "#")) {
            throw wrong(
                    rule,
                    "<%s> is a rule of another dataset; the rules of this one are <%s#…>"
                            .formatted(rule.text(), dataset));
        }
    }

    private LinkTarget target(Term rule, Term target) {
        if (target instanceof Term.Literal) {
            throw wrong(rule, "link:target must be a node with link:dataset or link:file, not " + target.toNTriples());
        }
        refuseUnknown(target, TARGET_PROPERTIES);
        List<Term> datasets = graph.objects(target, link("dataset"));
        List<Term> files = graph.objects(target, link("file"));
        if (datasets.size() + files.size() != 1) {
            throw wrong(target, "a target must have one link:dataset or one link:file");
        }
        Set<String> classes = new HashSet<>();
        graph.objects(target, link("class")).forEach(c -> classes.add(c.text()));
        if (classes.isEmpty()) {
            throw wrong(target, "a target must have a link:class");
        }
        return datasets.isEmpty()
                ? new LinkTarget(LinkTarget.Kind.FILE, files.get(0).text(), classes, iri(target, "key"))
                : new LinkTarget(LinkTarget.Kind.DATASET, datasets.get(0).text(), classes, iri(target, "key"));
    }

    private String iri(Term subject, String property) {
        List<Term> values = graph.objects(subject, link(property));
        if (values.size() != 1 || !(values.get(0) instanceof Term.Iri iri)) {
            throw wrong(subject, "expected one IRI for link:%s, found %d values".formatted(property, values.size()));
        }
        return iri.value();
    }

    private boolean required(Term rule) {
        String value = graph.object(rule, link("required")).map(Term::text).orElse("false");
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(rule, "link:required must be true or false, not '" + value + "'");
        };
    }

    private Text label(Term rule) {
        String name = rule.text().substring(rule.text().lastIndexOf('#') + 1);
        return new Text(label(rule, "en", name), label(rule, "fr", name));
    }

    private String label(Term rule, String language, String otherwise) {
        return graph.objects(rule, RDFS_LABEL).stream()
                .filter(l -> l instanceof Term.Literal literal
                        && (literal.language().equals(language)
                                || literal.language().isEmpty()))
                .map(Term::text)
                .findFirst()
                .orElse(otherwise);
    }

    private void refuseUnknown(Term subject, Set<String> known) {
        for (Quad triple : graph.about(subject)) {
            String predicate = triple.predicate().value();
            if (predicate.startsWith(LinkRule.NAMESPACE)
                    && !known.contains(predicate.substring(LinkRule.NAMESPACE.length()))) {
                throw new LinkException(
                        document.toString(),
                        graph.line(triple),
                        "unknown property link:" + predicate.substring(LinkRule.NAMESPACE.length()));
            }
        }
    }

    private LinkException wrong(Term subject, String problem) {
        return new LinkException(document.toString(), graph.line(subject), problem);
    }

    private static String link(String property) {
        return LinkRule.NAMESPACE + property;
    }
}
