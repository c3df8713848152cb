package fr.pleiade.mapping.function;

/**
 * What counts as nothing at the ends of a text: white space and separators of Unicode, the no-break ones (U+00A0, U+2007, U+202F)
 * included, which Java's {@code strip} leaves; and the characters without width that pass unseen, U+200B and U+FEFF.
 */
final class Blanks {
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NEXT_LINE = '\u0085';

    private Blanks() {}

    /** {@return the text without blanks around it} */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** No blank is beyond the sixteen bits of a character. */
    static boolean isBlank(char c) {
        return c == ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || c == ZERO_WIDTH_SPACE
                || c == BYTE_ORDER_MARK;
    }
}
