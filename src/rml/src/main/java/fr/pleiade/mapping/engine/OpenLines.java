package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.term.JoinKey;
import fr.pleiade.mapping.term.TermWriter;
import fr.pleiade.quads.LineEnds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lines in whose place of the object stands what it is to be joined by, for joins that are made elsewhere, by sorting.
 *
 * <p>Such a line holds a byte 0, which no line of N-Quads does, then the number of the reference and a key, and another byte 0. It is
 * then turned round, so that sorting brings together those of one key, the parent's subjects first; {@link LineJoin} makes lines of
 * N-Quads of them:
 *
 * <pre>{@code
 * 0:35238␀0<http://example.org/town/35238>
 * 0:35238␀10:<http://example.org/school/1> <http://example.org/in> ␀ .
 * }</pre>
 *
 * <p>Behind the key, 0 is a parent, and 1 a child, with the number of the output that its line belongs to.
 */
final class OpenLines {
    static final byte HOLE = 0;
    static final byte PARENT = '0';
    static final byte CHILD = '1';
    private static final byte ESCAPE = 1;
    private static final int PRINTABLE = '0';

    private OpenLines() {}

    /** {@return what writes an object that is left open for each key of a row} */
    static TermWriter objects(int reference, JoinKey key) {
        byte[] number = number(reference);
        Terms keys = new Terms();
        return (scope, out) -> {
            key.write(scope, keys);
            for (int k = 0; k < keys.size(); k++) {
                out.bytes().put(HOLE);
                out.bytes().put(number);
                escape(keys, k, out.bytes());
                out.bytes().put(HOLE);
                out.end();
            }
        };
    }

    /** Writes a line for each key and each subject of a parent's row. */
    static void writeParent(int reference, Terms keys, Terms subjects, Bytes out) {
        byte[] number = number(reference);
        for (int k = 0; k < keys.size(); k++) {
            for (int s = 0; s < subjects.size(); s++) {
                out.put(number);
                escape(keys, k, out);
                out.put(HOLE);
                out.put(PARENT);
                subjects.copy(s, out);
                out.put((byte) '\n');
            }
        }
    }

    /** Tells those of an output's lines that are open from those that are not. */
    static void divide(int output, Bytes written, PartMapper.Lines lines) throws IOException {
        byte[] bytes = written.array();
        int end = written.length();
        int from = 0;
        Bytes turned = new Bytes();
        for (int hole = next(bytes, 0, end); hole < end; hole = next(bytes, from, end)) {
            int start = hole;
            while (start > from && bytes[start - 1] != '\n') {
                start--;
            }
            lines.ready(output, bytes, from, start);
            int behind = next(bytes, hole + 1, end);
            int lineEnd = LineEnds.next(bytes, behind, end);
            turned.clear();
            turned.put(bytes, hole + 1, behind + 1);
            turned.put(CHILD);
            turned.put(number(output));
            turned.put(bytes, start, hole);
            turned.put(bytes, behind, lineEnd + 1);
            lines.toJoin(turned.array(), 0, turned.length());
            from = lineEnd + 1;
        }
        lines.ready(output, bytes, from, end);
    }

    /** Passes on the lines of parents one by one. */
    static void each(Bytes parents, PartMapper.Lines lines) throws IOException {
        byte[] bytes = parents.array();
        for (int start = 0, end; start < parents.length(); start = end + 1) {
            end = LineEnds.next(bytes, start, parents.length());
            lines.toJoin(bytes, start, end + 1);
        }
    }

    private static byte[] number(int number) {
        return (number + ":").getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return the index of the next hole, or the end} */
    static int next(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != HOLE) {
            at++;
        }
        return at;
    }

    /** A key may hold any byte; what would end it or its line is written as two. */
    private static void escape(Terms keys, int key, Bytes out) {
        byte[] bytes = keys.bytes().array();
        for (int i = keys.start(key); i < keys.endOf(key); i++) {
            byte b = bytes[i];
            if (b == HOLE || b == ESCAPE || b == '\n') {
                out.put(ESCAPE);
                out.put((byte) (PRINTABLE + b));
            } else {
                out.put(b);
            }
        }
    }
}
