package fr.pleiade.mapping.datatype;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The integers of a range, whatever zeros lead them. */
final class Integers implements Lexical {
    /** The range of a signed number of 64 bits. */
    static final String LONGS = Long.MIN_VALUE + " … " + Long.MAX_VALUE;

    private static final byte[] UNBOUNDED = {'*'};
    private static final byte[] NONE = {};

    private final boolean zero;
    /** The digits of the greatest number of each sign. */
    private final byte[] mostBelowZero;

    private final byte[] mostAboveZero;

    private Integers(byte[] mostBelowZero, boolean zero, byte[] mostAboveZero) {
        this.mostBelowZero = mostBelowZero;
        this.zero = zero;
        this.mostAboveZero = mostAboveZero;
    }

    /** The integers from {@code least}, at most 1, to {@code most}, at least -1; {@code ""} for no bound. */
    static Integers between(String least, String most) {
        return new Integers(
                least.isEmpty() ? UNBOUNDED : least.startsWith("-") ? digits(least.substring(1)) : NONE,
                !least.equals("1") && !most.equals("-1"),
                most.isEmpty() ? UNBOUNDED : most.startsWith("-") || most.equals("0") ? NONE : digits(most));
    }

    private static byte[] digits(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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

    boolean exceedLong() {
        return Arrays.equals(mostBelowZero, UNBOUNDED) || mostAboveZero.length > 19 || mostAboveZero == UNBOUNDED;
    }
}
