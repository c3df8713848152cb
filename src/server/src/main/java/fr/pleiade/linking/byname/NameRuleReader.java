package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkException;
import fr.pleiade.linking.names.NameRules.Evidence;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
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
    private static final Set<String> EVIDENCE = Set.of("name", "place", "site", "code");
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

    private final Path document;
    private final InMemoryGraph graph;
    private final String dataset;

    NameRuleReader(Path document, InMemoryGraph graph, String dataset) {
        this.document = document;
        this.graph = graph;
        this.dataset = dataset;
    }

    List<NameRule> rules() {
        return graph.subjects(Vocabulary.TYPE.value(), new Term.Iri(LINK + "NameRule"))
                .map(this::rule)
                .toList();
    }

    private NameRule rule(Term rule) {
        String datasets = dataset.substring(0, dataset.lastIndexOf('/') + 1);
        if (rule.text().startsWith(datasets) && !rule.text().startsWith(dataset + "#")) {
            throw wrong(
                    rule,
                    "<%s> is a rule of another dataset; the rules of this one are <%s#…>"
                            .formatted(rule.text(), dataset));
        }
        refuseUnknown(rule, RULE);
        List<NameTarget> targets = graph.objects(rule, LINK + "target").stream()
                .map(target -> target(rule, target))
                .toList();
        if (targets.isEmpty()) {
            throw wrong(rule, "the rule has no link:target");
        }
        String predicate = one(rule, "predicate");
        return new NameRule(
                rule.text(),
                label(rule),
                iri(rule, "subjectClass"),
                IDENTITIES.contains(predicate) ? "" : predicate,
                flag(rule, "required"),
                flag(rule, "oneToOne"),
                date(rule),
                exactFrom(rule),
                read(rule),
                kinds(rule),
                targets,
                document.getParent() == null
                        ? document.toString()
                        : document.getParent().getFileName() + "/" + document.getFileName(),
                graph.line(rule));
    }

    private NameTarget target(Term rule, Term target) {
        if (target instanceof Term.Literal) {
            throw wrong(
                    rule, "link:target must be a node with link:dataset or link:register, not " + target.toNTriples());
        }
        refuseUnknown(target, TARGET);
        String slug = one(target, "dataset");
        String register = one(target, "register");
        if (slug.isEmpty() == register.isEmpty()) {
            throw wrong(target, "a target must have one link:dataset or one link:register");
        }
        Set<String> classes = texts(target, "class");
        if (!slug.isEmpty() && classes.isEmpty()) {
            throw wrong(target, "a target that is a dataset must have a link:class");
        }
        if (!register.isEmpty() && graph.about(target).size() > 1) {
            throw wrong(target, "what is compared of a register's records is said where the register is declared");
        }
        return slug.isEmpty()
                ? new NameTarget(NameTarget.Kind.REGISTER, register, Set.of(), Map.of())
                : new NameTarget(NameTarget.Kind.DATASET, slug, classes, read(target));
    }

    private Map<Evidence, Set<String>> read(Term subject) {
        Map<Evidence, Set<String>> read = new EnumMap<>(Evidence.class);
        for (String evidence : EVIDENCE) {
            Set<String> properties = graph.objects(subject, LINK + evidence).stream()
                    .map(property -> {
                        if (!(property instanceof Term.Iri)) {
                            throw wrong(subject, "link:%s must name a property".formatted(evidence));
                        }
                        return property.text();
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!properties.isEmpty()) {
                read.put(Evidence.valueOf(evidence.toUpperCase(Locale.ROOT)), properties);
            }
        }
        return read;
    }

    private Map<String, Set<String>> kinds(Term rule) {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (Term node : graph.objects(rule, LINK + "kinds")) {
            refuseUnknown(node, KINDS);
            Set<String> is = texts(node, "is");
            Set<String> of = texts(node, "of");
            if (is.isEmpty() || of.isEmpty()) {
                throw wrong(node, "link:kinds must say link:of, what is linked, and link:is, what it may be linked to");
            }
            of.forEach(kind -> kinds.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(is));
        }
        return kinds;
    }

    private double exactFrom(Term rule) {
        String text = one(rule, "exactFrom");
        try {
            double value = text.isEmpty() ? EXACT_FROM : Double.parseDouble(text);
            if (value >= 0 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(rule, "link:exactFrom must be a number from 0 to 100, not '" + text + "'");
        }
        throw wrong(rule, "link:exactFrom must be a number from 0 to 100, not '" + text + "'");
    }

    private String date(Term rule) {
        String date = one(rule, "asOf");
        if (!date.isEmpty() && !date.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
            throw wrong(rule, "link:asOf must be a year, a month or a day, such as 2023-04, not '" + date + "'");
        }
        return date;
    }

    private String iri(Term subject, String property) {
        if (one(subject, property).isEmpty()) {
            throw wrong(subject, "expected one IRI for link:%s, found none".formatted(property));
        }
        return one(subject, property);
    }

    private String one(Term subject, String property) {
        List<Term> values = graph.objects(subject, LINK + property);
        if (values.size() > 1) {
            throw wrong(subject, "expected one link:%s, found %d".formatted(property, values.size()));
        }
        return values.isEmpty() ? "" : values.get(0).text();
    }

    private boolean flag(Term rule, String property) {
        String value = one(rule, property);
        return switch (value) {
            case "true", "1" -> true;
            case "", "false", "0" -> false;
            default -> throw wrong(rule, "link:%s must be true or false, not '%s'".formatted(property, value));
        };
    }

    private Set<String> texts(Term subject, String property) {
        return graph.objects(subject, LINK + property).stream()
                .map(Term::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Text label(Term rule) {
        String name = rule.text().substring(rule.text().lastIndexOf('#') + 1);
        return new Text(label(rule, "en", name), label(rule, "fr", name));
    }

    private String label(Term rule, String language, String otherwise) {
        return graph.objects(rule, Vocabulary.RDFS + "label").stream()
                .filter(label -> label instanceof Term.Literal literal
                        && (literal.language().equals(language)
                                || literal.language().isEmpty()))
                .map(Term::text)
                .findFirst()
                .orElse(otherwise);
    }

    private void refuseUnknown(Term subject, Set<String> known) {
        for (Quad triple : graph.about(subject)) {
            String property = triple.predicate().value();
            if (property.startsWith(LINK) && !known.contains(property.substring(LINK.length()))) {
                throw new LinkException(
                        document.toString(),
                        graph.line(triple),
                        "unknown property link:" + property.substring(LINK.length()));
            }
        }
    }

    private LinkException wrong(Term subject, String problem) {
        return new LinkException(document.toString(), graph.line(subject), problem);
    }
}
