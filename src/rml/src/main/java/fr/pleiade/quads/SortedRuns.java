package fr.pleiade.quads;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorted files of records, merged into one order: the half of an external sort that is the same for lines, rows and any other record.
 *
 * <p>Whoever sorts fills its memory, sorts it, and writes it to a {@link #newRun}; at the end {@link #merge} gives all records in order,
 * of equal ones those of an earlier run first. At most {@link #FAN_IN} runs are read at a time, and one written: where there are more,
 * neighbours are merged into longer ones first, only as many as need be. Disk: the records once, or twice while that is done. Not
 * thread-safe; closing it removes the runs.
 *
 * @param <C> what a run is read with
 * @see <a href="https://en.wikipedia.org/wiki/External_sorting">External merge sort</a>
 */
public final class SortedRuns<C extends SortedRuns.Cursor<C>> implements Closeable {
    /** How many runs are merged at a time; so many files are open. */
    public static final int FAN_IN = 64;

    private final Format<C> format;
    private final NewFile files;
    private final List<Path> runs = new ArrayList<>();
    private final Set<Path> own = new HashSet<>();

    /** @param files names the file of each run */
    public SortedRuns(Format<C> format, NewFile files) {
        this.format = format;
        this.files = files;
    }

    /** The records of a run, one at a time; compares by the current one. */
    public interface Cursor<C> extends Comparable<C>, Closeable {
        /** Moves to the next record. {@return whether there is one} */
        boolean next() throws IOException;
    }

    /** Takes records in order. */
    public interface Writer<C> extends Closeable {
        /** Takes the current record; may leave out one that is equal to that before. */
        void add(C record) throws IOException;
    }

    /** How records are kept in a file. */
    public interface Format<C> {
        C open(Path run) throws IOException;

        Writer<C> create(Path run) throws IOException;
    }

    /** Gives the place of a file that is not in use. */
    @FunctionalInterface
    public interface NewFile {
        Path next() throws IOException;
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** {@return the file of a run that is to be written now; its records are behind those of all runs before} */
    public Path newRun() throws IOException {
        Path run = ownFile();
        runs.add(run);
        return run;
    }

    /** Adds a run that is written already; it must stay until the merge has ended, and is not removed. */
    public void add(Path run) {
        runs.add(run);
    }

    private Path ownFile() throws IOException {
        Path file = files.next();
        own.add(file);
        return file;
    }

    /** {@return all records in order; to be closed before this is} */
    public Merge<C> merge() throws IOException {
        while (runs.size() > FAN_IN) {
            for (int at = 0; at < runs.size() && runs.size() > FAN_IN; at++) {
                shorten(runs.subList(at, Math.min(at + Math.min(FAN_IN, runs.size() - FAN_IN + 1), runs.size())));
            }
        }
        return new Merge<>(format, runs);
    }

    /** Puts one run in the place of some neighbours. */
    private void shorten(List<Path> neighbours) throws IOException {
        Path longer = ownFile();
        try (Merge<C> merge = new Merge<>(format, neighbours);
                Writer<C> out = format.create(longer)) {
            while (merge.next()) {
                out.add(merge.record());
            }
        }
        for (Path run : neighbours) {
            if (own.remove(run)) {
                Files.deleteIfExists(run);
            }
        }
        neighbours.clear();
        neighbours.add(longer);
    }

    /** Removes all runs that are its own, and forgets the others; it can be used again. */
    @Override
    public void close() throws IOException {
        runs.clear();
        for (Path run : own) {
            Files.deleteIfExists(run);
        }
        own.clear();
    }

    /** The records of several runs, in order. */
    public static final class Merge<C extends Cursor<C>> implements Closeable {
        private final List<C> open = new ArrayList<>();
        private final PriorityQueue<Head<C>> others = new PriorityQueue<>();
        private @Nullable Head<C> least;

        private Merge(Format<C> format, List<Path> runs) throws IOException {
            try {
                for (Path run : runs) {
                    C cursor = format.open(run);
                    open.add(cursor);
                    if (cursor.next()) {
                        others.add(new Head<>(cursor, open.size()));
                    }
                }
            } catch (IOException | RuntimeException e) {
                try (this) {
                    throw e;
                }
            }
        }

        /** Moves to the next record. {@return whether there is one} */
        public boolean next() throws IOException {
            Head<C> head = least;
            if (head == null || !head.cursor.next()) {
                least = others.poll();
                return least != null;
            }
            Head<C> other = others.peek();
            if (other != null && other.compareTo(head) < 0) {
                others.add(head);
                least = others.poll();
            }
            return true;
        }

        /** {@return a cursor on the current record; valid until the next call of {@link #next}} */
        public C record() {
            Head<C> head = least;
            if (head == null) {
                throw new NoSuchElementException();
            }
            return head.cursor;
        }

        @Override
        public void close() throws IOException {
            for (C cursor : open) {
                cursor.close();
            }
        }
    }

    private record Head<C extends Cursor<C>>(C cursor, int number) implements Comparable<Head<C>> {
        @Override
        public int compareTo(Head<C> other) {
            int byRecord = cursor.compareTo(other.cursor);
            return byRecord == 0 ? Integer.compare(number, other.number) : byRecord;
        }
    }
}
