package fr.pleiade.mapping.bytes;

/**
 * What counts as nothing at the ends of a text: white space and separators of Unicode, the no-break ones (U+00A0, U+2007, U+202F)
 * included, which Java's {@code strip} leaves; and the characters without width that pass unseen: U+200B, U+FEFF, U+180E, the word
 * joiner and its like, the soft hyphen, the marks of direction. The joiners U+200C and U+200D stay: they are part of words.
 */
public final class Blanks {
    private static final String UNSEEN =
            "\u200B\uFEFF\u180E\u00AD\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069";
    private static final char NEXT_LINE = '\u0085';

    private Blanks() {}

    /** {@return the text without blanks around it} */
    public static String trim(String text) {
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
    public static boolean isBlank(char c) {
        return c == ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || c > '~' && UNSEEN.indexOf(c) >= 0;
    }
}
