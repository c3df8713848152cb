package fr.pleiade.mapping.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are being written; grows as needed, and keeps its room when it is cleared. */
public final class Bytes {
    private byte[] array;
    private int length;

    public Bytes() {
        this.array = new byte[256];
    }

    /** Bytes that are there already. */
    private Bytes(byte[] array) {
        this.array = array;
        this.length = array.length;
    }

    /** {@return a copy that takes no more room than it needs} */
    Bytes copy() {
        return new Bytes(Arrays.copyOf(array, length));
    }

    public int length() {
        return length;
    }

    public byte[] array() {
        return array;
    }

    public void clear() {
        length = 0;
    }

    /** Takes back what was written beyond a length. */
    public void truncate(int shorter) {
        length = shorter;
    }

    /** Makes room for some more bytes, so that {@link #array()} can be written to directly up to there. */
    public void reserve(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(length + more, array.length * 2));
        }
    }

    public void put(byte b) {
        if (length == array.length) {
            reserve(1);
        }
        array[length++] = b;
    }

    public void put(byte[] source) {
        put(source, 0, source.length);
    }

    public void put(byte[] source, int from, int to) {
        int count = to - from;
        if (length + count > array.length) {
            reserve(count);
        }
        System.arraycopy(source, from, array, length, count);
        length += count;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, length);
    }

    @Override
    public String toString() {
        return new String(array, 0, length, StandardCharsets.UTF_8);
    }
}
