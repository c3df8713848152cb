package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads targets: files that some terms' triples are written to as well.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#targets">YARRRML, targets</a>
 */
final class TargetReader {
    private static final Set<Key> KEYS = Set.of(Key.TYPE, Key.ACCESS, Key.SERIALIZATION, Key.COMPRESSION);
    private static final Set<String> FILES = Set.of("localfile", "void", "dcat");

    /** YARRRML's names of syntaxes whose name in the W3C's list differs by more than capitals. */
    private static final Map<String, String> SYNTAXES = Map.of(
            "jsonld", "JSON-LD",
            "n3", "N3",
            "nquads", "N-Quads",
            "ntriples", "N-Triples",
            "rdfjson", "RDF_JSON",
            "rdfxml", "RDF_XML",
            "trig", "TriG",
            "turtle", "Turtle");

    private static final Map<String, String> PACKINGS =
            Map.of("targzip", "targz", "targz", "targz", "tarxz", "tarxz", "gzip", "gzip", "zip", "zip");

    private final Translation translation;
    private final Problems problems;
    private final RuleGraph rules;
    private final Map<String, Term> named = new HashMap<>();

    TargetReader(Translation translation, RuleGraph rules) {
        this.translation = translation;
        this.problems = translation.problems();
        this.rules = rules;
    }

    /** Reads the targets at the top of a document. */
    void declare(YamlNode targets) {
        if (!targets.isMap()) {
            problems.add(
                    targets.line(), "targets is %s, expected a name and a description for each", targets.describe());
            return;
        }
        for (YamlNode.Entry entry : targets.entries()) {
            Term target = rules.named("target", entry.key());
            if (named.putIfAbsent(entry.key(), target) == null) {
                describe(target, entry.value());
            } else {
                problems.add(entry.line(), "the target '%s' is described twice", entry.key());
            }
        }
    }

    /** {@return the resources of a term's targets: one or several, each by its name or by its description} */
    List<Term> read(YamlNode targets) {
        if (!targets.isList() || isShortDescription(targets.items())) {
            return one(targets);
        }
        List<Term> all = new ArrayList<>();
        targets.items().forEach(item -> all.addAll(one(item)));
        return all;
    }

    private boolean isShortDescription(List<YamlNode> items) {
        return !items.isEmpty()
                && items.stream().allMatch(YamlNode::isText)
                && !named.containsKey(items.get(0).text());
    }

    private List<Term> one(YamlNode target) {
        if (!target.isText() || target.text().contains("~")) {
            Term described = rules.node();
            describe(described, target);
            return List.of(described);
        }
        Term found = named.get(target.text());
        if (found == null) {
            problems.add(
                    target.line(),
                    "there is no target '%s'%s",
                    target.text(),
                    Spelling.closest(target.text(), named.keySet())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse("; describe it under targets"));
            return List.of();
        }
        return List.of(found);
    }

    private void describe(Term target, YamlNode description) {
        if (description.isMap()) {
            Section section = Section.read(description, "a target", KEYS, problems);
            Optional<String> access = text(section, Key.ACCESS);
            if (access.isEmpty()) {
                problems.add(section.line(), "a target needs access, the path of its file");
            }
            describe(
                    target,
                    access.orElse(""),
                    text(section, Key.TYPE).orElse("localfile"),
                    text(section, Key.SERIALIZATION).orElse(""),
                    text(section, Key.COMPRESSION).orElse(""),
                    section.line());
            return;
        }
        List<YamlNode> parts = description.each();
        if (parts.isEmpty() || parts.size() > 3 || !parts.stream().allMatch(YamlNode::isText)) {
            problems.add(
                    description.line(),
                    "a target is %s, expected ['file.nq~void', serialization, compression], or access and type",
                    description.describe());
            return;
        }
        String[] access = parts.get(0).text().split("~", 2);
        describe(
                target,
                access[0],
                access.length > 1 ? access[1] : "localfile",
                parts.size() > 1 ? parts.get(1).text() : "",
                parts.size() > 2 ? parts.get(2).text() : "",
                description.line());
    }

    private Optional<String> text(Section section, Key key) {
        return section.find(key).flatMap(node -> problems.text(node, key.word()));
    }

    private void describe(
            Term target, String access, String type, String serialization, String compression, long line) {
        String word = type.toLowerCase(Locale.ROOT);
        if (!FILES.contains(word)) {
            problems.add(line, "a target of the type %s is not written; expected localfile, void or dcat", type);
            return;
        }
        translation.constant(access, "the path of a target", line).ifPresent(path -> {
            Term file = rules.part(target, Rml.TARGET, line);
            if (word.equals("void")) {
                rules.add(file, Rml.TYPE, new Term.Iri(Vocabulary.VOID + "Dataset"), line);
            }
            rules.add(file, word.equals("void") ? Vocabulary.VOID + "dataDump" : Rml.PATH, path, line);
        });
        if (!serialization.isEmpty()) {
            String name = SYNTAXES.getOrDefault(serialization.toLowerCase(Locale.ROOT), serialization);
            rules.add(target, Rml.SERIALIZATION, new Term.Iri(Vocabulary.FORMATS + name), line);
        }
        if (!compression.isEmpty()) {
            String name = PACKINGS.getOrDefault(compression.toLowerCase(Locale.ROOT), compression);
            rules.add(target, Rml.COMPRESSION, new Term.Iri(Rml.NAMESPACE + name), line);
        }
    }
}
