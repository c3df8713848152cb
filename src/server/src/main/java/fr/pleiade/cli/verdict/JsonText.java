package fr.pleiade.cli.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as text: members in the order in which they are given. */
final class JsonText {
    private JsonText() {}

    /** {@return an object of alternating names and values, the values JSON already} */
    static String object(String... membersAndValues) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < membersAndValues.length; i += 2) {
            members.add(string(membersAndValues[i]) + ": " + membersAndValues[i + 1]);
        }
        return "{" + String.join(", ", members) + "}";
    }

    /** {@return a text, a whole number, a truth value, a list or a map by names of such, as JSON} */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> string(member.getKey().toString()) + ": " + of(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return array(list.stream().map(JsonText::of).toList());
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : string(value.toString());
    }

    /** {@return an array of values that are JSON already} */
    static String array(List<String> values) {
        return values.isEmpty() ? "[]" : "[\n  " + String.join(",\n", values).replace("\n", "\n  ") + "\n]";
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a> */
    static String string(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || Character.isSurrogate(c) && !isPaired(text, i)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
