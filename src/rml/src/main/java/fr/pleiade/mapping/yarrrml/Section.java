package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a document that has keys: what it says under each, whatever it calls them. */
final class Section {
    private static final String DATABASE = "databases";
    private static final String THINGS = "the Web of Things";

    /** Keys of what the engine does not have. */
    private static final Map<String, String> NOT_READ = Map.ofEntries(
            Map.entry("table", DATABASE),
            Map.entry("query", DATABASE),
            Map.entry("queryFormulation", DATABASE),
            Map.entry("credentials", DATABASE),
            Map.entry("contentType", THINGS),
            Map.entry("operationType", THINGS),
            Map.entry("security", THINGS),
            Map.entry("quoted", "RDF-star"),
            Map.entry("quotedNonAsserted", "RDF-star"),
            Map.entry("ldes", "event streams (LDES)"),
            Map.entry("changeDetection", "changes between versions (IncRML)"));

    private final Map<Key, YamlNode> values = new EnumMap<>(Key.class);
    private final long line;

    private Section(long line) {
        this.line = line;
    }

    /**
     * Reads a part, noting each key that it cannot have.
     *
     * @param what what the part is, for messages: {@code a mapping}
     */
    static Section read(YamlNode map, String what, Set<Key> allowed, Problems problems) {
        Section section = new Section(map.line());
        for (YamlNode.Entry entry : map.entries()) {
            Optional<Key> key = allowed.stream()
                    .filter(k -> k.names().contains(entry.key()))
                    .findFirst();
            if (key.isEmpty()) {
                problems.add(entry.line(), refusal(entry.key(), what, allowed));
            } else if (section.values.putIfAbsent(key.get(), entry.value()) != null) {
                problems.add(
                        entry.line(),
                        "'%s' says once more what '%s' is; %s has it once, under any of its names (%s)",
                        entry.key(),
                        key.get().word(),
                        what,
                        String.join(", ", key.get().names()));
            }
        }
        return section;
    }

    private static String refusal(String key, String what, Set<Key> allowed) {
        if (NOT_READ.containsKey(key)) {
            return "'%s' belongs to %s: not read".formatted(key, NOT_READ.get(key));
        }
        List<String> known =
                allowed.stream().map(Key::names).flatMap(Collection::stream).toList();
        List<String> words = allowed.stream().map(Key::word).sorted().toList();
        return "'%s' is not a key of %s%s"
                .formatted(
                        key,
                        what,
                        (key.length() < 3 ? Optional.<String>empty() : Spelling.closest(key, known))
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("; it has " + String.join(", ", words)));
    }

    /** {@return the line where the part begins} */
    long line() {
        return line;
    }

    boolean has(Key key) {
        return values.containsKey(key);
    }

    /** {@return what is said under a key, unless it is nothing} */
    Optional<YamlNode> find(Key key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !node.isNothing());
    }
}
