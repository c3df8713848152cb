package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads data sources: described at the top of a document and called by name, or described where they are used.
 *
 * @see <a href="https://rml.io/yarrrml/spec/#data-sources">YARRRML, data sources</a>
 */
final class SourceReader {
    private static final Set<Key> KEYS =
            Set.of(Key.TYPE, Key.ACCESS, Key.FORMULATION, Key.ITERATOR, Key.DELIMITER, Key.ENCODING);

    private static final Map<String, String> FORMULATIONS =
            Map.of("csv", "CSV", "jsonpath", "JSON", "xpath", "XML", "xquery", "XML");

    private static final Map<String, String> OTHER_TYPES = Map.of(
            "remotefile", "nothing is fetched; download it, then give its path as access",
            "wot", "the Web of Things has no reader here",
            "sparql", "SPARQL endpoints have no reader here");

    private static final Set<String> DATABASES = Set.of(
            "oracle",
            "mysql",
            "hsql",
            "postgresql",
            "db2",
            "informix",
            "ingres",
            "sapase",
            "sapsqlanywhere",
            "firebird",
            "mssqlserver",
            "virtuoso");

    private final Translation translation;
    private final Problems problems;
    private final Map<String, List<SourceRule>> named = new HashMap<>();

    SourceReader(Translation translation) {
        this.translation = translation;
        this.problems = translation.problems();
    }

    /** Reads the sources at the top of a document. */
    void declare(YamlNode sources) {
        if (!sources.isMap()) {
            problems.add(
                    sources.line(), "sources is %s, expected a name and a description for each", sources.describe());
            return;
        }
        for (YamlNode.Entry entry : sources.entries()) {
            List<SourceRule> source = described(entry.value()).map(List::of).orElse(List.of());
            if (named.putIfAbsent(entry.key(), source) != null) {
                problems.add(entry.line(), "the source '%s' is described twice", entry.key());
            }
        }
    }

    /** {@return the sources of a mapping: one or several, each by its name or by its description} */
    List<SourceRule> read(YamlNode sources) {
        if (!sources.isList() || isShortDescription(sources.items())) {
            return one(sources);
        }
        List<SourceRule> rules = new ArrayList<>();
        sources.items().forEach(item -> rules.addAll(one(item)));
        return rules;
    }

    /** {@return whether items are the parts of one description, as in {@code ['a.json~jsonpath', '$']}} */
    private boolean isShortDescription(List<YamlNode> items) {
        return items.size() > 1
                && items.stream().allMatch(YamlNode::isText)
                && items.get(0).text().contains("~")
                && items.stream()
                        .skip(1)
                        .noneMatch(item -> item.text().contains("~") || named.containsKey(item.text()));
    }

    private List<SourceRule> one(YamlNode source) {
        if (!source.isText() || source.text().contains("~")) {
            return described(source).map(List::of).orElse(List.of());
        }
        List<SourceRule> found = named.get(source.text());
        if (found == null) {
            problems.add(
                    source.line(),
                    "there is no source '%s'%s",
                    source.text(),
                    Spelling.closest(source.text(), named.keySet())
                            .map(close -> "; did you mean " + close + "?")
                            .orElse("; describe it under sources, or write " + source.text() + "~csv"));
            return List.of();
        }
        return found;
    }

    private Optional<SourceRule> described(YamlNode source) {
        if (source.isMap()) {
            return inFull(Section.read(source, "a source", KEYS, problems));
        }
        List<YamlNode> parts = source.each();
        if (parts.isEmpty() || !parts.stream().allMatch(YamlNode::isText)) {
            problems.add(
                    source.line(),
                    "a source is %s, expected its name, ['file.csv~csv'], or access and referenceFormulation",
                    source.describe());
            return Optional.empty();
        }
        String text = parts.get(0).text();
        int mark = text.lastIndexOf('~');
        String formulation = mark < 0 ? "csv" : text.substring(mark + 1);
        if (!isCsv(formulation, source.line())) {
            return Optional.empty();
        }
        return path(mark < 0 ? text : text.substring(0, mark), source.line())
                .map(path -> new SourceRule(path, "", "", source.line()));
    }

    private Optional<SourceRule> inFull(Section source) {
        boolean isFile = source.find(Key.TYPE).map(this::isFile).orElse(true);
        boolean isCsv = source.find(Key.FORMULATION)
                .flatMap(node -> problems.text(node, "referenceFormulation"))
                .map(formulation -> isCsv(formulation, source.line()))
                .orElse(true);
        Optional<YamlNode> access = source.find(Key.ACCESS);
        if (access.isEmpty() && isFile) {
            problems.add(source.line(), "a source needs access, the path of its file");
        }
        if (!isFile || !isCsv || access.isEmpty()) {
            return Optional.empty();
        }
        String delimiter = text(source, Key.DELIMITER);
        String encoding = text(source, Key.ENCODING);
        return problems.text(access.get(), "access")
                .flatMap(path -> path(path, access.get().line()))
                .map(path -> new SourceRule(
                        path,
                        delimiter.equals(",") ? "" : delimiter,
                        encoding.toLowerCase(Locale.ROOT).matches("utf-?8") ? "" : encoding,
                        source.line()));
    }

    private String text(Section source, Key key) {
        return source.find(key).flatMap(node -> problems.text(node, key.word())).orElse("");
    }

    private Optional<String> path(String access, long line) {
        return translation.constant(access, "the path", line);
    }

    private boolean isFile(YamlNode type) {
        String word = problems.text(type, "type").orElse("localfile").toLowerCase(Locale.ROOT);
        if (word.equals("localfile")) {
            return true;
        }
        String reason = DATABASES.contains(word) ? "databases have no reader here" : OTHER_TYPES.get(word);
        problems.add(
                type.line(),
                reason == null
                        ? "'%s' is not a type of source; expected localfile".formatted(word)
                        : "a source of the type %s is not read: %s".formatted(word, reason));
        return false;
    }

    private boolean isCsv(String formulation, long line) {
        String reads = FORMULATIONS.get(formulation.toLowerCase(Locale.ROOT));
        if ("CSV".equals(reads)) {
            return true;
        }
        problems.add(
                line,
                reads != null
                        ? "the reference formulation %s reads %s: not read; expected csv".formatted(formulation, reads)
                        : "'%s' is not a reference formulation; expected csv".formatted(formulation));
        return false;
    }
}
