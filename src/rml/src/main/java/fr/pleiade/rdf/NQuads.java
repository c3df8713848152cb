package fr.pleiade.rdf;

/**
 * A term as N-Triples and N-Quads write it, decoded; {@link Term#toNTriples()} is the way back. Where terms begin and end in a line is
 * known elsewhere: by the cursor of the package {@code quads}, and by nothing else.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/#sec-grammar">RDF 1.1 N-Quads, grammar</a>
 */
public final class NQuads {
    private final String text;
    private int at;

    private NQuads(String text) {
        this.text = text;
    }

    /**
     * {@return the term that a text is, such as {@code "Saint-Étienne"@fr}}
     *
     * @param text one term, without space around it
     * @throws IllegalArgumentException if the text is not one term
     */
    public static Term parseTerm(String text) {
        NQuads parser = new NQuads(text);
        Term term = parser.term();
        if (parser.at < text.length()) {
            throw parser.malformed();
        }
        return term;
    }

    private Term term() {
        return switch (peek()) {
            case '<' -> new Term.Iri(between('>'));
            case '_' -> blankNode();
            case '"' -> literal();
            default -> throw malformed();
        };
    }

    private Term blankNode() {
        int start = at + 2;
        at = text.length();
        if (start >= at) {
            throw malformed();
        }
        return new Term.BlankNode(text.substring(start, at));
    }

    private Term literal() {
        String lexical = between('"');
        if (peek() == '@') {
            int start = ++at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            return Term.Literal.inLanguage(lexical, text.substring(start, at));
        }
        if (text.startsWith("^^<", at)) {
            at += 2;
            return Term.Literal.typed(lexical, between('>'));
        }
        return Term.Literal.of(lexical);
    }

    /** Reads from the opening character at the cursor to the closing one, unescaping; leaves the cursor behind it. */
    private String between(char closing) {
        int start = ++at;
        int end = start;
        boolean escaped = false;
        for (; end < text.length() && text.charAt(end) != closing; end++) {
            if (text.charAt(end) == '\\') {
                escaped = true;
                end++;
            }
        }
        if (end >= text.length()) {
            throw malformed();
        }
        at = end + 1;
        return escaped ? unescape(start, end) : text.substring(start, end);
    }

    private String unescape(int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case 't' -> out.append('\t');
                case 'b' -> out.append('\b');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'f' -> out.append('\f');
                case '"', '\'', '\\' -> out.append(escape);
                case 'u', 'U' -> {
                    int digits = escape == 'u' ? 4 : 8;
                    if (i + digits >= text.length()) {
                        throw malformed();
                    }
                    out.appendCodePoint(Integer.parseInt(text, i + 1, i + 1 + digits, 16));
                    i += digits;
                }
                default -> throw malformed();
            }
        }
        return out.toString();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a term of N-Quads, at character " + (at + 1) + ": " + text);
    }
}
