package fr.pleiade.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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
    private final Map<Long, Value> kept = new HashMap<>();
    private final PriorityQueue<Long> largest = new PriorityQueue<>(Comparator.reverseOrder());
    private long threshold = Long.MAX_VALUE;
    private long filled;
    private String first = "";
    private boolean dropped;

    /** One value: its text, the line of its first cell, and how many cells have it. */
    static final class Value {
        final String text;
        final long line;
        long cells = 1;

        Value(String text, long line) {
            this.text = text;
            this.line = line;
        }
    }

    /** @param most how many values are kept */
    DistinctValues(int most) {
        this.most = most;
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
        Value known = kept.get(place);
        if (known != null) {
            known.cells++;
            return;
        }
        kept.put(place, new Value(text(bytes, start, end), line));
        largest.add(place);
        if (largest.size() > most) {
            threshold = largest.remove();
            kept.remove(threshold);
            dropped = true;
        }
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
        return !dropped;
    }

    /** {@return how many distinct values there are; within some hundredths if not {@link #isExact()}} */
    long distinct() {
        return dropped ? Math.min(filled, Math.round((most - 1) / (threshold / (double) Long.MAX_VALUE))) : kept.size();
    }

    /** {@return the values that are kept, in the order of their first lines} */
    List<Value> values() {
        List<Value> values = new ArrayList<>(kept.values());
        values.sort(Comparator.<Value>comparingLong(value -> value.line).thenComparing(value -> value.text));
        return values;
    }

    /** {@return how many cells the kept values have} */
    long keptCells() {
        return kept.values().stream().mapToLong(value -> value.cells).sum();
    }
}
