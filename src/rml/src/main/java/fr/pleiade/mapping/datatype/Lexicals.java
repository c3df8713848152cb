package fr.pleiade.mapping.datatype;

/** White space, truth values, binary contents and language tags. */
final class Lexicals {
    static final Lexical ANY = (bytes, from, to) -> true;

    private Lexicals() {}

    /** {@return whether a slice is one of the texts once the white space around it is left out} */
    static boolean hasTrimmed(Lexical texts, byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        return texts.has(bytes, start, end);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    static boolean isBoolean(byte[] bytes, int from, int to) {
        return to - from == 1 && (bytes[from] == '0' || bytes[from] == '1')
                || Numbers.is("true", bytes, from, to)
                || Numbers.is("false", bytes, from, to);
    }

    static boolean isHexadecimal(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isLetter(bytes[i], 'f') && !Numbers.isDigit(bytes[i])) {
                return false;
            }
        }
        return (to - from) % 2 == 0;
    }

    /** Groups of four characters, white space among them; what the last group fills up with {@code =} is zero bits. */
    static boolean isBase64(byte[] bytes, int from, int to) {
        int digits = 0;
        int padding = 0;
        int last = 0;
        for (int i = from; i < to; i++) {
            int digit = base64(bytes[i]);
            if (bytes[i] == '=') {
                padding++;
            } else if (digit >= 0 && padding == 0) {
                digits++;
                last = digit;
            } else if (!isSpace(bytes[i])) {
                return false;
            }
        }
        return switch (digits % 4) {
            case 0 -> padding == 0;
            case 2 -> padding == 2 && last % 16 == 0;
            case 3 -> padding == 1 && last % 4 == 0;
            default -> false;
        };
    }

    /** {@return the six bits of a character, or -1 if it has none} */
    private static int base64(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        return Numbers.isDigit(b) ? b - '0' + 52 : b == '+' ? 62 : b == '/' ? 63 : -1;
    }

    /** Parts of one to eight characters between hyphens: letters in the first, letters and digits in the others. */
    static boolean isLanguage(byte[] bytes, int from, int to) {
        int length = 0;
        boolean first = true;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '-' && length > 0) {
                first = false;
                length = 0;
            } else if (length == 8 || !isLetter(bytes[i], 'z') && (first || !Numbers.isDigit(bytes[i]))) {
                return false;
            } else {
                length++;
            }
        }
        return length > 0;
    }

    /** {@return whether a byte is a letter of ASCII up to the last one, small or capital} */
    private static boolean isLetter(byte b, char last) {
        int small = b | 0x20;
        return small >= 'a' && small <= last;
    }
}
