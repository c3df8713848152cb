package fr.pleiade.quality.stars;

import fr.pleiade.quads.Hash64;
import java.util.Arrays;

/**
 * Counts distinct byte strings by a hash of 64 bits: of a million, two have the same with a chance of 1 in 30 million.
 *
 * <p>Memory: 16 bytes a string at most, and no more than {@value #MOST} of them; of more it says so and counts no further.
 */
final class HashSet64 {
    static final int MOST = 1 << 22;
    private static final int FIRST = 64;

    private long[] table = new long[FIRST];
    private int size;

    /** {@return whether it was not there yet} */
    boolean add(byte[] bytes, int from, int to) {
        return add(hash(bytes, from, to));
    }

    private boolean add(long hash) {
        if (size == MOST) {
            return false;
        }
        int at = (int) hash & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
        return true;
    }

    void addAll(HashSet64 other) {
        Arrays.stream(other.table).filter(hash -> hash != 0).forEach(this::add);
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        size = 0;
        for (long hash : before) {
            if (hash != 0) {
                add(hash);
            }
        }
    }

    /** Never 0, which is an empty place. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = Hash64.of(bytes, from, to);
        return hash == 0 ? 1 : hash;
    }
}
