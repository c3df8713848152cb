package fr.pleiade.mapping.yaml;

import java.util.List;

/**
 * A part of a YAML document: entries, items, a text, or nothing.
 *
 * @param kind which of them it is
 * @param text the text as it is written, whatever YAML would make of it ({@code 1.50}, {@code yes}); else {@code ""}
 * @param items the items of a list, in their order
 * @param entries the entries of a map, in their order, each key once
 * @param line where it begins, from 1
 */
public record YamlNode(Kind kind, String text, List<YamlNode> items, List<Entry> entries, long line) {
    /** What a part of a document is. */
    public enum Kind {
        MAP,
        LIST,
        TEXT,
        NOTHING
    }

    /**
     * A key and its value.
     *
     * @param line where the key stands, from 1
     */
    public record Entry(String key, YamlNode value, long line) {}

    public YamlNode {
        items = List.copyOf(items);
        entries = List.copyOf(entries);
    }

    static YamlNode text(String text, long line) {
        return new YamlNode(Kind.TEXT, text, List.of(), List.of(), line);
    }

    /** {@return a part in which nothing is written} */
    public static YamlNode nothing(long line) {
        return new YamlNode(Kind.NOTHING, "", List.of(), List.of(), line);
    }

    static YamlNode list(List<YamlNode> items, long line) {
        return new YamlNode(Kind.LIST, "", items, List.of(), line);
    }

    static YamlNode map(List<Entry> entries, long line) {
        return new YamlNode(Kind.MAP, "", List.of(), entries, line);
    }

    public boolean isMap() {
        return kind == Kind.MAP;
    }

    public boolean isList() {
        return kind == Kind.LIST;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** {@return whether nothing is written, or {@code null} or {@code ~}} */
    public boolean isNothing() {
        return kind == Kind.NOTHING;
    }

    /** {@return the items of a list; of anything else, itself alone} */
    public List<YamlNode> each() {
        return isList() ? items : List.of(this);
    }

    /** {@return what it is, as messages call it} */
    public String describe() {
        return switch (kind) {
            case MAP -> "a part with keys";
            case LIST -> "a list";
            case TEXT -> "'" + text + "'";
            case NOTHING -> "empty";
        };
    }
}
