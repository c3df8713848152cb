package fr.pleiade.linking.byname;

import fr.pleiade.linking.RuleDocument;
import fr.pleiade.linking.names.NameRules.Evidence;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads rules by names out of a document, refusing whatever it does not understand. */
final class NameRuleReader {
    private static final String LINK = Vocabulary.LINK;
    private static final Set<String> RULE = Set.of(
            "subjectClass",
            "predicate",
            "required",
            "oneToOne",
            "asOf",
            "exactFrom",
            "kinds",
            "target",
            "name",
            "place",
            "site",
            "code");
    private static final Set<String> TARGET = Set.of("dataset", "register", "class", "name", "place", "site", "code");
    private static final Set<String> KINDS = Set.of("of", "is");
    private static final Set<String> IDENTITIES = Set.of(NameRule.SAME_AS, NameRule.EXACT, NameRule.CLOSE);
    private static final double EXACT_FROM = 90;
    private static final double MOST = 100;

    private final RuleDocument document;
    private final InMemoryGraph graph;

    NameRuleReader(RuleDocument document) {
        this.document = document;
        this.graph = document.graph();
    }

    List<NameRule> rules() {
        return graph.subjects(Vocabulary.TYPE.value(), new Term.Iri(LINK + "NameRule"))
                .map(this::rule)
                .toList();
    }

    private NameRule rule(Term rule) {
        document.requireOwn(rule);
        document.refuseUnknown(rule, RULE);
        List<NameTarget> targets = graph.objects(rule, LINK + "target").stream()
                .map(target -> target(rule, target))
                .toList();
        if (targets.isEmpty()) {
            throw document.wrong(rule, "the rule has no link:target");
        }
        String predicate = document.one(rule, "predicate");
        return new NameRule(
                rule.text(),
                document.label(rule),
                iri(rule, "subjectClass"),
                IDENTITIES.contains(predicate) ? "" : predicate,
                document.isTrue(rule, "required"),
                document.isTrue(rule, "oneToOne"),
                date(rule),
                exactFrom(rule),
                read(rule),
                kinds(rule),
                targets,
                document.name(),
                graph.line(rule));
    }

    private NameTarget target(Term rule, Term target) {
        if (target instanceof Term.Literal) {
            throw document.wrong(
                    rule, "link:target must be a node with link:dataset or link:register, not " + target.toNTriples());
        }
        document.refuseUnknown(target, TARGET);
        String slug = document.one(target, "dataset");
        String register = document.one(target, "register");
        if (slug.isEmpty() == register.isEmpty()) {
            throw document.wrong(target, "a target must have one link:dataset or one link:register");
        }
        Set<String> classes = texts(target, "class");
        if (!slug.isEmpty() && classes.isEmpty()) {
            throw document.wrong(target, "a target that is a dataset must have a link:class");
        }
        if (!register.isEmpty() && graph.about(target).size() > 1) {
            throw document.wrong(
                    target, "what is compared of a register's records is said where the register is declared");
        }
        return slug.isEmpty()
                ? new NameTarget(NameTarget.Kind.REGISTER, register, Set.of(), Map.of())
                : new NameTarget(NameTarget.Kind.DATASET, slug, classes, read(target));
    }

    private Map<Evidence, Set<String>> read(Term subject) {
        Map<Evidence, Set<String>> read = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            String name = evidence.name().toLowerCase(Locale.ROOT);
            Set<String> properties = graph.objects(subject, LINK + name).stream()
                    .map(property -> {
                        if (!(property instanceof Term.Iri)) {
                            throw document.wrong(subject, "link:%s must name a property".formatted(name));
                        }
                        return property.text();
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!properties.isEmpty()) {
                read.put(evidence, properties);
            }
        }
        return read;
    }

    private Map<String, Set<String>> kinds(Term rule) {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (Term node : graph.objects(rule, LINK + "kinds")) {
            document.refuseUnknown(node, KINDS);
            Set<String> is = texts(node, "is");
            Set<String> of = texts(node, "of");
            if (is.isEmpty() || of.isEmpty()) {
                throw document.wrong(
                        node, "link:kinds must say link:of, what is linked, and link:is, what it may be linked to");
            }
            of.forEach(kind -> kinds.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(is));
        }
        return kinds;
    }

    private double exactFrom(Term rule) {
        String text = document.one(rule, "exactFrom");
        try {
            double value = text.isEmpty() ? EXACT_FROM : Double.parseDouble(text);
            if (value >= 0 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw document.wrong(rule, "link:exactFrom must be a number from 0 to 100, not '" + text + "'");
        }
        throw document.wrong(rule, "link:exactFrom must be a number from 0 to 100, not '" + text + "'");
    }

    private String date(Term rule) {
        String date = document.one(rule, "asOf");
        if (!date.isEmpty() && !date.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
            throw document.wrong(
                    rule, "link:asOf must be a year, a month or a day, such as 2023-04, not '" + date + "'");
        }
        return date;
    }

    private String iri(Term subject, String property) {
        if (document.one(subject, property).isEmpty()) {
            throw document.wrong(subject, "expected one IRI for link:%s, found none".formatted(property));
        }
        return document.one(subject, property);
    }

    private Set<String> texts(Term subject, String property) {
        return graph.objects(subject, LINK + property).stream()
                .map(Term::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
