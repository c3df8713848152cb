package fr.pleiade.cube;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.QuadLine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is said of one subject: for each line the predicate's hash, and the object's bytes. Used again for the next. Not thread-safe.
 *
 * <p>Lines are counted from 0, in the order in which they come.
 */
public final class Said {
    private static final int LINES = 64;

    private byte[] subject = {};
    private byte[] objects = new byte[1 << 12];
    private long[] predicates = new long[LINES];
    private int[] ends = new int[LINES];
    private int count;
    private long position;

    /**
     * Begins with the subject of a line, which is not added.
     *
     * @param at where the line begins
     */
    public void begin(QuadLine line, long at) {
        subject = line.copy(QuadLine.SUBJECT);
        position = at;
        count = 0;
    }

    /** Forgets the subject. */
    void clear() {
        subject = new byte[0];
        count = 0;
    }

    /** Adds a line. {@return the predicate's hash} */
    public long add(QuadLine line) {
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
        long predicate = Hash64.ofWords(line.bytes(), line.start(QuadLine.PREDICATE), line.end(QuadLine.PREDICATE));
        predicates[count] = predicate;
        ends[count] = from + length;
        count++;
        return predicate;
    }

    /** {@return how many lines there are} */
    int count() {
        return count;
    }

    /** {@return how many lines have a predicate} */
    int count(long predicate) {
        int found = 0;
        for (int line = 0; line < count; line++) {
            found += predicates[line] == predicate ? 1 : 0;
        }
        return found;
    }

    /** {@return the subject as N-Quads have it; never changed} */
    public byte[] subject() {
        return subject;
    }

    /** {@return where the first line about the subject begins} */
    public long position() {
        return position;
    }

    /** {@return the first line with a predicate, or -1} */
    public int find(long predicate) {
        for (int line = 0; line < count; line++) {
            if (predicates[line] == predicate) {
                return line;
            }
        }
        return -1;
    }

    /** {@return the last line with a predicate, or -1} */
    int last(long predicate) {
        int line = count - 1;
        while (line >= 0 && predicates[line] != predicate) {
            line--;
        }
        return line;
    }

    /** {@return the hash of a line's predicate} */
    long predicate(int line) {
        return predicates[line];
    }

    /** {@return the hash of a line's object} */
    public long hash(int line) {
        return Hash64.ofWords(objects, from(line), ends[line]);
    }

    /** {@return the bytes of a line's object, as they are until another line is added} */
    ByteBuffer bytes(int line) {
        return ByteBuffer.wrap(objects, from(line), ends[line] - from(line));
    }

    /** {@return the object of a line, as N-Quads have it} */
    public String object(int line) {
        return new String(objects, from(line), ends[line] - from(line), StandardCharsets.UTF_8);
    }

    private int from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }
}
