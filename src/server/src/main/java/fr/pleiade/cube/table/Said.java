package fr.pleiade.cube.table;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.QuadLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is said of one subject: for each line the predicate's hash, and the object's bytes. Used again for the next. */
final class Said {
    private static final int LINES = 64;

    private byte[] subject = {};
    private byte[] objects = new byte[1 << 12];
    private long[] predicates = new long[LINES];
    private int[] ends = new int[LINES];
    private int count;
    private long position;

    void begin(QuadLine line, long at) {
        subject = line.copy(QuadLine.SUBJECT);
        position = at;
        count = 0;
    }

    void add(QuadLine line) {
        if (count == predicates.length) {
            predicates = Arrays.copyOf(predicates, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        int from = from(count);
        int start = line.start(QuadLine.OBJECT);
        int length = line.end(QuadLine.OBJECT) - start;
        if (objects.length - from < length) {
            objects = Arrays.copyOf(objects, Math.max(2 * objects.length, from + length));
        }
        System.arraycopy(line.bytes(), start, objects, from, length);
        predicates[count] = Hash64.of(line.bytes(), line.start(QuadLine.PREDICATE), line.end(QuadLine.PREDICATE));
        ends[count] = from + length;
        count++;
    }

    byte[] subject() {
        return subject;
    }

    /** {@return where the first line about the subject begins} */
    long position() {
        return position;
    }

    /** {@return the first line with a predicate, or -1} */
    int find(long predicate) {
        for (int line = 0; line < count; line++) {
            if (predicates[line] == predicate) {
                return line;
            }
        }
        return -1;
    }

    /** {@return the hash of the first object of a predicate that is there} */
    long hashOf(long predicate) {
        int line = find(predicate);
        return Hash64.of(objects, from(line), ends[line]);
    }

    /** {@return the object of a line, as N-Quads have it} */
    String object(int line) {
        return new String(objects, from(line), ends[line] - from(line), StandardCharsets.UTF_8);
    }

    private int from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }
}
