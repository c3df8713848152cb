package fr.pleiade.quads;

import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The N-Triples of N-Quads that are all of one graph: read line by line, with the terms as they are written.
 *
 * <p>Blank lines and comments are passed over. Memory: two lines. Not thread-safe; closing it closes what it reads.
 */
public final class GraphTriples extends InputStream {
    private static final byte[] STOP = {' ', '.', '\n'};

    private final LineReader lines;
    private final byte[] graph;
    private final QuadLine line = new QuadLine();
    private long number;
    private byte[] current = {};
    private int length;
    private int at;

    /** A line that is no quad of the graph. */
    public static final class OtherGraph extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;

        private OtherGraph(long line, String graph) {
            super("not a quad of the graph " + graph);
            this.line = line;
        }

        /** {@return the line's number, from 1; empty lines do not count} */
        public long line() {
            return line;
        }
    }

    /** @param nquads what is read; to be closed by closing this */
    public GraphTriples(InputStream nquads, String graph) {
        this.lines = new LineReader(nquads);
        this.graph = new Term.Iri(graph).toNTriples().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How much there is.
     *
     * @param triples how many
     * @param bytes of them, as they are read here
     */
    public record Size(long triples, long bytes) {}

    /**
     * {@return how much is left; reads it}
     *
     * @throws OtherGraph if a line is of another graph, of none, or no quad
     */
    public Size size() throws IOException {
        long triples = 0;
        long bytes = 0;
        while (nextTriple()) {
            triples++;
            bytes += tripleLength() + STOP.length;
        }
        return new Size(triples, bytes);
    }

    private int tripleLength() {
        return line.end(QuadLine.OBJECT) - line.start();
    }

    private boolean nextTriple() throws IOException {
        while (lines.next()) {
            number++;
            try {
                if (line.cut(lines.buffer(), lines.start(), lines.end())) {
                    if (line.is(QuadLine.GRAPH, graph)) {
                        return true;
                    }
                    throw new OtherGraph(number, new String(graph, StandardCharsets.UTF_8));
                }
            } catch (QuadLine.Malformed e) {
                throw (OtherGraph) new OtherGraph(number, new String(graph, StandardCharsets.UTF_8)).initCause(e);
            }
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        return fill() ? current[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int copied = 0;
        while (copied < wanted && fill()) {
            int count = Math.min(wanted - copied, length - at);
            System.arraycopy(current, at, buffer, offset + copied, count);
            at += count;
            copied += count;
        }
        return copied == 0 && wanted > 0 ? -1 : copied;
    }

    private boolean fill() throws IOException {
        if (at < length) {
            return true;
        }
        if (!nextTriple()) {
            return false;
        }
        int triple = tripleLength();
        if (current.length < triple + STOP.length) {
            current = Arrays.copyOf(current, 2 * triple + STOP.length);
        }
        System.arraycopy(line.bytes(), line.start(), current, 0, triple);
        System.arraycopy(STOP, 0, current, triple, STOP.length);
        length = triple + STOP.length;
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
