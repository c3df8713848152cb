package fr.pleiade.rdf;

/**
 * The escapes of N-Triples and N-Quads, in one canonical form, so that equal terms are equal text.
 *
 * <p>In a string: {@code \b \t \n \f \r \" \\} by those names, the other controls (U+0000 to U+001F and U+007F) as
 * {@code \}{@code uXXXX} with capital digits, everything else as it is. In an IRI: {@code \}{@code uXXXX} for what the grammar excludes.
 *
 * @see <a href="https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples">RDF 1.2 N-Triples, section 4</a>
 */
final class NTriples {
    private NTriples() {}

    static String iri(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('<');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
                escapeNumerically(c, out);
            } else {
                out.append(c);
            }
        }
        return out.append('>').toString();
    }

    static String quoted(String lexical) {
        StringBuilder out = new StringBuilder(lexical.length() + 2).append('"');
        for (int i = 0; i < lexical.length(); i++) {
            char c = lexical.charAt(i);
            switch (c) {
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || c == 0x7F) {
                        escapeNumerically(c, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static void escapeNumerically(char c, StringBuilder out) {
        out.append("\\u%04X".formatted((int) c));
    }
}
