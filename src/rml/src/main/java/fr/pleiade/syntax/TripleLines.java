package fr.pleiade.syntax;

import fr.pleiade.quads.LineEnds;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Lines of N-Quads, as the engine and the release write them, that leave without their graphs: N-Triples, without a parser between.
 *
 * <p>The terms of a line are separated by one blank each. Memory: what is written at once, and one line.
 */
final class TripleLines extends QuadStream {
    private static final byte[] END = {' ', '.', '\n'};

    private final OutputStream below;
    private final QuadLine line = new QuadLine();
    private byte[] rest = new byte[0];
    private byte[] out = new byte[0];
    private int length;
    private long graphsLeftOut;

    TripleLines(OutputStream below) {
        this.below = below;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        byte[] all = bytes;
        int start = offset;
        int end = offset + count;
        if (rest.length > 0) {
            all = Arrays.copyOf(rest, rest.length + count);
            System.arraycopy(bytes, offset, all, rest.length, count);
            start = 0;
            end = all.length;
        }
        if (out.length < end - start) {
            out = new byte[end - start];
        }
        length = 0;
        int lineStart = start;
        for (int i = LineEnds.next(all, start, end); i < end; i = LineEnds.next(all, lineStart, end)) {
            putTriple(all, lineStart, i);
            lineStart = i + 1;
        }
        rest = Arrays.copyOfRange(all, lineStart, end);
        below.write(out, 0, length);
    }

    @Override
    public boolean leavesGraphsOut() {
        return true;
    }

    @Override
    public void writeTriples(byte[] bytes, int offset, int count, long inGraphs) throws IOException {
        below.write(bytes, offset, count);
        graphsLeftOut += inGraphs;
    }

    private void putTriple(byte[] bytes, int start, int end) {
        line.at(bytes, start, end);
        if (!line.hasGraph()) {
            put(bytes, start, end + 1);
            return;
        }
        graphsLeftOut++;
        put(bytes, start, line.end(QuadLine.OBJECT));
        put(END, 0, END.length);
    }

    private void put(byte[] bytes, int start, int end) {
        System.arraycopy(bytes, start, out, length, end - start);
        length += end - start;
    }

    @Override
    public long graphsLeftOut() {
        return graphsLeftOut;
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }

    @Override
    public void end() throws IOException {
        below.flush();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
