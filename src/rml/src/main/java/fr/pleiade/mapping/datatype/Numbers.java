package fr.pleiade.mapping.datatype;

import java.nio.charset.StandardCharsets;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Decimal numbers, with an exponent or without. */
final class Numbers {
    private static final int SAFE_DIGITS = 30;
    private static final Pattern ZERO = Pattern.compile("[-+]?[0.]+(?![1-9.])");

    private Numbers() {}

    static boolean isDecimal(byte[] bytes, int from, int to) {
        return from < to && afterDecimal(bytes, from, to) == to;
    }

    static boolean isDouble(byte[] bytes, int from, int to) {
        int after = afterDecimal(bytes, from, to);
        if (after > 0 && after < to && (bytes[after] == 'E' || bytes[after] == 'e')) {
            int digits = afterSign(bytes, after + 1, to);
            return digits < to && afterDigits(bytes, digits, to) == to;
        }
        return after == to && from < to
                || is("INF", bytes, afterSign(bytes, from, to), to)
                || is("NaN", bytes, from, to);
    }

    /** {@return whether a double is worth a closer look: no number without an exponent is out of range unless it is very long} */
    static boolean mayLoseValue(byte[] bytes, int from, int to) {
        if (to - from > SAFE_DIGITS) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 'E' || bytes[i] == 'e') {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a double that is written in digits is infinite, or zero without having been written as zero} */
    static boolean losesValue(byte[] bytes, int from, int to, ToDoubleFunction<String> rounded) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
        double value = text.endsWith("F") || text.endsWith("N") ? 1 : rounded.applyAsDouble(text);
        return Double.isInfinite(value) || value == 0 && !ZERO.matcher(text).lookingAt();
    }

    /** {@return the index after a sign, digits and a point among them, or -1 if there is no digit} */
    private static int afterDecimal(byte[] bytes, int from, int to) {
        int start = afterSign(bytes, from, to);
        int point = afterDigits(bytes, start, to);
        if (point == to || bytes[point] != '.') {
            return point > start ? point : -1;
        }
        int end = afterDigits(bytes, point + 1, to);
        return point > start || end > point + 1 ? end : -1;
    }

    static int afterSign(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
    }

    static int afterDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** {@return whether a slice is an ASCII word} */
    static boolean is(String word, byte[] bytes, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
