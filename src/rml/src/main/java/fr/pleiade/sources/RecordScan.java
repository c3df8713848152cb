package fr.pleiade.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where the records of a buffer end; goes on where it stopped when the buffer has grown.
 *
 * <p>It begins behind a line end, or at the beginning of the text: there a cell begins, or goes on in quotes. Eight bytes are looked at
 * together where there is no quote, else one by one by the machine that reads the cells.
 */
final class RecordScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int NOWHERE = -2;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final Rfc4180 machine;
    private final byte quote;
    private final int from;
    private int at;
    private boolean quoted;
    /** Where the last quoted cell was closed, or its first of two quotes is. */
    private int closed = NOWHERE;

    private long lines;
    private int firstCut;
    private long linesBeforeFirstCut;
    private int cut;
    private long linesBeforeCut;

    /** A scan of a buffer whose first byte begins a record. */
    RecordScan(Dialect dialect, Rfc4180 machine) {
        this(dialect, machine, 0, false);
    }

    /**
     * A scan of a buffer from behind a line end on.
     *
     * @param quoted whether that line end is in quotes
     */
    RecordScan(Dialect dialect, Rfc4180 machine, int from, boolean quoted) {
        this.machine = machine;
        this.quote = (byte) dialect.quote();
        this.from = from;
        this.at = from;
        this.quoted = quoted;
    }

    /** {@return where the last whole record ends that was seen; 0 if none did} */
    int cut() {
        return cut;
    }

    /** {@return how many lines ended before the last whole record did} */
    long linesBeforeCut() {
        return linesBeforeCut;
    }

    /** {@return where one of the first records ends that was seen; 0 if none did} */
    int firstCut() {
        return firstCut;
    }

    /** {@return how many lines ended before that one did} */
    long linesBeforeFirstCut() {
        return linesBeforeFirstCut;
    }

    /** {@return how many lines ended} */
    long lines() {
        return lines;
    }

    /** {@return whether a quoted cell is open} */
    boolean isQuoted() {
        return quoted;
    }

    void to(byte[] buffer, int end) {
        int i = at;
        for (; i + 8 <= end; i += 8) {
            long word = (long) LONGS.get(buffer, i);
            long quotes = quote == 0 ? 0 : zeroes(word ^ everyByte(quote));
            long lineFeeds = zeroes(word ^ everyByte((byte) '\n'));
            long returns = zeroes(word ^ everyByte((byte) '\r'));
            if (quotes != 0) {
                for (long rest = quotes | lineFeeds | returns; rest != 0; rest &= rest - 1) {
                    step(buffer, i + (Long.numberOfTrailingZeros(rest) >>> 3), end);
                }
            } else if ((lineFeeds | returns) != 0) {
                endLines(buffer, i, end, lineFeeds, returns);
            }
        }
        for (; i < end; i++) {
            step(buffer, i, end);
        }
        at = i;
    }

    /** Counts the line ends among eight bytes without quotes: a LF behind a CR belongs to it. */
    private void endLines(byte[] buffer, int i, int end, long lineFeeds, long returns) {
        long carried = i > from && buffer[i - 1] == '\r' ? 0x80L : 0;
        long pairs = lineFeeds & (returns << 8 | carried);
        lines += Long.bitCount(lineFeeds) + Long.bitCount(returns) - Long.bitCount(pairs);
        if (!quoted) {
            cutBehind(buffer, i + 7 - Long.numberOfLeadingZeros(lineFeeds | returns) / 8, end);
        }
    }

    private void step(byte[] buffer, int i, int end) {
        byte b = buffer[i];
        if (b == '\r' || b == '\n') {
            lines += b == '\n' && i > from && buffer[i - 1] == '\r' ? 0 : 1;
            if (!quoted) {
                cutBehind(buffer, i, end);
            }
        } else if (quoted) {
            quoted = machine.next(Rfc4180.QUOTED, b) == Rfc4180.QUOTED;
            closed = quoted ? closed : i;
        } else {
            quoted = machine.next(outside(buffer, i), b) == Rfc4180.QUOTED;
        }
    }

    /** {@return the state before a byte that is not in quotes} */
    private int outside(byte[] buffer, int i) {
        return i == from ? Rfc4180.CELL : closed == i - 1 ? Rfc4180.CLOSED : machine.next(Rfc4180.BARE, buffer[i - 1]);
    }

    /** Cuts behind a line end, unless it is a CR whose LF may come. */
    private void cutBehind(byte[] buffer, int lineEnd, int end) {
        if (buffer[lineEnd] == '\n' || (lineEnd + 1 < end && buffer[lineEnd + 1] != '\n')) {
            cut = lineEnd + 1;
            linesBeforeCut = lines;
            if (firstCut == 0) {
                firstCut = cut;
                linesBeforeFirstCut = lines;
            }
        }
    }

    private static long everyByte(byte b) {
        return (b & 0xFFL) * 0x0101010101010101L;
    }

    /** {@return a word with the high bit set in exactly those bytes that are zero} */
    private static long zeroes(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }
}
