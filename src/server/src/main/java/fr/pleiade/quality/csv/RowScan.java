package fr.pleiade.quality.csv;

import fr.pleiade.sources.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What kinds of bytes a row has, eight at a time: most rows have none that is out of the ordinary. */
final class RowScan {
    /** Letters that are not ASCII. */
    static final int NOT_ASCII = 1;
    /** A control character that is neither a tab nor a line's end. */
    static final int CONTROL = 2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = 0x2020202020202020L;

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
            if (high != 0) {
                kinds |= NOT_ASCII;
            }
            if ((word - SPACES & ~word & HIGH_BITS) != 0) {
                kinds |= controls(bytes, at, at + 8);
            }
        }
        return kinds | (at < end ? rest(bytes, at, end) : 0);
    }

    private static int rest(byte[] bytes, int from, int to) {
        int kinds = controls(bytes, from, to);
        for (int i = from; i < to; i++) {
            kinds |= bytes[i] < 0 ? NOT_ASCII : 0;
        }
        return kinds;
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

    /** {@return whether a cell may be UTF-8 that was read as something else, or has the sign for what could not be decoded} */
    static boolean isSuspect(byte[] bytes, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == (byte) 0xC3 && bytes[i + 2] < 0 && isLead(bytes[i + 1])
                    || bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBD) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether U+00C0 and some is a letter that the first byte of a Latin letter, a quotation mark or a sign is taken for} */
    private static boolean isLead(byte second) {
        return switch (second & 0xFF) {
            case 0x82, 0x83, 0x84, 0x85, 0xA2, 0xAF, 0xB0 -> true;
            default -> false;
        };
    }
}
