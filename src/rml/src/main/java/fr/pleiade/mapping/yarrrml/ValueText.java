package fr.pleiade.mapping.yarrrml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text with references: {@code http://example.org/$(id)}.
 *
 * <p>A backslash makes {@code (}, {@code )}, {@code :} and itself ordinary, and {@code _} at the beginning of a reference. Brackets
 * inside a reference need none where they are pairs. A reference that begins with {@code _} and that the document declares to be
 * external is replaced by its text.
 *
 * @param parts texts and references, in their order; no two texts side by side
 * @see <a href="https://rml.io/yarrrml/spec/#template">YARRRML, template and external references</a>
 */
record ValueText(List<Part> parts) {
    /** A text, or the name of a column. */
    record Part(String text, boolean isReference) {}

    ValueText {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    static ValueText parse(String source, Map<String, String> external) {
        return new Parser(source, external).parse();
    }

    /** {@return whether it has no references} */
    boolean isConstant() {
        return parts.stream().noneMatch(Part::isReference);
    }

    /** {@return whether it is one reference and nothing else} */
    boolean isReference() {
        return parts.size() == 1 && parts.get(0).isReference();
    }

    /** {@return all of it where it is constant, or the one reference} */
    String only() {
        return parts.isEmpty() ? "" : parts.get(0).text();
    }

    /** {@return the text before the first reference} */
    String beginning() {
        return parts.isEmpty() || parts.get(0).isReference() ? "" : parts.get(0).text();
    }

    /** {@return the same with another beginning} */
    ValueText beginningWith(String text) {
        List<Part> others = new ArrayList<>(parts.subList(beginning().isEmpty() ? 0 : 1, parts.size()));
        others.add(0, new Part(text, false));
        return new ValueText(others);
    }

    /** {@return it as a template of RML} */
    String template() {
        StringBuilder template = new StringBuilder();
        for (Part part : parts) {
            String text = part.text().replaceAll("[{}\\\\]", "\\\\$0");
            template.append(part.isReference() ? "{" + text + "}" : text);
        }
        return template.toString();
    }

    /** One use. */
    private static final class Parser {
        private final String source;
        private final Map<String, String> external;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int position;

        Parser(String source, Map<String, String> external) {
            this.source = source;
            this.external = external;
        }

        ValueText parse() {
            while (position < source.length()) {
                if (source.startsWith("$(", position)) {
                    position += 2;
                    reference();
                } else {
                    text.append(character("()\\:"));
                }
            }
            flush();
            return new ValueText(parts);
        }

        private void reference() {
            boolean isEscaped = source.startsWith("\\_", position);
            position += isEscaped ? 1 : 0;
            StringBuilder name = new StringBuilder();
            int depth = 1;
            while (true) {
                if (position == source.length()) {
                    throw new IllegalArgumentException(
                            "'$(' is never closed; write \\( and \\) for brackets that belong to a column's name");
                }
                char c = source.charAt(position);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                name.append(character("()\\"));
            }
            position++;
            add(name.toString(), isEscaped);
        }

        private void add(String name, boolean isEscaped) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("'$()' names no column");
            }
            if (!isEscaped && name.startsWith("_") && external.containsKey(name.substring(1))) {
                text.append(external.get(name.substring(1)));
            } else {
                flush();
                parts.add(new Part(name, true));
            }
        }

        private char character(String escapable) {
            boolean isEscape = source.charAt(position) == '\\'
                    && position + 1 < source.length()
                    && escapable.indexOf(source.charAt(position + 1)) >= 0;
            position += isEscape ? 2 : 1;
            return source.charAt(position - 1);
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(new Part(text.toString(), false));
                text.setLength(0);
            }
        }
    }
}
