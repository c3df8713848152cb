package fr.pleiade.identifiers;

import java.util.Optional;

/**
 * The values of all characters add up to a multiple of a number.
 *
 * @param alphabet the characters of the code
 * @param divisor what the sum is a multiple of, from 2
 */
public record DigitSum(Alphabet alphabet, int divisor) implements CheckAlgorithm {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if the divisor is below 2 */
    public DigitSum {
        if (divisor < 2) {
            throw new IllegalArgumentException("a sum of digits needs a divisor from 2: " + divisor);
        }
    }

    @Override
    public boolean holds(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int value = alphabet.value(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value;
        }
        return sum % divisor == 0;
    }

    /** {@return nothing: several last characters may do} */
    @Override
    public Optional<String> corrected(String code) {
        return Optional.empty();
    }

    @Override
    public String name() {
        return "sum of digits, a multiple of " + divisor;
    }
}
