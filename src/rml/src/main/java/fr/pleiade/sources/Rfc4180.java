package fr.pleiade.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * When a quote opens, closes or is ordinary, and what ends a cell: the machine of RFC 4180, one byte at a time.
 *
 * <p>A quote opens only where a cell begins; in quotes, two quotes are one; a line end outside quotes ends the record. Delimiter and
 * quote are ASCII, so that the machine can go over UTF-8. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180#section-2">RFC 4180, section 2</a>
 */
final class Rfc4180 {
    /** At the beginning of a cell. */
    static final int CELL = 0;
    /** In a cell without quotes. */
    static final int BARE = 1;
    /** In quotes. */
    static final int QUOTED = 2;
    /** Behind a quote in quotes: the closing one, or the first of two. */
    static final int CLOSED = 3;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Below it are the line ends. */
    private static final long CONTROLS = ('\r' + 1) * LOWEST_BITS;

    /** The state after each byte, in each state: 256 for one state, then those for the next. */
    private final byte[] next = new byte[4 << 8];

    private final long delimiters;
    private final long quotes;

    /** The machine of a plain dialect. */
    Rfc4180(Dialect dialect) {
        delimiters = dialect.delimiter().charAt(0) * LOWEST_BITS;
        quotes = dialect.quote() * LOWEST_BITS;
        Arrays.fill(next, (byte) BARE);
        Arrays.fill(next, QUOTED << 8, CLOSED << 8, (byte) QUOTED);
        if (dialect.quote() != '\0') {
            set(CELL, dialect.quote(), QUOTED);
            set(QUOTED, dialect.quote(), CLOSED);
            set(CLOSED, dialect.quote(), QUOTED);
        }
        for (char end : new char[] {dialect.delimiter().charAt(0), '\n', '\r'}) {
            set(CELL, end, CELL);
            set(BARE, end, CELL);
            set(CLOSED, end, CELL);
        }
    }

    private void set(int state, char character, int then) {
        next[state << 8 | character] = (byte) then;
    }

    /** {@return the state after a byte} */
    int next(int state, byte b) {
        return next[state << 8 | b & 0xFF];
    }

    /** {@return the index of the byte that ends a cell without quotes, which must be there; eight bytes are looked at together} */
    int endOfBare(byte[] bytes, int from) {
        int i = from;
        while (i + 8 <= bytes.length) {
            long word = (long) LONGS.get(bytes, i);
            long ends = below(word ^ delimiters, LOWEST_BITS) | below(word, CONTROLS);
            if (ends == 0) {
                i += 8;
            } else {
                i += Long.numberOfTrailingZeros(ends) >>> 3;
                if (next(BARE, bytes[i]) != BARE) {
                    return i;
                }
                i++;
            }
        }
        while (next(BARE, bytes[i]) == BARE) {
            i++;
        }
        return i;
    }

    /** {@return the index of a quote, or of a byte that may be one or a line end, or is among the last seven; there is none before it} */
    int endOfQuoted(byte[] bytes, int from) {
        int i = from;
        while (i + 8 <= bytes.length) {
            long word = (long) LONGS.get(bytes, i);
            long ends = below(word ^ quotes, LOWEST_BITS) | below(word, CONTROLS);
            if (ends != 0) {
                return i + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
            i += 8;
        }
        return i;
    }

    /** {@return a word whose lowest bit that is set is in the first byte that is below a bound of at most 128, the same for each byte; 0 if none is} */
    private static long below(long word, long bounds) {
        return word - bounds & ~word & HIGH_BITS;
    }
}
