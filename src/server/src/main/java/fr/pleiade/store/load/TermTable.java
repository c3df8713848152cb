package fr.pleiade.store.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The numbers of terms by the terms' hashes: a hash table in a temporary mapped file, which may be larger than memory.
 *
 * <p>The first bits of a hash say where its entry belongs, and the entry is there or in one of the next places. So the entries are
 * nearly in the order of their hashes: the table grows in one pass from its beginning to its end, and gives its entries sorted with no
 * more than a sort of each run of neighbours. Not thread-safe; closing it removes the file.
 */
final class TermTable implements AutoCloseable {
    /** What {@link #find} gives for a hash that is not there. */
    static final long ABSENT = -1;

    private static final int ENTRY = 3; // both halves of the hash, and the number plus one, which no entry has as zero
    private static final Comparator<long[]> BY_HASH =
            (a, b) -> a[0] == b[0] ? Long.compareUnsigned(a[1], b[1]) : Long.compareUnsigned(a[0], b[0]);
    private static final int ENTRIES_PER_PART = 1 << 20;
    private static final int BEHIND_THE_LAST = 1 << 12;

    private final Path file;
    private int bits;
    private long entries;
    private List<LongBuffer> parts;

    /** @param bits the table has room for a little more than half of two to this power before it grows */
    TermTable(Path file, int bits) {
        this.file = file;
        this.bits = bits;
        this.parts = map();
    }

    long entries() {
        return entries;
    }

    /** {@return the number of the term with this hash of 128 bits, or {@link #ABSENT}} */
    long find(long high, long low) {
        for (long place = place(high); ; place++) {
            LongBuffer part = part(place);
            int at = offset(place);
            long number = part.get(at + 2);
            if (number == 0 || part.get(at) == high && part.get(at + 1) == low) {
                return number - 1;
            }
        }
    }

    /** Adds the number, from zero, of a term whose hash is not there yet. */
    void add(long high, long low, long number) {
        if (entries * 5 >= (3L << bits) || !insert(high, low, number)) {
            grow();
            add(high, low, number);
            return;
        }
        entries++;
    }

    /** {@return the entries in the order of their hashes as unsigned numbers: both halves of the hash, then the number} */
    Iterator<long[]> sorted() {
        return new Sorted();
    }

    private final class Sorted implements Iterator<long[]> {
        private final List<long[]> neighbours = new ArrayList<>();
        private long place;
        private int next;

        @Override
        public boolean hasNext() {
            if (next == neighbours.size()) {
                readNeighbours();
            }
            return next < neighbours.size();
        }

        @Override
        public long[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return neighbours.get(next++);
        }

        private void readNeighbours() {
            neighbours.clear();
            next = 0;
            for (long end = places(); place < end; place++) {
                LongBuffer part = part(place);
                int at = offset(place);
                if (part.get(at + 2) != 0) {
                    neighbours.add(new long[] {part.get(at), part.get(at + 1), part.get(at + 2) - 1});
                } else if (!neighbours.isEmpty()) {
                    break;
                }
            }
            neighbours.sort(BY_HASH);
        }
    }

    private boolean insert(long high, long low, long number) {
        long place = place(high);
        while (part(place).get(offset(place) + 2) != 0) {
            place++;
        }
        if (place + 1 >= places()) {
            return false; // the last place stays empty: there a search ends
        }
        LongBuffer part = part(place);
        int at = offset(place);
        part.put(at, high).put(at + 1, low).put(at + 2, number + 1);
        return true;
    }

    private void grow() {
        List<LongBuffer> before = parts;
        long placesBefore = places();
        bits++;
        parts = map();
        for (long place = 0; place < placesBefore; place++) {
            LongBuffer part = before.get((int) (place / ENTRIES_PER_PART));
            int at = offset(place);
            if (part.get(at + 2) != 0 && !insert(part.get(at), part.get(at + 1), part.get(at + 2) - 1)) {
                throw new IllegalStateException("hashes that are all alike: " + file);
            }
        }
    }

    private long place(long high) {
        return high >>> (Long.SIZE - bits);
    }

    private LongBuffer part(long place) {
        return parts.get((int) (place / ENTRIES_PER_PART));
    }

    private static int offset(long place) {
        return (int) (place % ENTRIES_PER_PART) * ENTRY;
    }

    private long places() {
        return (1L << bits) + BEHIND_THE_LAST;
    }

    /** Takes the place of the file with an empty one of the size that is needed now; what was mapped before stays as it was. */
    private List<LongBuffer> map() {
        List<LongBuffer> mapped = new ArrayList<>();
        try {
            Files.deleteIfExists(file);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long partBytes = (long) ENTRIES_PER_PART * ENTRY * Long.BYTES;
                long allBytes = places() * ENTRY * Long.BYTES;
                for (long at = 0; at < allBytes; at += partBytes) {
                    mapped.add(channel.map(FileChannel.MapMode.READ_WRITE, at, Math.min(partBytes, allBytes - at))
                            .order(ByteOrder.nativeOrder())
                            .asLongBuffer());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
        return mapped;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
