package fr.pleiade.identifiers;

/**
 * A text as a keyboard would have given it. Word processors, spreadsheets and web pages put other characters in its place, which an eye
 * takes for a hyphen, for a blank or for nothing at all.
 *
 * <p>Every dash and the minus sign become {@code -}, every kind of blank and control character a space, the wide letters and digits of
 * East Asian fonts (U+FF01 to U+FF5E) the narrow ones; characters without width, such as U+200B, U+FEFF and the soft hyphen, go. Digits
 * of other scripts, raised digits and letters that only look alike stay as they are: they are no slips of the keyboard.
 */
final class PlainText {
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int MINUS_SIGN = 0x2212;
    private static final int HYPHEN_BULLET = 0x2043;

    private PlainText() {}

    /** {@return the text without typography; itself if it has none} */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                StringBuilder plain = new StringBuilder(text.length()).append(text, 0, i);
                text.substring(i).codePoints().forEach(character -> append(plain, character));
                return plain.toString();
            }
        }
        return text;
    }

    private static boolean isPlain(char character) {
        return character >= ' ' && character < 0x7F;
    }

    private static void append(StringBuilder plain, int character) {
        if (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)) {
            plain.append(' ');
        } else if (character >= WIDE_FIRST && character <= WIDE_LAST) {
            plain.append((char) (character - WIDE_FIRST + '!'));
        } else if (isHyphen(character)) {
            plain.append('-');
        } else if (Character.getType(character) != Character.FORMAT) {
            plain.appendCodePoint(character);
        }
    }

    private static boolean isHyphen(int character) {
        return Character.getType(character) == Character.DASH_PUNCTUATION
                || character == MINUS_SIGN
                || character == HYPHEN_BULLET;
    }
}
