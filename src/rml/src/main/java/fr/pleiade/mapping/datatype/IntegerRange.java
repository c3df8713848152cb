package fr.pleiade.mapping.datatype;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The integers of a range, in any number of digits, whatever zeros lead them. */
public final class IntegerRange implements Lexical {
    private static final byte[] UNBOUNDED = {'*'};
    private static final byte[] NONE = {};

    private final boolean zero;
    /** The digits of the greatest number of each sign. */
    private final byte[] mostBelowZero;

    private final byte[] mostAboveZero;

    private IntegerRange(byte[] mostBelowZero, boolean zero, byte[] mostAboveZero) {
        this.mostBelowZero = mostBelowZero;
        this.zero = zero;
        this.mostAboveZero = mostAboveZero;
    }

    /** {@return the integers from {@code least}, at most 1, to {@code most}, at least -1; {@code ""} for no bound} */
    public static IntegerRange between(String least, String most) {
        return new IntegerRange(
                least.isEmpty() ? UNBOUNDED : least.startsWith("-") ? digits(least.substring(1)) : NONE,
                !least.equals("1") && !most.equals("-1"),
                most.isEmpty() ? UNBOUNDED : most.startsWith("-") || most.equals("0") ? NONE : digits(most));
    }

    private static byte[] digits(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return whether a slice of UTF-8, white space around it left out, is an integer of the range} */
    public boolean contains(byte[] bytes, int from, int to) {
        return Lexicals.hasTrimmed(this, bytes, from, to);
    }

    @Override
    public boolean has(byte[] bytes, int from, int to) {
        int at = Numbers.afterSign(bytes, from, to);
        if (at == to || Numbers.afterDigits(bytes, at, to) != to) {
            return false;
        }
        while (at < to && bytes[at] == '0') {
            at++;
        }
        return at == to ? zero : isAtMost(bytes, at, to, bytes[from] == '-' ? mostBelowZero : mostAboveZero);
    }

    private static boolean isAtMost(byte[] bytes, int from, int to, byte[] most) {
        if (most == UNBOUNDED || to - from != most.length) {
            return most == UNBOUNDED || to - from < most.length;
        }
        return Arrays.compare(bytes, from, to, most, 0, most.length) <= 0;
    }
}
