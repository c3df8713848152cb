package fr.pleiade.mapping.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes JSON for people.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonPrinter {
    private static final int WIDTH = 100;

    private JsonPrinter() {}

    static String print(JsonTree value) {
        return print(value, "");
    }

    private static String print(JsonTree value, String indent) {
        String line = onOneLine(value);
        if (indent.length() + line.length() <= WIDTH || !value.isArray() && !value.isObject()) {
            return line;
        }
        String inner = indent + "  ";
        List<String> parts = new ArrayList<>();
        value.items().forEach(item -> parts.add(inner + print(item, inner)));
        value.members().forEach((name, member) -> parts.add(inner + quoted(name) + ": " + print(member, inner)));
        String all = String.join(",\n", parts);
        return value.isArray() ? "[\n" + all + "\n" + indent + "]" : "{\n" + all + "\n" + indent + "}";
    }

    private static String onOneLine(JsonTree value) {
        return switch (value.kind()) {
            case STRING -> quoted(value.text());
            case NULL -> "null";
            case ARRAY ->
                "["
                        + String.join(
                                ", ",
                                value.items().stream()
                                        .map(JsonPrinter::onOneLine)
                                        .toList()) + "]";
            case OBJECT -> {
                List<String> parts = new ArrayList<>();
                value.members().forEach((name, member) -> parts.add(quoted(name) + ": " + onOneLine(member)));
                yield parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
            }
            default -> value.text();
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
