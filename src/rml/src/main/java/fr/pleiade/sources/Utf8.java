package fr.pleiade.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Well-formedness of UTF-8, eight bytes at a time where they are ASCII.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf">Unicode, table 3-7</a>
 */
final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** What C0 and C1, with which no well-formed character begins, have not of a first byte of two. */
    private static final long OVERLONG_BITS = 0x1E1E1E1E1E1E1E1EL;
    /** Added to those bits of a byte, its high bit is set if any of them is. */
    private static final long CARRYING_BITS = 0x7E7E7E7E7E7E7E7EL;

    private Utf8() {}

    /** {@return the index of the first byte that is not part of a well-formed character, or {@code to} if all are} */
    static int firstMalformed(byte[] bytes, int from, int to) {
        int i = afterShortOnes(bytes, from, to);
        while (i < to) {
            int length = bytes[i] >= 0 ? 1 : lengthOfCharacter(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i = afterShortOnes(bytes, i + length, to);
        }
        return to;
    }

    /**
     * {@return where a character begins that is malformed, longer than two bytes, or among the last seven bytes; none such is before it}
     *
     * <p>French text changes between ASCII and two bytes at every other word, which no branch can foretell: so there is none for it.
     */
    private static int afterShortOnes(byte[] bytes, int from, int to) {
        long carried = 0;
        for (int i = from; ; i += 8) {
            if (i + 8 > to) {
                return carried == 0 ? i : i - 1;
            }
            long word = (long) LONGS.get(bytes, i);
            long high = word & HIGH_BITS;
            long leading = high & word << 1;
            long longer = leading & word << 2;
            long overlong = leading & ~((word & OVERLONG_BITS) + CARRYING_BITS);
            long seconds = leading << 8 | carried;
            if ((high ^ leading ^ seconds | longer | overlong) != 0) {
                return carried == 0 ? i + (Long.numberOfTrailingZeros(high) >>> 3) : i - 1;
            }
            carried = leading >>> 56;
        }
    }

    /** {@return 2, 3 or 4, or 0 if no well-formed character of more than one byte begins here} */
    private static int lengthOfCharacter(byte[] bytes, int i, int to) {
        int first = bytes[i] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || i + length > to) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int k = i + 2; k < i + length; k++) {
            if ((bytes[k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
