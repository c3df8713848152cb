package fr.pleiade.quads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

    /** {@return the next space's index, or {@code to} if there is none before it} */
    static int space(byte[] bytes, int from, int to) {
        return next(bytes, from, to, SPACES, (byte) ' ');
    }

    private static int next(byte[] bytes, int from, int to, long eight, byte one) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long differences = (long) LONGS.get(bytes, i) ^ eight;
            long found = differences - LOW_BITS & ~differences & HIGH_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        while (i < to && bytes[i] != one) {
            i++;
        }
        return i;
    }
}
