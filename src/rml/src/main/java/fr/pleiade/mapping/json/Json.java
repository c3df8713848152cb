package fr.pleiade.mapping.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value in a cell: {@code null}-free, with numbers and literals as they are written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public record Json(Kind kind, String text, List<Json> items, Map<String, Json> members) {
    private static final int DEEPEST = 200;

    public enum Kind {
        NULL,
        SCALAR,
        ARRAY,
        OBJECT
    }

    /**
     * {@return the value of a text}
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static Json parse(String text) {
        Parser parser = new Parser(text);
        Json value = parser.value(0);
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.malformed();
        }
        return value;
    }

    /** {@return the values at a path of members ({@code .name}, {@code ['name']}), positions and {@code [*]} from {@code $}} */
    public List<Json> at(JsonPath path) {
        List<Json> found = List.of(this);
        for (JsonPath.Step step : path.steps()) {
            List<Json> next = new ArrayList<>();
            found.forEach(value -> step.follow(value, next));
            found = next;
        }
        return found;
    }

    private static Json scalar(String text) {
        return new Json(Kind.SCALAR, text, List.of(), Map.of());
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Json value(int depth) {
            skipSpace();
            if (at == text.length() || depth > DEEPEST) {
                throw malformed();
            }
            char first = text.charAt(at);
            return switch (first) {
                case '{' -> object(depth);
                case '[' -> array(depth);
                case '"' -> scalar(string());
                default -> word();
            };
        }

        private Json object(int depth) {
            Map<String, Json> members = new LinkedHashMap<>();
            int start = at++;
            for (boolean first = true; !ends('}', first); first = false) {
                skipSpace();
                String name = string();
                expect(':');
                members.put(name, value(depth + 1));
            }
            return new Json(Kind.OBJECT, text.substring(start, at), List.of(), members);
        }

        private Json array(int depth) {
            List<Json> items = new ArrayList<>();
            int start = at++;
            for (boolean first = true; !ends(']', first); first = false) {
                items.add(value(depth + 1));
            }
            return new Json(Kind.ARRAY, text.substring(start, at), items, Map.of());
        }

        /** Steps over the closing character, or over the comma before anything but the first item. */
        private boolean ends(char closing, boolean first) {
            skipSpace();
            if (at < text.length() && text.charAt(at) == closing) {
                at++;
                return true;
            }
            if (!first) {
                expect(',');
            }
            return false;
        }

        private void expect(char expected) {
            skipSpace();
            if (at == text.length() || text.charAt(at++) != expected) {
                throw malformed();
            }
        }

        private String string() {
            if (at == text.length() || text.charAt(at++) != '"') {
                throw malformed();
            }
            StringBuilder out = new StringBuilder();
            for (; at < text.length() && text.charAt(at) != '"'; at++) {
                out.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            }
            if (at++ >= text.length()) {
                throw malformed();
            }
            return out.toString();
        }

        private char escaped() {
            if (++at >= text.length()) {
                throw malformed();
            }
            char escape = text.charAt(at);
            return switch (escape) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    if (at + 4 >= text.length()) {
                        throw malformed();
                    }
                    at += 4;
                    yield (char) Integer.parseInt(text, at - 3, at + 1, 16);
                }
                default -> escape;
            };
        }

        private Json word() {
            int start = at;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.equals("null")) {
                return new Json(Kind.NULL, "", List.of(), Map.of());
            }
            if (!word.matches("true|false|-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw malformed();
            }
            return scalar(word);
        }

        void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        IllegalArgumentException malformed() {
            return new IllegalArgumentException("not JSON at character " + (at + 1));
        }
    }
}
