package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a sheet that has keys: what it says under each, and what it has from the part around it. */
final class Part {
    private static final Set<String> YES = Set.of("yes", "oui", "on", "true", "vrai", "1");
    private static final Set<String> NO = Set.of("no", "non", "off", "false", "faux", "0");

    private final Words words;
    private final Problems problems;
    private final long line;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, YamlNode> inherited = new LinkedHashMap<>();

    private Part(Words words, Problems problems, long line) {
        this.words = words;
        this.problems = problems;
        this.line = line;
    }

    /** {@return a part without keys} */
    static Part empty(Words words, Problems problems, long line) {
        return new Part(words, problems, line);
    }

    /** Reads a part, noting each key that it cannot have, and each that it has under two names. */
    static Part read(YamlNode map, Words words, Problems problems) {
        Part part = new Part(words, problems, map.line());
        if (!map.isMap()) {
            problems.add(map.line(), "%s is %s, expected keys", words.what(), map.describe());
        }
        for (YamlNode.Entry entry : map.entries()) {
            String key = words.key(entry.key());
            if (entry.key().startsWith("@")) {
                continue; // CSVW's @context, @id and @type say nothing about values
            }
            if (!words.keys().contains(key)) {
                problems.add(entry.line(), refusal(entry.key(), words));
            } else if (part.values.putIfAbsent(key, entry.value()) != null) {
                problems.add(entry.line(), "'%s' says once more what '%s' is", entry.key(), key);
            }
        }
        return part;
    }

    private static String refusal(String key, Words words) {
        List<String> known = new ArrayList<>(words.keys());
        known.addAll(words.others().keySet().stream().sorted().toList());
        int colon = key.indexOf(':');
        if (colon > 0 && known.contains(key.substring(0, colon))) {
            return "'%s' is not a key of %s; put a blank behind the colon: %s: %s"
                    .formatted(key, words.what(), key.substring(0, colon), key.substring(colon + 1));
        }
        return "'%s' is not a key of %s%s"
                .formatted(
                        key,
                        words.what(),
                        Meant.by(key, known)
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("; it has "
                                        + String.join(
                                                ", ", known.stream().sorted().toList())));
    }

    /** {@return the same part, which has from another one what columns have from their table} */
    Part inheriting(Part outer) {
        for (String key : Words.INHERITED) {
            outer.find(key).ifPresent(value -> inherited.put(key, value));
        }
        if (values.containsKey(Words.NULL) || values.containsKey(Words.MISSING)) {
            inherited.remove(Words.NULL);
            inherited.remove(Words.MISSING);
        }
        return this;
    }

    /** Says something under a key, as if the part had it. */
    void say(String key, YamlNode value) {
        values.put(key, value);
    }

    long line() {
        return line;
    }

    /** {@return where a key's value stands, or the part where it does not have the key} */
    long line(String key) {
        return find(key).map(YamlNode::line).orElse(line);
    }

    /** {@return whether the part itself says something under a key} */
    boolean has(String key) {
        return values.containsKey(key) && !values.get(key).isNothing();
    }

    /** {@return whether the part has a key under which nothing stands} */
    boolean isEmpty(String key) {
        return values.containsKey(key) && values.get(key).isNothing();
    }

    /** {@return where what is under a key stands, be it nothing} */
    long keyLine(String key) {
        YamlNode value = values.get(key);
        return value == null ? line : value.line();
    }

    /** {@return what is said under a key, here or around, unless it is nothing} */
    Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key))
                .or(() -> Optional.ofNullable(inherited.get(key)))
                .filter(node -> !node.isNothing());
    }

    /** {@return the text under a key; anything else is noted} */
    Optional<String> text(String key) {
        return find(key).flatMap(node -> problems.text(node, key));
    }

    /** {@return the texts under a key, which may be one or a list of them} */
    List<String> texts(String key) {
        return nodes(key).stream()
                .flatMap(node -> problems.text(node, "an item of " + key).stream())
                .toList();
    }

    /** {@return the items under a key, which may be one or a list of them} */
    List<YamlNode> nodes(String key) {
        return find(key).map(YamlNode::each).orElse(List.of());
    }

    /** {@return whether a key says true} */
    boolean flag(String key) {
        return text(key)
                .map(text -> {
                    boolean isTrue = text.equals("true");
                    if (!isTrue && !text.equals("false")) {
                        problems.add(
                                line(key),
                                "%s is '%s', expected true or false%s",
                                key,
                                text,
                                YES.contains(text.toLowerCase(Locale.ROOT))
                                        ? "; write true"
                                        : NO.contains(text.toLowerCase(Locale.ROOT)) ? "; write false" : "");
                    }
                    return isTrue;
                })
                .orElse(false);
    }

    /** {@return what the part is called in languages: its keys {@code fr} and {@code en}} */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : List.of(Words.FRENCH, Words.ENGLISH)) {
            text(language).ifPresent(text -> names.put(language, text));
        }
        return names;
    }
}
