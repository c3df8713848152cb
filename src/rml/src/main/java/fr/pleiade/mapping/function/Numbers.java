package fr.pleiade.mapping.function;

import fr.pleiade.mapping.bytes.Blanks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Arguments that are numbers, of any size and exactly as they are written. */
final class Numbers {
    /** A number of more digits on either side of the point is a mistake, and would fill the memory. */
    private static final int MOST_DIGITS = 1000;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Numbers() {}

    /** What is made of numbers. */
    @FunctionalInterface
    interface Use {
        Outcome of(List<BigDecimal> numbers);
    }

    /** {@return what is made of the numbers that the texts are; invalid if one is none} */
    static Outcome of(List<String> texts, Use use) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String text : texts) {
            try {
                BigDecimal number = new BigDecimal(Blanks.trim(text));
                if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                    return notANumber(text);
                }
                numbers.add(number);
            } catch (NumberFormatException e) {
                return notANumber(text);
            }
        }
        return use.of(numbers);
    }

    private static Outcome notANumber(String text) {
        return Outcome.invalid("'%s' is not a number", "« %s » n'est pas un nombre", text);
    }

    /** {@return the number as an integer where it is one, else as a decimal} */
    static Outcome value(BigDecimal number) {
        boolean isInteger = number.stripTrailingZeros().scale() <= 0;
        return isInteger ? integer(number.toBigInteger()) : Outcome.of(Value.xsd(number.toPlainString(), "decimal"));
    }

    /** {@return a number to a power: exact for a small whole exponent, else a double} */
    static Outcome power(BigDecimal base, BigDecimal exponent) {
        boolean isWhole =
                exponent.signum() >= 0 && exponent.stripTrailingZeros().scale() <= 0;
        if (isWhole && exponent.compareTo(BigDecimal.valueOf(MOST_DIGITS)) <= 0) {
            int times = exponent.intValueExact();
            long digits = (long) Math.max(base.precision(), Math.abs(base.scale())) * times;
            if (digits <= MOST_DIGITS) {
                return value(base.pow(times));
            }
        }
        return real(StrictMath.pow(base.doubleValue(), exponent.doubleValue()));
    }

    /** {@return a double, the same on every machine; invalid where there is no finite one} */
    static Outcome real(double number) {
        return Double.isFinite(number)
                ? Outcome.of(Value.xsd(Double.toString(number), "double"))
                : Outcome.invalid("it has no finite value", "il n'y a pas de valeur finie");
    }

    static Outcome integer(BigInteger number) {
        return Outcome.of(Value.xsd(number.toString(), "integer"));
    }

    static Outcome integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    /** {@return the closest integer, of two the greater one} */
    static Outcome rounded(BigDecimal number) {
        return integer(number.add(HALF).setScale(0, RoundingMode.FLOOR).toBigInteger());
    }
}
