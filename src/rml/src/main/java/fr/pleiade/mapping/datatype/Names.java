package fr.pleiade.mapping.datatype;

/** The names of XML. @see <a href="https://www.w3.org/TR/xml/#NT-NameStartChar">XML 1.0, section 2.3</a> */
final class Names {
    private Names() {}

    static boolean isToken(byte[] bytes, int from, int to) {
        return from < to && areNameCharacters(bytes, from, to);
    }

    static boolean isName(byte[] bytes, int from, int to) {
        return from < to && isNameStart(character(bytes, from)) && areNameCharacters(bytes, from, to);
    }

    static boolean isNameWithoutColon(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                return false;
            }
        }
        return isName(bytes, from, to);
    }

    private static boolean areNameCharacters(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i += length(bytes[i])) {
            int c = character(bytes, i);
            boolean inner = c == '-'
                    || c == '.'
                    || c >= '0' && c <= '9'
                    || c == 0xB7
                    || isBetween(c, 0x300, 0x36F)
                    || isBetween(c, 0x203F, 0x2040);
            if (!inner && !isNameStart(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameStart(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ':' || c == '_';
        }
        return isBetween(c, 0xC0, 0x2FF) && c != 0xD7 && c != 0xF7
                || isBetween(c, 0x370, 0x1FFF) && c != 0x37E
                || isBetween(c, 0x200C, 0x200D)
                || isBetween(c, 0x2070, 0x218F)
                || isBetween(c, 0x2C00, 0x2FEF)
                || isBetween(c, 0x3001, 0xD7FF)
                || isBetween(c, 0xF900, 0xFDCF)
                || isBetween(c, 0xFDF0, 0xFFFD)
                || isBetween(c, 0x10000, 0xEFFFF);
    }

    private static boolean isBetween(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static int length(byte first) {
        return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
    }

    private static int character(byte[] bytes, int at) {
        int length = length(bytes[at]);
        if (length == 1) {
            return bytes[at];
        }
        int character = bytes[at] & (0xFF >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            character = character << 6 | bytes[i] & 0x3F;
        }
        return character;
    }
}
