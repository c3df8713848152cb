package fr.pleiade.mapping.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A set of byte strings, held one behind the other in one array, in the order in which they came.
 *
 * <p>Memory: the strings, and 8 to 16 bytes for each. Not thread-safe.
 */
public final class ByteStrings {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Bytes store = new Bytes();
    private int[] ends = new int[1024];
    private int[] slots = new int[2048];
    private int size;

    /** {@return the string's hash} */
    public static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 8 | bytes[i] & 0xFF;
        }
        return mixed(hash ^ rest);
    }

    private static long mixed(long value) {
        long product = value * MULTIPLIER;
        return product ^ product >>> 32;
    }

    /** {@return the bytes that the strings take} */
    public int bytes() {
        return store.length();
    }

    public int size() {
        return size;
    }

    /** {@return the string's number, from 0, or -1 if it is not there} */
    public int find(byte[] bytes, int from, int to, long hash) {
        int mask = slots.length - 1;
        for (int slot = (int) hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = slots[slot] - 1;
            if (Arrays.equals(store.array(), start(number), ends[number], bytes, from, to)) {
                return number;
            }
        }
        return -1;
    }

    /** Adds a string that is not there yet. {@return its number} */
    public int add(byte[] bytes, int from, int to, long hash) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        store.put(bytes, from, to);
        ends[size] = store.length();
        insert(size++, hash);
        return size - 1;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void insert(int number, long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = number + 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            insert(number, hash(store.array(), start(number), ends[number]));
        }
    }
}
