package fr.pleiade.sources;

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

    /** The state after each byte, in each state: 256 for one state, then those for the next. */
    private final byte[] next = new byte[4 << 8];

    /** The machine of a plain dialect. */
    Rfc4180(Dialect dialect) {
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
}
