package fr.pleiade.store.load;

import fr.pleiade.quads.QuadLine;
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
    static final int WIDTH = QuadLine.WIDTH;

    private static final int FIRST_TERMS = 1 << 15;

    private final QuadLine line = new QuadLine();
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
     * @param firstLine its number
     * @throws MalformedLine if a line is neither blank, nor a comment, nor a quad
     */
    void cut(byte[] lines, int length, long firstLine) {
        bytes = lines;
        this.firstLine = firstLine;
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
        try {
            if (!line.cut(bytes, start, end)) {
                return;
            }
        } catch (QuadLine.Malformed e) {
            throw malformed(start, e.problem(), e.column());
        }
        if (!line.hasGraph()) {
            throw malformed(
                    start,
                    "a triple without a graph; say the graph's IRI before the full stop",
                    line.start(QuadLine.GRAPH) - start + 1);
        }
        if (terms + WIDTH > starts.length) {
            starts = Arrays.copyOf(starts, 2 * terms);
            ends = Arrays.copyOf(ends, 2 * terms);
            hashes = Arrays.copyOf(hashes, 2 * terms);
        }
        for (int term = 0; term < WIDTH; term++) {
            add(line.start(term), line.end(term));
        }
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

    private MalformedLine malformed(int lineStart, String problem, int column) {
        return new MalformedLine(lineAt(lineStart), "%s, at byte %d".formatted(problem, column));
    }
}
