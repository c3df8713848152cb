package fr.pleiade.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column, in bounded memory: those with the smallest hashes, each with its number of cells and its first line.
 *
 * <p>They are a sample of the distinct values that is fair, because a hash knows nothing of a value's meaning or place; and the counts
 * are exact, because a hash that is among the smallest at the end was so from the beginning. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/3-540-45726-7_1">Bar-Yossef et al., Counting distinct elements in a data stream, 2002</a>
 */
final class DistinctValues {
    /** Longer values are cut; nothing that is asked of a value needs more. */
    private static final int LONGEST = 2000;

    private final int most;
    /** An open table by {@link Value#place}, which is halved when more than twice as many are in it as are kept. */
    private @Nullable Value[] table;

    private int size;
    private long threshold = Long.MAX_VALUE;
    private long filled;
    private String first = "";
    private boolean dropped;

    /** One value: its text, the line of its first cell, and how many cells have it. */
    static final class Value {
        final String text;
        final long line;
        long cells = 1;
        private final long place;

        private Value(long place, String text, long line) {
            this.place = place;
            this.text = text;
            this.line = line;
        }
    }

    /** @param most how many values are kept */
    DistinctValues(int most) {
        this.most = most;
        this.table = new Value[Integer.highestOneBit(most) * 8];
    }

    void add(byte[] bytes, int start, int end, long hash, long line) {
        if (filled++ == 0) {
            first = text(bytes, start, end);
        }
        long place = hash >>> 1;
        if (place >= threshold) {
            dropped = true;
            return;
        }
        int slot = slot(place);
        Value known = table[slot];
        if (known != null) {
            known.cells++;
            return;
        }
        table[slot] = new Value(place, text(bytes, start, end), line);
        if (++size > 2 * most) {
            trim();
        }
    }

    /** {@return where the value of a hash is, or will be} */
    private int slot(long place) {
        int mask = table.length - 1;
        int slot = (int) place & mask;
        for (Value there = table[slot]; there != null && there.place != place; there = table[slot]) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Drops the values with the largest hashes, so that no more are kept than are wanted. */
    private void trim() {
        if (size <= most) {
            return;
        }
        List<Value> all = kept();
        all.sort(Comparator.comparingLong(value -> value.place));
        threshold = all.get(most).place;
        dropped = true;
        table = new Value[table.length];
        size = most;
        for (Value value : all.subList(0, most)) {
            table[slot(value.place)] = value;
        }
    }

    private List<Value> kept() {
        List<Value> all = new ArrayList<>();
        for (Value value : table) {
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    private static String text(byte[] bytes, int start, int end) {
        int shown = Math.min(end - start, LONGEST);
        return new String(bytes, start, shown, StandardCharsets.UTF_8);
    }

    /** {@return how many cells are not empty} */
    long filled() {
        return filled;
    }

    /** {@return the value of the first cell that has one; {@code ""} if none has} */
    String first() {
        return first;
    }

    /** {@return whether all values are kept, so that nothing is estimated} */
    boolean isExact() {
        trim();
        return !dropped;
    }

    /** {@return how many distinct values there are; within some hundredths if not {@link #isExact()}} */
    long distinct() {
        trim();
        return dropped ? Math.min(filled, Math.round((most - 1) / (threshold / (double) Long.MAX_VALUE))) : size;
    }

    /** {@return whether a value is known to stand in several cells} */
    boolean hasRepeats() {
        return kept().stream().anyMatch(value -> value.cells > 1);
    }

    /** {@return the values that are kept, in the order of their first lines} */
    List<Value> values() {
        trim();
        List<Value> values = kept();
        values.sort(Comparator.<Value>comparingLong(value -> value.line).thenComparing(value -> value.text));
        return values;
    }

    /** {@return how many cells the kept values have} */
    long keptCells() {
        trim();
        return kept().stream().mapToLong(value -> value.cells).sum();
    }
}
