package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is said of one subject: for each line the predicate's hash, and the object's bytes. Used again for the next. Not thread-safe.
 *
 * <p>Lines are counted from 0, in the order in which they come. What a set of cube.link's has is left out: that is said of the set as often as
 * there are observations.
 */
public final class Said {
    private static final int LINES = 64;
    private static final long MEMBER = hash("<" + CUBE_LINK + "observation>");

    /** Takes what is said of a subject. */
    @FunctionalInterface
    public interface Sink {
        /** @param said valid during the call */
        void subject(Said said) throws IOException;
    }

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

    /** Gives what sorted lines say, one subject after the other. */
    public static void each(InputStream graph, Sink subjects) throws IOException {
        Said said = new Said();
        try (LineReader lines = new LineReader(graph)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (!line.is(QuadLine.SUBJECT, said.subject)) {
                    said.give(subjects);
                    said.begin(line, 0);
                }
                said.add(line);
            }
            said.give(subjects);
        }
    }

    private void give(Sink subjects) throws IOException {
        if (count > 0) {
            subjects.subject(this);
        }
    }

    /** Forgets the subject. */
    void clear() {
        subject = new byte[0];
        count = 0;
    }

    /** Adds a line. {@return the predicate's hash} */
    public long add(QuadLine line) {
        long predicate = Hash64.ofWords(line.bytes(), line.start(QuadLine.PREDICATE), line.end(QuadLine.PREDICATE));
        if (predicate != MEMBER) {
            add(line, predicate);
        }
        return predicate;
    }

    private void add(QuadLine line, long predicate) {
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
        predicates[count] = predicate;
        ends[count] = from + length;
        count++;
    }

    /** {@return how many lines there are} */
    public int count() {
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
    public long predicate(int line) {
        return predicates[line];
    }

    /** {@return the hash of a line's object} */
    public long hash(int line) {
        return Hash64.ofWords(objects, from(line), ends[line]);
    }

    /** {@return the bytes of a line's object, as they are until another line is added} */
    public ByteBuffer bytes(int line) {
        return ByteBuffer.wrap(objects, from(line), ends[line] - from(line));
    }

    /** {@return the object of a line, as N-Quads have it} */
    public String object(int line) {
        return new String(objects, from(line), ends[line] - from(line), StandardCharsets.UTF_8);
    }

    /** {@return the hash of a term as N-Quads have it, as predicates and objects have it here} */
    public static long hash(String term) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        return Hash64.ofWords(bytes, 0, bytes.length);
    }

    private int from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }
}
