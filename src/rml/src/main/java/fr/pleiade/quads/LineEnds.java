package fr.pleiade.quads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where lines, and terms within them, end in bytes: the one place that cuts text into lines, eight bytes at a time. */
public final class LineEnds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_ENDS = '\n' * LOW_BITS;
    private static final long SPACES = ' ' * LOW_BITS;

    private LineEnds() {}

    /** {@return the next line feed's index, or {@code to} if there is none before it} */
    public static int next(byte[] bytes, int from, int to) {
        return next(bytes, from, to, LINE_ENDS, (byte) '\n');
    }

    /**
     * {@return the next line feed's index, or the buffer's limit if there is none before it}
     *
     * @param bytes with their numbers in {@link ByteOrder#LITTLE_ENDIAN}
     */
    static int next(ByteBuffer bytes, int from) {
        int i = from;
        for (; i + 8 <= bytes.limit(); i += 8) {
            long found = places(bytes.getLong(i), LINE_ENDS);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        while (i < bytes.limit() && bytes.get(i) != '\n') {
            i++;
        }
        return i;
    }

    /** {@return the next space's index, or {@code to} if there is none before it} */
    static int space(byte[] bytes, int from, int to) {
        return next(bytes, from, to, SPACES, (byte) ' ');
    }

    private static int next(byte[] bytes, int from, int to, long eight, byte one) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long found = places((long) LONGS.get(bytes, i), eight);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        while (i < to && bytes[i] != one) {
            i++;
        }
        return i;
    }

    /** {@return the high bits of those of eight bytes that are the same as in the other eight; above the lowest of them, perhaps of others too} */
    private static long places(long bytes, long eight) {
        long differences = bytes ^ eight;
        return differences - LOW_BITS & ~differences & HIGH_BITS;
    }
}
