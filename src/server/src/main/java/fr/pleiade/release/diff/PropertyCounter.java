package fr.pleiade.release.diff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the values of each property in two files of one graph, line by line, without an object for a line. Not thread-safe. */
final class PropertyCounter {
    private static final int BUCKETS = 1 << 10;

    private final @Nullable Entry[] buckets = new Entry[BUCKETS];

    private static final class Entry {
        private final byte[] property; // with its brackets
        private final @Nullable Entry next;
        private long kept;
        private long removed;
        private long added;

        Entry(byte[] property, @Nullable Entry next) {
            this.property = property;
            this.next = next;
        }
    }

    /**
     * Counts one line.
     *
     * @param line canonical N-Quads
     * @param from a place in the line's subject
     * @param order below 0: it is in the old file only; 0: in both; above 0: in the new one only
     */
    void count(byte[] line, int from, int order) {
        int start = from;
        while (line[start] != ' ') {
            start++;
        }
        int end = ++start;
        int hash = 0;
        while (line[end] != ' ') {
            hash = 31 * hash + line[end++];
        }
        Entry entry = entry(line, start, end, (hash ^ hash >>> 16) & BUCKETS - 1);
        if (order == 0) {
            entry.kept++;
        } else if (order < 0) {
            entry.removed++;
        } else {
            entry.added++;
        }
    }

    private Entry entry(byte[] line, int start, int end, int bucket) {
        for (Entry entry = buckets[bucket]; entry != null; entry = entry.next) {
            if (Arrays.equals(line, start, end, entry.property, 0, entry.property.length)) {
                return entry;
            }
        }
        Entry added = new Entry(Arrays.copyOfRange(line, start, end), buckets[bucket]);
        buckets[bucket] = added;
        return added;
    }

    /** {@return what was counted, by the properties' IRIs} */
    SortedMap<String, ChangeCounts.Values> values() {
        SortedMap<String, ChangeCounts.Values> values = new TreeMap<>();
        for (Entry first : buckets) {
            for (Entry entry = first; entry != null; entry = entry.next) {
                String written = new String(entry.property, StandardCharsets.UTF_8);
                values.put(
                        written.substring(1, written.length() - 1),
                        new ChangeCounts.Values(entry.kept + entry.removed, entry.removed, entry.added));
            }
        }
        return values;
    }
}
