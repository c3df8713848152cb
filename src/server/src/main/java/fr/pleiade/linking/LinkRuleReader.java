package fr.pleiade.linking;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads link rules out of a Turtle document, refusing whatever it does not understand. */
final class LinkRuleReader {
    private static final String RDF_TYPE = Vocabulary.RDF + "type";
    private static final Set<String> RULE_PROPERTIES = Set.of(
            "subjectClass",
            "key",
            "predicate",
            "required",
            "target",
            "asOf",
            "through",
            "changed",
            "formerly",
            "elsewhere");
    private static final Set<String> TARGET_PROPERTIES = Set.of("dataset", "file", "class", "key", "asOf");

    private final RuleDocument document;
    private final InMemoryGraph graph;

    LinkRuleReader(RuleDocument document) {
        this.document = document;
        this.graph = document.graph();
    }

    List<LinkRule> rules() {
        return graph.subjects(RDF_TYPE, new Term.Iri(LinkRule.NAMESPACE + "Rule"))
                .map(this::rule)
                .toList();
    }

    private LinkRule rule(Term rule) {
        document.requireOwn(rule);
        document.refuseUnknown(rule, RULE_PROPERTIES);
        List<LinkTarget> targets = graph.objects(rule, link("target")).stream()
                .map(target -> target(rule, target))
                .toList();
        if (targets.isEmpty()) {
            throw document.wrong(rule, "the rule has no link:target");
        }
        return new LinkRule(
                rule.text(),
                document.label(rule),
                iri(rule, "subjectClass"),
                iri(rule, "key"),
                iri(rule, "predicate"),
                document.isTrue(rule, "required"),
                targets,
                history(rule),
                graph.objects(rule, link("elsewhere")).stream()
                        .map(keys -> elsewhere(rule, keys))
                        .toList(),
                document.name(),
                graph.line(rule));
    }

    private Elsewhere elsewhere(Term rule, Term keys) {
        document.refuseUnknown(keys, Set.of("pattern"));
        List<Term> patterns = graph.objects(keys, link("pattern"));
        if (patterns.size() != 1) {
            throw document.wrong(rule, "link:elsewhere must have one link:pattern, and rdfs:label");
        }
        try {
            return new Elsewhere(Pattern.compile(patterns.get(0).text()), document.label(keys));
        } catch (PatternSyntaxException e) {
            throw document.wrong(
                    rule, "link:pattern '%s': %s".formatted(patterns.get(0).text(), e.getDescription()));
        }
    }

    private History history(Term rule) {
        String keysOf = day(rule, graph.objects(rule, link("asOf")));
        if (keysOf.isEmpty()) {
            keysOf = day(rule, graph.objects(new Term.Iri(document.dataset()), link("asOf")));
        }
        List<String> targetsOf = graph.objects(rule, link("target")).stream()
                .map(target -> day(target, graph.objects(target, link("asOf"))))
                .distinct()
                .toList();
        if (targetsOf.size() > 1) {
            throw document.wrong(rule, "all targets of a rule must be of the same day (link:asOf)");
        }
        String targets = targetsOf.stream().findFirst().orElse("");
        String through = graph.object(rule, link("through")).map(Term::text).orElse("");
        if (through.isEmpty()) {
            if (!targets.isEmpty() || !graph.objects(rule, link("asOf")).isEmpty()) {
                throw document.wrong(
                        rule, "link:asOf needs link:through: the link:Succession that says what has changed since");
            }
            return History.NONE;
        }
        if (targets.isEmpty() && keysOf.isEmpty()) {
            throw document.wrong(
                    rule, "link:through needs link:asOf: the day of the keys of the rule, or of those of its targets");
        }
        String formerly = graph.object(rule, link("formerly")).map(Term::text).orElse("");
        return targets.isEmpty()
                ? new History(through, keysOf, "", History.Change.ANY, formerly)
                : new History(through, "", targets, change(rule), formerly);
    }

    private History.Change change(Term rule) {
        return graph.objects(rule, link("changed")).isEmpty()
                ? History.Change.ANY
                : document.isTrue(rule, "changed") ? History.Change.SOME : History.Change.NONE;
    }

    /** {@return the first day of a day, a month or a year; {@code ""} if none is said} */
    private String day(Term subject, List<Term> values) {
        if (values.isEmpty()) {
            return "";
        }
        String value = values.get(0).text();
        String day = value.matches("[0-9]{4}")
                ? value + "-01-01"
                : value.matches("[0-9]{4}-[0-9]{2}") ? value + "-01" : value;
        try {
            return LocalDate.parse(day).toString();
        } catch (DateTimeParseException e) {
            throw document.wrong(subject, "link:asOf must be a day, a month or a year, not '%s'".formatted(value));
        }
    }

    private LinkTarget target(Term rule, Term target) {
        if (target instanceof Term.Literal) {
            throw document.wrong(
                    rule, "link:target must be a node with link:dataset or link:file, not " + target.toNTriples());
        }
        document.refuseUnknown(target, TARGET_PROPERTIES);
        List<Term> datasets = graph.objects(target, link("dataset"));
        List<Term> files = graph.objects(target, link("file"));
        if (datasets.size() + files.size() != 1) {
            throw document.wrong(target, "a target must have one link:dataset or one link:file");
        }
        Set<String> classes = new HashSet<>();
        graph.objects(target, link("class")).forEach(c -> classes.add(c.text()));
        if (classes.isEmpty()) {
            throw document.wrong(target, "a target must have a link:class");
        }
        return datasets.isEmpty()
                ? new LinkTarget(LinkTarget.Kind.FILE, files.get(0).text(), classes, iri(target, "key"))
                : new LinkTarget(LinkTarget.Kind.DATASET, datasets.get(0).text(), classes, iri(target, "key"));
    }

    private String iri(Term subject, String property) {
        List<Term> values = graph.objects(subject, link(property));
        if (values.size() != 1 || !(values.get(0) instanceof Term.Iri iri)) {
            throw document.wrong(
                    subject, "expected one IRI for link:%s, found %d values".formatted(property, values.size()));
        }
        return iri.value();
    }

    private static String link(String property) {
        return LinkRule.NAMESPACE + property;
    }
}
