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
    /** Of ASCII, the characters that stand in an IRI, or in a string, as they are. */
    private static final boolean[] PLAIN_IN_IRI = new boolean[128];

    private static final boolean[] PLAIN_IN_STRING = new boolean[128];

    static {
        for (char c = 0; c < 128; c++) {
            PLAIN_IN_IRI[c] = c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0;
            PLAIN_IN_STRING[c] = c >= ' ' && c != '"' && c != '\\' && c != 0x7F;
        }
    }

    private NTriples() {}

    private static boolean isPlain(String text, boolean[] plain) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && !plain[c]) {
                return false;
            }
        }
        return true;
    }

    static String iri(String value) {
        if (isPlain(value, PLAIN_IN_IRI)) {
            return "<" + value + ">";
        }
        StringBuilder out = new StringBuilder(value.length() + 2).append('<');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 128 && !PLAIN_IN_IRI[c]) {
                escapeNumerically(c, out);
            } else {
                out.append(c);
            }
        }
        return out.append('>').toString();
    }

    static String quoted(String lexical) {
        if (isPlain(lexical, PLAIN_IN_STRING)) {
            return '"' + lexical + '"';
        }
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
