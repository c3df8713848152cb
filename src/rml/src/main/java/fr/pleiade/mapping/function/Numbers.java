package fr.pleiade.mapping.function;

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
