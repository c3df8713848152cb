package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.IriSyntax;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.InMemoryGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads YARRRML documents.
 *
 * <p>What a document says of the author and of nothing else is passed over; what needs a reader of databases, JSON, XML, RDF-star or the
 * web is refused by name.
 */
public final class Yarrrml {
    private static final Set<Key> KEYS =
            Set.of(Key.BASE, Key.PREFIXES, Key.AUTHORS, Key.EXTERNAL, Key.SOURCES, Key.TARGETS, Key.MAPPINGS);

    private static final Set<Key> MAPPING = Set.of(Key.SOURCES, Key.SUBJECTS, Key.PAIRS, Key.GRAPHS, Key.CONDITIONS);

    private final Translation translation;
    private final Problems problems;
    private final SourceReader sources;
    private final TermReader terms;
    private final CallReader calls;
    private final PairReader pairs;

    private Yarrrml(Translation translation, TargetReader targets) {
        this.translation = translation;
        this.problems = translation.problems();
        this.sources = new SourceReader(translation);
        this.calls = new CallReader(translation);
        this.terms = new TermReader(translation, calls, targets);
        this.pairs = new PairReader(translation, terms, calls);
    }

    /** {@return whether a YAML document is YARRRML, by its keys: it has mappings} */
    public static boolean isYarrrml(YamlNode document) {
        return document.isMap()
                && document.entries().stream()
                        .anyMatch(entry -> Key.MAPPINGS.names().contains(entry.key()));
    }

    /**
     * A document.
     *
     * @param name the name by which messages call it
     * @param root what it says
     */
    public record Document(String name, YamlNode root) {}

    /** What one document says of a mapping. */
    private record Part(Document document, long line, Section section) {}

    /**
     * Translates documents to RML: all are one, and may say parts of the same mapping.
     *
     * @param base the IRI behind which mappings are named, unless a document gives one
     * @throws MappingException if a document is not YARRRML, or has what is not read; lists all errors
     */
    public static InMemoryGraph graph(List<Document> documents, String base) {
        Problems problems = new Problems();
        Translation translation = new Translation(problems);
        Map<Document, Section> roots = new LinkedHashMap<>();
        String own = "";
        for (Document document : documents) {
            problems.in(document.name());
            Section root = Section.read(document.root(), "a YARRRML document", KEYS, problems);
            roots.put(document, root);
            own = own.isEmpty()
                    ? root.find(Key.BASE).flatMap(node -> base(node, problems)).orElse("")
                    : own;
        }
        RuleGraph rules = new RuleGraph(named(own.isEmpty() ? base : own));
        TargetReader targets = new TargetReader(translation, rules);
        Yarrrml reader = new Yarrrml(translation, targets);
        roots.forEach((document, root) -> reader.names(document, root));
        roots.forEach((document, root) -> reader.declarations(document, root, targets));
        List<MappingRule> mappings = reader.mappings(roots);
        problems.in(String.join(", ", documents.stream().map(Document::name).toList()));
        new RuleWriter(rules, problems, own, mappings).write();
        problems.verify();
        return rules.graph(translation.names().declared());
    }

    private static Optional<String> base(YamlNode node, Problems problems) {
        Optional<String> base = problems.text(node, "base");
        if (base.isPresent() && !IriSyntax.isIri(base.get())) {
            problems.add(node.line(), "the base <%s> is not a valid IRI", base.get());
            return Optional.empty();
        }
        return base;
    }

    private static String named(String base) {
        return base.endsWith("#") ? base : base + "#";
    }

    /** Reads what texts everywhere may use. */
    private void names(Document document, Section root) {
        problems.in(document.name());
        root.find(Key.PREFIXES).ifPresent(node -> {
            for (YamlNode.Entry entry : entries(node, "prefixes")) {
                problems.text(entry.value(), "the namespace of " + entry.key())
                        .ifPresent(namespace -> prefix(entry, namespace));
            }
        });
        root.find(Key.EXTERNAL).ifPresent(node -> {
            for (YamlNode.Entry entry : entries(node, "external")) {
                problems.text(entry.value(), "the external reference " + entry.key())
                        .ifPresent(text -> translation.declareExternal(entry.key(), text));
            }
        });
    }

    private void declarations(Document document, Section root, TargetReader targets) {
        problems.in(document.name());
        root.find(Key.SOURCES).ifPresent(sources::declare);
        root.find(Key.TARGETS).ifPresent(targets::declare);
    }

    private void prefix(YamlNode.Entry entry, String namespace) {
        if (!IriSyntax.isIri(namespace.strip())) {
            problems.add(entry.line(), "the namespace '%s' of the prefix %s is not an IRI", namespace, entry.key());
        } else if (!translation.names().declare(entry.key(), namespace.strip())) {
            problems.add(entry.line(), "the prefix %s is declared twice, with two namespaces", entry.key());
        }
    }

    private List<YamlNode.Entry> entries(YamlNode node, String what) {
        if (!node.isMap()) {
            problems.add(node.line(), "%s is %s, expected a name and a text for each", what, node.describe());
            return List.of();
        }
        return node.entries();
    }

    private List<MappingRule> mappings(Map<Document, Section> roots) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        roots.forEach((document, root) -> {
            problems.in(document.name());
            root.find(Key.MAPPINGS).ifPresent(node -> parts(document, node, parts));
        });
        List<MappingRule> rules = new ArrayList<>();
        parts.forEach((name, said) -> rules.add(mapping(name, said)));
        return rules;
    }

    private void parts(Document document, YamlNode mappings, Map<String, List<Part>> parts) {
        for (YamlNode.Entry entry : entries(mappings, "mappings")) {
            if (entry.value().isMap()) {
                Section section = Section.read(entry.value(), "a mapping", MAPPING, problems);
                parts.computeIfAbsent(entry.key(), key -> new ArrayList<>())
                        .add(new Part(document, entry.line(), section));
            } else {
                problems.add(
                        entry.line(),
                        "the mapping %s is %s, expected sources, subjects and predicateobjects",
                        entry.key(),
                        entry.value().describe());
            }
        }
    }

    private MappingRule mapping(String name, List<Part> parts) {
        long line = parts.get(0).line();
        if (parts.stream().allMatch(part -> part.section().find(Key.SOURCES).isEmpty())) {
            problems.in(parts.get(0).document().name());
            problems.add(line, "the mapping %s has no sources", name);
        }
        boolean hasSubject = parts.stream()
                .anyMatch(part -> part.section().find(Key.SUBJECTS).isPresent());
        return new MappingRule(
                name,
                all(parts, Key.SOURCES, sources::read),
                hasSubject
                        ? all(parts, Key.SUBJECTS, node -> terms.readAll(node, "a subject"))
                        : List.of(newBlankNode(line)),
                all(parts, Key.GRAPHS, node -> terms.readAll(node, "a graph")),
                all(parts, Key.CONDITIONS, node -> calls.values(calls.conditions(node))),
                all(parts, Key.PAIRS, pairs::readAll),
                line);
    }

    private <T> List<T> all(List<Part> parts, Key key, Function<YamlNode, List<T>> read) {
        List<T> all = new ArrayList<>();
        for (Part part : parts) {
            problems.in(part.document().name());
            part.section().find(key).ifPresent(node -> all.addAll(read.apply(node)));
        }
        return all;
    }

    private static TermRule newBlankNode(long line) {
        return new TermRule(List.of(), TermRule.Kind.BLANK_NODE, List.of(), List.of(), List.of(), line);
    }
}
