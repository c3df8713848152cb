package fr.pleiade.rdf;

/**
 * One line of N-Quads as a quad: what the release's own files are read with, line by line and without a parser's state.
 *
 * <p>Accepts any valid N-Triples or N-Quads line; {@link Quad#toNQuads()} is the way back.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/#sec-grammar">RDF 1.1 N-Quads, grammar</a>
 */
public final class NQuads {
    private final String line;
    private int at;

    private NQuads(String line) {
        this.line = line;
    }

    /**
     * {@return the quad on a line}
     *
     * @param line one statement, without its line end
     * @throws IllegalArgumentException if the line is not one statement
     */
    public static Quad parse(String line) {
        NQuads parser = new NQuads(line);
        Term subject = parser.term();
        Term predicate = parser.term();
        Term object = parser.term();
        parser.skipSpace();
        Term graph = parser.peek() == '.' ? Quad.DEFAULT_GRAPH : parser.term();
        parser.skipSpace();
        if (parser.peek() != '.' || !(predicate instanceof Term.Iri property)) {
            throw parser.malformed();
        }
        return new Quad(subject, property, object, graph);
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
        skipSpace();
        return switch (peek()) {
            case '<' -> new Term.Iri(between('>'));
            case '_' -> blankNode();
            case '"' -> literal();
            default -> throw malformed();
        };
    }

    private Term blankNode() {
        int start = at + 2;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        if (start >= at) {
            throw malformed();
        }
        return new Term.BlankNode(line.substring(start, at));
    }

    private Term literal() {
        String lexical = between('"');
        if (peek() == '@') {
            int start = ++at;
            while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-')) {
                at++;
            }
            return Term.Literal.inLanguage(lexical, line.substring(start, at));
        }
        if (line.startsWith("^^<", at)) {
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
        for (; end < line.length() && line.charAt(end) != closing; end++) {
            if (line.charAt(end) == '\\') {
                escaped = true;
                end++;
            }
        }
        if (end >= line.length()) {
            throw malformed();
        }
        at = end + 1;
        return escaped ? unescape(start, end) : line.substring(start, end);
    }

    private String unescape(int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = line.charAt(++i);
            switch (escape) {
                case 't' -> out.append('\t');
                case 'b' -> out.append('\b');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 'f' -> out.append('\f');
                case '"', '\'', '\\' -> out.append(escape);
                case 'u', 'U' -> {
                    int digits = escape == 'u' ? 4 : 8;
                    if (i + digits >= line.length()) {
                        throw malformed();
                    }
                    out.appendCodePoint(Integer.parseInt(line, i + 1, i + 1 + digits, 16));
                    i += digits;
                }
                default -> throw malformed();
            }
        }
        return out.toString();
    }

    private char peek() {
        return at < line.length() ? line.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a line of N-Quads, at character " + (at + 1) + ": " + line);
    }
}
