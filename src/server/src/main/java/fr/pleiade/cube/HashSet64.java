package fr.pleiade.cube;

/** A set of hashes of 64 bits, without an object for each. Not thread-safe. */
final class HashSet64 {
    private static final int START = 64;

    private long[] slots = new long[START];
    private int size;
    private boolean hasZero;

    /** Adds a hash. {@return whether it was not there} */
    boolean add(long hash) {
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slot(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return true;
    }

    /** {@return where a hash is, or would be} */
    private int slot(long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] all = slots;
        slots = new long[2 * all.length];
        for (long hash : all) {
            if (hash != 0) {
                slots[slot(hash)] = hash;
            }
        }
    }
}
