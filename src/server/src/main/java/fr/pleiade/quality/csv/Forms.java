package fr.pleiade.quality.csv;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What short texts look like: numbers, numbers with signs that do not belong to them, addresses of people. */
final class Forms {
    private static final Pattern STRAY = Pattern.compile(
            "[~<>≈=±+\\u2212–-]?\\s*[0-9][0-9 .,'\\u00A0\\u202F]*\\s*[%€$£*?!+–\\u2212-]?|[€$£]\\s*[0-9][0-9 .,\\u00A0\\u202F]*");
    private static final Pattern MAIL = Pattern.compile("(?<![/@\\w])[\\w.+'-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");

    private Forms() {}

    static boolean isNumber(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return isNumber(bytes, 0, bytes.length);
    }

    /** {@return whether a cell of UTF-8 is a number: a sign, digits, by blanks in threes perhaps, a decimal point or comma and digits} */
    static boolean isNumber(byte[] bytes, int start, int end) {
        int at = start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
        int behind = digits(bytes, at, end);
        if (behind == at) {
            return false;
        }
        if (behind - at <= 3) {
            at = behind;
            for (int blank = blank(bytes, at, end); blank > 0; blank = blank(bytes, at, end)) {
                if (digits(bytes, at + blank, end) != at + blank + 3) {
                    return false;
                }
                at += blank + 3;
            }
            behind = at;
        }
        boolean hasMark = behind < end && (bytes[behind] == '.' || bytes[behind] == ',');
        return (hasMark ? digits(bytes, behind + 1, end) : behind) == end;
    }

    /** {@return where digits that begin here end} */
    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** {@return how many bytes the blank here has, of those that stand between thousands; 0 if there is none} */
    private static int blank(byte[] bytes, int at, int end) {
        if (at < end && bytes[at] == ' ') {
            return 1;
        }
        if (at + 1 < end && bytes[at] == (byte) 0xC2 && bytes[at + 1] == (byte) 0xA0) {
            return 2;
        }
        boolean narrow = at + 2 < end
                && bytes[at] == (byte) 0xE2
                && bytes[at + 1] == (byte) 0x80
                && bytes[at + 2] == (byte) 0xAF;
        return narrow ? 3 : 0;
    }

    /** {@return whether a text that is no number is one and signs around or within it that a number does not have} */
    static boolean isStrayNumber(String value) {
        return STRAY.matcher(value).matches();
    }

    /** {@return whether an address stands in it: alone, with a name before it, after {@code mailto:}, one of several} */
    static boolean hasMail(String value) {
        return MAIL.matcher(value).find();
    }
}
