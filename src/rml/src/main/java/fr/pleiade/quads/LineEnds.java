package fr.pleiade.quads;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Where lines end in bytes: the one place that cuts text into lines, eight bytes at a time. */
public final class LineEnds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_ENDS = '\n' * LOW_BITS;

    private LineEnds() {}

    /** {@return the next line feed's index, or {@code to} if there is none before it} */
    public static int next(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long differences = (long) LONGS.get(bytes, i) ^ LINE_ENDS;
            long lineEnds = differences - LOW_BITS & ~differences & HIGH_BITS;
            if (lineEnds != 0) {
                return i + Long.numberOfTrailingZeros(lineEnds) / 8;
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }
}
