package fr.pleiade.quads;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A graph as a file of N-Quads sorted by unsigned bytes, without duplicates: found in by binary search, lexical forms as written.
 *
 * <p>Memory: none of the heap, for the file is mapped; of a packed one, one frame. A look-up reads about log2(lines) lines. Thread-safe.
 * The file must not change.
 */
public final class GraphFile {
    private static final long UNKNOWN = -1;
    private static final long FIRST_STEP = 1 << 10;

    /** How many bytes are copied at a time: most things are said within them. */
    private static final int BLOCK = 1 << 13;

    private final FileBytes file;
    private volatile long lastLine = UNKNOWN;

    private GraphFile(FileBytes file) {
        this.file = file;
    }

    /** @throws UncheckedIOException if the file cannot be read */
    public static GraphFile of(Path nquads) {
        try {
            return new GraphFile(MappedFile.of(nquads));
        } catch (IOException e) {
            throw new UncheckedIOException(nquads + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return the graph in a packed file}
     *
     * @throws IOException if it cannot be read, or is not all there
     */
    public static GraphFile packed(Path file) throws IOException {
        return new GraphFile(PackedFile.open(file));
    }

    /** {@return how many bytes the N-Quads are} */
    public long size() {
        return file.size();
    }

    /**
     * Gives the quads whose subject is the thing or a {@code #} fragment of it, in the order of the file.
     *
     * @return whether the thing itself is the subject of one
     */
    public boolean describe(String thing, Consumer<Quad> quads) {
        String iri = new Term.Iri(thing).toNTriples();
        byte[] fragment = bytes(iri.substring(0, iri.length() - 1) + "#"); // '#' sorts before '>'
        byte[] subject = bytes(iri + " ");
        long behindFragments = give(firstLineFrom(fragment), fragment, quads);
        long first = firstLineBehind(behindFragments, subject);
        return give(first, subject, quads) > first;
    }

    /** {@return whether the IRI is the subject of a line} */
    public boolean hasSubject(String iri) {
        byte[] prefix = bytes(new Term.Iri(iri).toNTriples() + " ");
        return begins(firstLineFrom(prefix), prefix);
    }

    /** {@return a search for subjects in ascending order} */
    public Subjects subjects() {
        return new Subjects();
    }

    /**
     * A search for subjects that are asked for in ascending order: it goes on from the place of the one before, in steps that double, so
     * that many look-ups take one pass and few take a binary search each. Not thread-safe.
     */
    public final class Subjects {
        private long place;

        private Subjects() {}

        /** @param subject an IRI as in N-Quads and a space; not less than the one before */
        public boolean contains(byte[] subject) {
            place = firstLineBehind(place, subject);
            return begins(place, subject);
        }
    }

    /** {@return a place in the file, at its first line} */
    public Lines lines() {
        return new Lines();
    }

    /** A place in the file, between which and the next one a line stands; moves by search or line by line. Not thread-safe. */
    public final class Lines {
        private long start;
        private long end = nextLine(0);
        private byte[] line = {};

        private Lines() {}

        /** Moves to the first line that is not less than the key. */
        public void seek(byte[] key) {
            start = firstLineFrom(key);
            move();
        }

        /** Moves to the next line. */
        public void next() {
            start = end;
            move();
        }

        private void move() {
            end = nextLine(start);
            line = new byte[0];
        }

        /** {@return where the line begins, in bytes from 0} */
        public long position() {
            return start;
        }

        /** {@return whether there is a line here that begins so} */
        public boolean begins(byte[] prefix) {
            return GraphFile.this.begins(start, prefix);
        }

        /** {@return the line's bytes without its end; nothing at the end of the file} */
        public byte[] line() {
            if (line.length == 0 && end > start) {
                line = file.bytes(start, end - 1);
            }
            return line;
        }
    }

    /**
     * Gives the quads of exactly this subject, in the order of the file.
     *
     * @return whether there is one
     */
    public boolean about(Term subject, Consumer<Quad> quads) {
        byte[] prefix = bytes(subject.toNTriples() + " ");
        long first = firstLineFrom(prefix);
        return give(first, prefix, quads) > first;
    }

    /**
     * Gives the quads of one subject, in the order of the file.
     *
     * @param line where the first line about it begins
     */
    public void subjectAt(long line, Consumer<Quad> quads) {
        byte[] first = file.bytes(line, nextLine(line));
        int end = 0;
        while (first[end] != ' ') {
            end++;
        }
        give(line, Arrays.copyOf(first, end + 1), quads);
    }

    /** Gives the quads of the lines from one on that begin so. {@return where the first line starts that does not} */
    private long give(long first, byte[] prefix, Consumer<Quad> quads) {
        QuadLine cursor = new QuadLine();
        long place = first;
        int ahead = BLOCK;
        while (begins(place, prefix)) {
            byte[] block = file.bytes(place, Math.min(place + ahead, file.size()));
            int start = 0;
            for (int end = LineEnds.next(block, 0, block.length);
                    end < block.length && startsWith(block, start, prefix);
                    end = LineEnds.next(block, start, block.length)) {
                quads.accept(cursor.at(block, start, end).quad());
                start = end + 1;
            }
            place += start;
            ahead = start == 0 ? 2 * ahead : ahead; // a line longer than the block
        }
        return place;
    }

    /**
     * {@return the first line that is not less than a key, in steps that double: for one that is not far}
     *
     * @param from where a line starts; each line before it is less than the key
     */
    private long firstLineBehind(long from, byte[] key) {
        long place = from;
        if (place >= file.size() || compare(place, key) >= 0) {
            return place;
        }
        long step = FIRST_STEP;
        long high = lineStart(Math.min(place + step, file.size()));
        while (high < file.size() && compare(high, key) < 0) {
            place = high;
            step *= 2;
            high = lineStart(Math.min(place + step, file.size()));
            if (high == place) {
                high = nextLine(place); // a line longer than the step
            }
        }
        return firstLineFrom(key, place, high);
    }

    /** {@return where the first line starts that is not less than the key, or the end of the file} */
    private long firstLineFrom(byte[] key) {
        long last = lastLine();
        if (compare(last, key) < 0) {
            return file.size(); // most graphs are of one type of things, and most keys of another
        }
        return compare(0, key) >= 0 ? 0 : firstLineFrom(key, 0, last);
    }

    /**
     * {@return the first line that is not less than the key, between two starts of lines}
     *
     * @param from each line that starts before it is less than the key
     * @param to the line that starts here, if any, is not less
     */
    private long firstLineFrom(byte[] key, long from, long to) {
        long low = from;
        long high = to;
        while (low < high) {
            long line = lineStart((low + high) >>> 1);
            if (compare(line, key) < 0) {
                low = nextLine(line);
            } else {
                high = line;
            }
        }
        return low;
    }

    /** Not when the file is opened: to list packed releases, nothing of them need be unpacked. */
    private long lastLine() {
        long known = lastLine;
        if (known == UNKNOWN) {
            known = lineStart(Math.max(file.size() - 1, 0));
            lastLine = known;
        }
        return known;
    }

    private long lineStart(long position) {
        long start = position;
        while (start > 0 && file.at(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    private long nextLine(long position) {
        return Math.min(file.lineFeed(position) + 1, file.size());
    }

    private int compare(long line, byte[] key) {
        return file.compare(line, key);
    }

    private boolean begins(long line, byte[] prefix) {
        return line < file.size() && compare(line, prefix) == 0;
    }

    private static boolean startsWith(byte[] block, int at, byte[] prefix) {
        return block.length - at >= prefix.length
                && Arrays.equals(block, at, at + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
