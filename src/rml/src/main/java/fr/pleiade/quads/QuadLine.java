package fr.pleiade.quads;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over a line of N-Quads and its terms: where each begins and ends in the line's bytes, decoded only on demand.
 *
 * <p>Shape: {@code <s> <p> "o"@fr <g> .} has the terms {@link #SUBJECT}, {@link #PREDICATE}, {@link #OBJECT} and {@link #GRAPH}; a
 * triple has no graph. A term is the bytes from {@link #start} to before {@link #end}, as it is written, brackets, quotes and all.
 *
 * <p>Two ways in. {@link #at} is for the files that this program writes, in the canonical form with one space between terms: nothing is
 * checked, and a line's end is read only if it is asked for. {@link #cut} takes any line, and checks it. Both say the same of a
 * canonical line. One cursor serves for many lines and allocates nothing for a line; it reads the array that it was given, which must not change
 * meanwhile. Not thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/#sec-grammar">RDF 1.1 N-Quads, grammar</a>
 */
public final class QuadLine {
    public static final int SUBJECT = 0;
    public static final int PREDICATE = 1;
    public static final int OBJECT = 2;
    public static final int GRAPH = 3;

    /** How many terms a quad has. */
    public static final int WIDTH = 4;

    private byte[] bytes = {};
    private int start;
    private int end;
    private final int[] starts = new int[WIDTH];
    private final int[] ends = new int[WIDTH];
    private boolean endIsKnown;
    private byte[] ending = {};
    private final @Nullable Term[] decoded = new Term[WIDTH];
    private final byte[][] written = new byte[WIDTH][];

    /** A line that is no quad, nor blank, nor a comment. */
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String problem;
        private final int column;

        private Malformed(String problem, int column) {
            super("%s, at byte %d".formatted(problem, column));
            this.problem = problem;
            this.column = column;
        }

        /** {@return what is wrong, without the place} */
        public String problem() {
            return problem;
        }

        /** {@return the place in the line, in bytes, from 1} */
        public int column() {
            return column;
        }
    }

    /**
     * Moves to a line in canonical form, without a line end: one space between two terms and before the full stop, none elsewhere.
     * {@return this}
     */
    public QuadLine at(byte[] source, int from, int to) {
        bytes = source;
        start = from;
        end = to;
        endIsKnown = false;
        starts[SUBJECT] = from;
        ends[SUBJECT] = LineEnds.space(source, from, to);
        starts[PREDICATE] = ends[SUBJECT] + 1;
        ends[PREDICATE] = LineEnds.space(source, starts[PREDICATE], to);
        starts[OBJECT] = ends[PREDICATE] + 1;
        return this;
    }

    /**
     * {@return the quad on a line of any form, of a triple in the default graph}
     *
     * @param text one statement, without a line end
     * @throws IllegalArgumentException if it is not one statement
     */
    public static Quad parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        QuadLine line = new QuadLine();
        if (!line.cut(bytes, 0, bytes.length)) {
            throw line.malformed(0, "there is no statement");
        }
        return line.quad();
    }

    /** {@return where a subject or predicate that begins here, in a line in canonical form, ends} */
    static int termEnd(byte[] source, int from) {
        int at = from;
        while (source[at] != ' ') {
            at++;
        }
        return at;
    }

    /**
     * Moves to a line of any form that the grammar allows, without a line end.
     *
     * @return whether there is a statement on it; if not, it is blank or a comment
     * @throws Malformed if the line is something else
     */
    public boolean cut(byte[] source, int from, int to) {
        bytes = source;
        start = from;
        end = to;
        endIsKnown = true;
        int at = skipSpace(from);
        if (at == to || source[at] == '#') {
            return false;
        }
        for (int term = SUBJECT; term <= GRAPH; term++) {
            starts[term] = at;
            ends[term] = term == GRAPH && at < to && source[at] == '.' ? at : termEnd(at);
            at = skipSpace(ends[term]);
        }
        checkKinds();
        if (at == to || source[at] != '.') {
            throw malformed(at, "a full stop is missing");
        }
        at = skipSpace(at + 1);
        if (at < to && source[at] != '#') {
            throw malformed(at, "there is something behind the full stop");
        }
        return true;
    }

    private void checkKinds() {
        if (bytes[starts[SUBJECT]] == '"') {
            throw malformed(starts[SUBJECT], "a literal cannot be a subject");
        }
        if (bytes[starts[PREDICATE]] != '<') {
            throw malformed(starts[PREDICATE], "a predicate must be an IRI");
        }
        if (hasGraph() && bytes[starts[GRAPH]] == '"') {
            throw malformed(starts[GRAPH], "a literal cannot name a graph");
        }
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private int termEnd(int from) {
        byte first = from < end ? bytes[from] : 0;
        return switch (first) {
            case '<' -> closing((byte) '>', from);
            case '_' -> labelEnd(from);
            case '"' -> literalEnd(closing((byte) '"', from));
            default -> throw malformed(from, "a term is missing");
        };
    }

    private int literalEnd(int quoted) {
        if (quoted < end && bytes[quoted] == '@') {
            return tagEnd(quoted);
        }
        if (quoted + 2 < end && bytes[quoted] == '^' && bytes[quoted + 1] == '^' && bytes[quoted + 2] == '<') {
            return closing((byte) '>', quoted + 2);
        }
        return quoted;
    }

    /** {@return the place behind the character that closes what begins here} */
    private int closing(byte closing, int from) {
        for (int at = from + 1; at < end; at++) {
            if (bytes[at] == closing) {
                return at + 1;
            }
            if (bytes[at] == '\\') {
                at++;
            }
        }
        throw malformed(from, "the term is not closed");
    }

    private int tagEnd(int from) {
        int at = from + 1;
        while (at < end && (isAsciiLetterOrDigit(bytes[at]) || bytes[at] == '-')) {
            at++;
        }
        if (at == from + 1) {
            throw malformed(from, "the language is missing");
        }
        return at;
    }

    private static boolean isAsciiLetterOrDigit(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
    }

    /** A full stop within a label belongs to it, one at its end does not. */
    private int labelEnd(int from) {
        int at = from;
        while (at < end
                && bytes[at] != ' '
                && bytes[at] != '\t'
                && bytes[at] != '\r'
                && bytes[at] != '<'
                && bytes[at] != '"') {
            at++;
        }
        while (bytes[at - 1] == '.') {
            at--;
        }
        if (at < from + 3 || bytes[from + 1] != ':') {
            throw malformed(from, "the blank node has no label");
        }
        return at;
    }

    private Malformed malformed(int at, String problem) {
        return new Malformed(problem, at - start + 1);
    }

    /**
     * Finds the graph from behind. Its name has no space in it; the last word of a triple is the end of its object, and that is the
     * whole object, or of a literal, then with its closing quote, which no name of a graph has.
     */
    private void findEnd() {
        endIsKnown = true;
        int stop = end - 2;
        if (endsAsBefore()) {
            starts[GRAPH] = end - ending.length + 1;
            ends[OBJECT] = starts[GRAPH] - 1;
            ends[GRAPH] = stop;
            return;
        }
        int at = stop;
        boolean isLiteral = false;
        while (at > starts[OBJECT] && bytes[at - 1] != ' ') {
            at--;
            isLiteral |= bytes[at] == '"';
        }
        boolean isGraph = at > starts[OBJECT] && !isLiteral;
        ends[OBJECT] = isGraph ? at - 1 : stop;
        starts[GRAPH] = isGraph ? at : stop;
        ends[GRAPH] = stop;
        if (isGraph) {
            ending = Arrays.copyOfRange(bytes, at - 1, end);
        }
    }

    /** Nearly all lines of a file end alike, in the name of their graph. */
    private boolean endsAsBefore() {
        int at = end - ending.length;
        return ending.length > 0 && at > starts[OBJECT] && Arrays.equals(bytes, at, end, ending, 0, ending.length);
    }

    /** {@return the array that the line is in} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return where the line begins} */
    public int start() {
        return start;
    }

    /** {@return where the line ends} */
    public int end() {
        return end;
    }

    /** {@return where the term begins; of a graph that is absent, where the full stop is} */
    public int start(int term) {
        if (term == GRAPH && !endIsKnown) {
            findEnd();
        }
        return starts[term];
    }

    /** {@return where the term ends} */
    public int end(int term) {
        if (term >= OBJECT && !endIsKnown) {
            findEnd();
        }
        return ends[term];
    }

    /** {@return whether the line is a quad; if not, it is a triple} */
    public boolean hasGraph() {
        return start(GRAPH) < end(GRAPH);
    }

    public boolean isIri(int term) {
        return first(term) == '<';
    }

    public boolean isBlankNode(int term) {
        return first(term) == '_';
    }

    public boolean isLiteral(int term) {
        return first(term) == '"';
    }

    private byte first(int term) {
        return bytes[start(term)];
    }

    /** {@return whether the term is written so} */
    public boolean is(int term, byte[] written) {
        return Arrays.equals(bytes, start(term), end(term), written, 0, written.length);
    }

    /** {@return whether the term begins so} */
    public boolean begins(int term, byte[] prefix) {
        int from = start(term);
        return end - from >= prefix.length
                && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** {@return a copy of the term's bytes} */
    public byte[] copy(int term) {
        return Arrays.copyOfRange(bytes, start(term), end(term));
    }

    /** {@return a copy of what the values of a property of a thing have in common: subject, space, predicate, space} */
    public byte[] property() {
        return Arrays.copyOfRange(bytes, start, starts[OBJECT]);
    }

    /** {@return where the fragment of the subject's IRI begins, a {@code #}; the subject's end if it has none} */
    public int fragmentStart() {
        return fragmentStart(bytes, start, ends[SUBJECT]);
    }

    static int fragmentStart(byte[] source, int from, int to) {
        for (int at = from; at < to; at++) {
            if (source[at] == '#') {
                return at;
            }
        }
        return to;
    }

    /** {@return where the datatype's IRI begins in the object, a bracket; the object's end if it has none, or is no literal} */
    public int datatypeStart() {
        int objectEnd = end(OBJECT);
        if (!isLiteral(OBJECT) || bytes[objectEnd - 1] != '>') {
            return objectEnd;
        }
        int at = objectEnd - 1;
        while (bytes[at] != '<') {
            at--;
        }
        return at;
    }

    /** {@return where the object's closing quote is; the object is a literal} */
    public int closingQuote() {
        int at = end(OBJECT) - 1;
        if (bytes[at] == '>') {
            return datatypeStart() - 3;
        }
        while (bytes[at] != '"') {
            at--;
        }
        return at;
    }

    /** {@return the term, decoded} */
    public Term term(int term) {
        return NQuads.parseTerm(new String(bytes, start(term), end(term) - start(term), StandardCharsets.UTF_8));
    }

    /**
     * {@return the line, decoded; of a triple, in the default graph}
     *
     * <p>A subject, predicate or graph that the line decoded before had too is the same object: in sorted lines most are.
     */
    public Quad quad() {
        Term graph = hasGraph() ? remembered(GRAPH) : Quad.DEFAULT_GRAPH;
        return new Quad(remembered(SUBJECT), (Term.Iri) remembered(PREDICATE), term(OBJECT), graph);
    }

    private Term remembered(int term) {
        Term known = decoded[term];
        if (known == null || !is(term, written[term])) {
            known = term(term);
            decoded[term] = known;
            written[term] = copy(term);
        }
        return known;
    }

    /** {@return the line as it is written} */
    public String text() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
