package fr.pleiade.store.load;

import java.util.Arrays;

/**
 * Some lines of N-Quads, cut into their terms but not decoded: a term is a range of bytes, with a hash of them.
 *
 * <p>Made by one thread, read by another one afterwards; then used again.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/#sec-grammar">RDF 1.1 N-Quads, grammar</a>
 */
final class QuadBlock {
    /** Subject, predicate, object, graph: the order in which the terms of a quad follow each other. */
    static final int WIDTH = 4;

    private static final int FIRST_TERMS = 1 << 15;

    private byte[] bytes = {};
    private long firstLine;
    private int[] starts = new int[FIRST_TERMS];
    private int[] ends = new int[FIRST_TERMS];
    private int[] hashes = new int[FIRST_TERMS];
    private int terms;

    /**
     * Cuts whole lines.
     *
     * @param lines the bytes, to be left alone while this is read
     * @param length how many of them there are
     * @param line the number of the first line
     * @throws MalformedLine if a line is neither blank, nor a comment, nor a quad
     */
    void cut(byte[] lines, int length, long line) {
        bytes = lines;
        firstLine = line;
        terms = 0;
        int at = 0;
        while (at < length) {
            int end = at;
            while (end < length && lines[end] != '\n') {
                end++;
            }
            cutLine(at, end);
            at = end + 1;
        }
    }

    /** {@return the number of terms: four for each quad} */
    int terms() {
        return terms;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int term) {
        return starts[term];
    }

    int end(int term) {
        return ends[term];
    }

    /** {@return a hash of the term's bytes} */
    int hash(int term) {
        return hashes[term];
    }

    /** {@return whether the quad before, in this block, has the same term in the same place} */
    boolean isRepeated(int term) {
        int before = term - WIDTH;
        return before >= 0
                && hashes[term] == hashes[before]
                && Arrays.equals(bytes, starts[term], ends[term], bytes, starts[before], ends[before]);
    }

    /** {@return the number of the line that this term is on} */
    long line(int term) {
        return lineAt(starts[term]);
    }

    private long lineAt(int position) {
        long line = firstLine;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** A line that is no quad. */
    static final class MalformedLine extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long line;

        private MalformedLine(long line, String problem) {
            super(problem);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    private void cutLine(int start, int end) {
        int at = skipSpace(start, end);
        if (at == end || bytes[at] == '#') {
            return;
        }
        if (terms + WIDTH > starts.length) {
            starts = Arrays.copyOf(starts, 2 * terms);
            ends = Arrays.copyOf(ends, 2 * terms);
            hashes = Arrays.copyOf(hashes, 2 * terms);
        }
        for (int i = 0; i < WIDTH; i++) {
            if (i == WIDTH - 1 && at < end && bytes[at] == '.') {
                throw malformed(start, at, "a triple without a graph; say the graph's IRI before the full stop");
            }
            int termEnd = termEnd(start, at, end);
            add(at, termEnd);
            at = skipSpace(termEnd, end);
        }
        if (at == end || bytes[at] != '.') {
            throw malformed(start, at, "a full stop is missing");
        }
        at = skipSpace(at + 1, end);
        if (at < end && bytes[at] != '#') {
            throw malformed(start, at, "there is something behind the full stop");
        }
    }

    private int skipSpace(int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private void add(int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        starts[terms] = start;
        ends[terms] = end;
        hashes[terms] = hash;
        terms++;
    }

    private int termEnd(int lineStart, int start, int end) {
        byte first = start < end ? bytes[start] : 0;
        return switch (first) {
            case '<' -> closing((byte) '>', lineStart, start, end);
            case '_' -> wordEnd(start, end);
            case '"' -> literalEnd(lineStart, closing((byte) '"', lineStart, start, end), end);
            default -> throw malformed(lineStart, start, "a term is missing");
        };
    }

    private int literalEnd(int lineStart, int quoted, int end) {
        if (quoted < end && bytes[quoted] == '@') {
            return wordEnd(quoted, end);
        }
        if (quoted + 2 < end && bytes[quoted] == '^' && bytes[quoted + 1] == '^' && bytes[quoted + 2] == '<') {
            return closing((byte) '>', lineStart, quoted + 2, end);
        }
        return quoted;
    }

    /** {@return the place behind the character that closes what begins here} */
    private int closing(byte closing, int lineStart, int start, int end) {
        for (int at = start + 1; at < end; at++) {
            if (bytes[at] == closing) {
                return at + 1;
            }
            if (bytes[at] == '\\') {
                at++;
            }
        }
        throw malformed(lineStart, start, "the term is not closed");
    }

    private int wordEnd(int start, int end) {
        int at = start;
        while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
            at++;
        }
        return at;
    }

    private MalformedLine malformed(int lineStart, int at, String problem) {
        return new MalformedLine(lineAt(lineStart), "%s, at byte %d".formatted(problem, at - lineStart + 1));
    }
}
