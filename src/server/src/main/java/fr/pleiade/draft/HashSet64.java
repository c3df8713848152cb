package fr.pleiade.draft;

/** A set of hashes of 64 bits, 12 to 24 bytes each, for as many as were foretold. Not thread-safe. */
final class HashSet64 {
    /** What stands for 0, which marks a free place. */
    private static final long ZERO = 0x9E3779B97F4A7C15L;

    private final long[] places;
    private final int mask;

    /** @param most how many hashes at most will be added */
    HashSet64(long most) {
        places = new long[capacity(most)];
        mask = places.length - 1;
    }

    /** {@return how many places so many hashes need: a power of two that they fill to two thirds at most} */
    static int capacity(long most) {
        return Integer.highestOneBit((int) Math.max(2, most * 3 / 2)) << 1;
    }

    /** {@return whether a hash was not there before} */
    boolean add(long hash) {
        long kept = hash == 0 ? ZERO : hash;
        int place = (int) kept & mask;
        for (; places[place] != 0; place = place + 1 & mask) {
            if (places[place] == kept) {
                return false;
            }
        }
        places[place] = kept;
        return true;
    }
}
