package fr.pleiade.quality.csv;

import fr.pleiade.sources.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What kinds of bytes a row has, eight at a time: most rows have none that is out of the ordinary. */
final class RowScan {
    /** Characters that may be wrong: UTF-8 read as something else, what stands for a lost one, what nobody sees, what XML has not. */
    static final int SUSPECT = 1;
    /** A control character that is neither a tab nor a line's end. */
    static final int CONTROL = 2;
    /** The sign within e-mail addresses. */
    static final int AT = 4;
    /** A question mark, which stands for a lost letter perhaps, or an ampersand, which begins an entity. */
    static final int MARK = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long SPACES = 0x2020202020202020L;
    private static final long ATS = 0x4040404040404040L;
    private static final long QUESTIONS = 0x3F3F3F3F3F3F3F3FL;
    private static final long AMPERSANDS = 0x2626262626262626L;

    private RowScan() {}

    /** {@return the kinds that are in a row's cells and between them} */
    static int kinds(Row row) {
        byte[] bytes = row.bytes();
        int at = row.start(0);
        int end = row.end(row.size() - 1);
        int kinds = 0;
        for (; at + 8 <= end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            long high = word & HIGH_BITS;
            if (high != 0 && (kinds & SUSPECT) == 0) {
                kinds |= suspects(bytes, at, high, row.start(0), end);
            }
            if ((word - SPACES & ~word & HIGH_BITS) != 0) {
                kinds |= controls(bytes, at, at + 8);
            }
            kinds |= has(word, ATS) ? AT : 0;
            kinds |= has(word, QUESTIONS) || has(word, AMPERSANDS) ? MARK : 0;
        }
        return kinds | (at < end ? rest(bytes, at, end) : 0);
    }

    /** {@return whether one of eight bytes is that of which the other eight are} */
    private static boolean has(long word, long eight) {
        long zeros = word ^ eight;
        return (zeros - LOW_BITS & ~zeros & HIGH_BITS) != 0;
    }

    private static int rest(byte[] bytes, int from, int to) {
        int kinds = controls(bytes, from, to);
        for (int i = from; i < to; i++) {
            kinds |= bytes[i] < 0 && isSuspect(bytes, i, from, to) ? SUSPECT : 0;
            kinds |= bytes[i] == '@' ? AT : 0;
            kinds |= bytes[i] == '?' || bytes[i] == '&' ? MARK : 0;
        }
        return kinds;
    }

    /** @param high the high bits of eight bytes, of which those that are not ASCII have one */
    private static int suspects(byte[] bytes, int at, long high, int start, int end) {
        for (long left = high; left != 0; left &= left - 1) {
            if (isSuspect(bytes, at + (Long.numberOfTrailingZeros(left) >> 3), start, end)) {
                return SUSPECT;
            }
        }
        return 0;
    }

    private static int controls(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isControl(bytes[i])) {
                return CONTROL;
            }
        }
        return 0;
    }

    /** {@return whether a byte is a control character that XML 1.0 has not} */
    static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r';
    }

    /** {@return where in a cell a character begins that XML 1.0 has not; the end if none does} */
    static int notXml(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean nonCharacter = bytes[i] == (byte) 0xEF
                    && i + 2 < to
                    && bytes[i + 1] == (byte) 0xBF
                    && (bytes[i + 2] & 0xFE) == 0xBE;
            if (isControl(bytes[i]) || nonCharacter) {
                return i;
            }
        }
        return to;
    }

    /** {@return whether a cell has a character that may be wrong} */
    static boolean hasSuspect(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 && isSuspect(bytes, i, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the character that begins at a byte that is not ASCII may be wrong; false for the other bytes of a character} */
    private static boolean isSuspect(byte[] bytes, int at, int start, int end) {
        if (at + 1 >= end) {
            return false;
        }
        int second = bytes[at + 1] & 0xFF;
        return switch (bytes[at] & 0xFF) {
            case 0xC2 -> second < 0xA0 || second == 0xAD;
            case 0xC3 ->
                isTaken(second) && at + 2 < end && bytes[at + 2] < 0
                        || second <= 0x9E && isLowerCase(bytes, at - 1, start);
            case 0xC5 -> (second == 0xA0 || second == 0xBD) && isLowerCase(bytes, at - 1, start);
            case 0xE2 ->
                isTaken(second, bytes[at + 2] & 0xFF)
                        || second == 0x80
                                && (bytes[at + 2] == (byte) 0x9A || bytes[at + 2] == (byte) 0xA1)
                                && isLowerCase(bytes, at - 1, start);
            case 0xEF -> second == 0xBB || second == 0xBF || second < 0xA4;
            case 0xEE -> true;
            default -> false;
        };
    }

    private static boolean isLowerCase(byte[] bytes, int at, int start) {
        return at >= start && bytes[at] >= 'a' && bytes[at] <= 'z';
    }

    /** {@return whether U+00C0 and some is a letter that the first byte of a Latin letter, a quotation mark or a sign is taken for} */
    private static boolean isTaken(int second) {
        return switch (second) {
            case 0x82, 0x83, 0x84, 0x85, 0xA2, 0xAF, 0xB0 -> true;
            default -> false;
        };
    }

    /** {@return whether U+2000 and some is invisible, or a sign that the first byte of a letter is taken for: a root sign, a line of boxes} */
    private static boolean isTaken(int second, int third) {
        return second == 0x80 && (third >= 0x8B && third <= 0x8F || third >= 0xA8 && third <= 0xAE)
                || second == 0x81 && third >= 0xA0 && third <= 0xAF
                || second == 0x88 && third == 0x9A
                || second == 0x94;
    }
}
