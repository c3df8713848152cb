package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.quads.LineSink;
import java.io.IOException;
import java.util.Arrays;

/**
 * Joins the lines that a {@link PartMapper} left open, given sorted by bytes: all that have a key in common, whichever part they are of,
 * must come to one of these.
 *
 * <p>Memory: the parent's subjects of one key. For one thread.
 */
public final class LineJoin implements LineSink {
    private final Completed lines;
    private final Bytes key = new Bytes();
    private final Terms subjects = new Terms();
    private final Bytes line = new Bytes();

    /** @param lines takes the lines of N-Quads that come of it */
    public LineJoin(Completed lines) {
        this.lines = lines;
    }

    /** Takes lines of N-Quads for an output: 0 is the run's own, then the mapping's targets in their order. */
    @FunctionalInterface
    public interface Completed {
        void ready(int output, byte[] bytes, int from, int to) throws IOException;
    }

    /** {@return where the key of an open line ends: what lines of one key have in common} */
    public static int endOfKey(byte[] bytes, int from, int to) {
        return OpenLines.next(bytes, from, to);
    }

    @Override
    public void line(byte[] bytes, int start, int end) throws IOException {
        int keyEnd = endOfKey(bytes, start, end);
        if (!Arrays.equals(bytes, start, keyEnd, key.array(), 0, key.length())) {
            key.clear();
            key.put(bytes, start, keyEnd);
            subjects.clear();
        }
        int at = keyEnd + 2;
        if (bytes[keyEnd + 1] == OpenLines.PARENT) {
            subjects.bytes().put(bytes, at, end);
            subjects.end();
        } else if (subjects.size() > 0) {
            complete(bytes, at, end);
        }
    }

    private void complete(byte[] bytes, int from, int end) throws IOException {
        int output = 0;
        int start = from;
        for (; bytes[start] != ':'; start++) {
            output = output * 10 + bytes[start] - '0';
        }
        start++;
        int hole = OpenLines.next(bytes, start, end);
        for (int s = 0; s < subjects.size(); s++) {
            line.clear();
            line.put(bytes, start, hole);
            subjects.copy(s, line);
            line.put(bytes, hole + 1, end);
            line.put((byte) '\n');
            lines.ready(output, line.array(), 0, line.length());
        }
    }
}
