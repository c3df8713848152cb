package fr.pleiade.quads;

/**
 * A set of hashes of 64 bits, as {@link Hash64} makes them, without an object for each: 12 to 24 bytes each, once there are many. Not
 * thread-safe.
 */
public final class HashSet64 {
    /** What stands for 0, which marks a free place. */
    private static final long ZERO = 0x9E3779B97F4A7C15L;

    private static final int START = 42;

    private long[] places;
    private int size;

    /** An empty set. */
    public HashSet64() {
        this(START);
    }

    /** @param foretold for how many there is room from the beginning; it grows for more */
    public HashSet64(long foretold) {
        places = new long[capacity(foretold)];
    }

    /** {@return how many places so many hashes need, of 8 bytes each: a power of two that they fill to two thirds at most} */
    public static int capacity(long hashes) {
        return Integer.highestOneBit((int) Math.max(2, hashes * 3 / 2)) << 1;
    }

    /** Adds a hash. {@return whether it was not there before} */
    public boolean add(long hash) {
        long kept = hash == 0 ? ZERO : hash;
        int place = place(kept);
        if (places[place] == kept) {
            return false;
        }
        places[place] = kept;
        size++;
        if (3L * size > 2L * places.length) {
            grow();
        }
        return true;
    }

    /** Adds what is in another set. */
    public void addAll(HashSet64 other) {
        for (long hash : other.places) {
            if (hash != 0) {
                add(hash);
            }
        }
    }

    /** {@return how many hashes there are} */
    public int size() {
        return size;
    }

    /** {@return where a hash is, or would be} */
    private int place(long kept) {
        int mask = places.length - 1;
        int place = (int) kept & mask;
        while (places[place] != 0 && places[place] != kept) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] all = places;
        places = new long[2 * all.length];
        for (long kept : all) {
            if (kept != 0) {
                places[place(kept)] = kept;
            }
        }
    }
}
