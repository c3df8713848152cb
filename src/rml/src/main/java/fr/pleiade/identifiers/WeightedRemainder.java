package fr.pleiade.identifiers;

import java.util.List;
import java.util.Optional;

/**
 * The last character is the one of the check alphabet at the position that the weighted sum of the others leaves when it is divided by
 * the modulus.
 *
 * <p>Weights may be negative: where a register says "the modulus less the remainder", its weights are written so. Powers of ten as
 * weights divide the number that the digits are.
 *
 * @param weights one for each character before the last, from the left
 * @param modulus from 2
 * @param body the characters before the last
 * @param check the last characters; a remainder beyond them belongs to no code
 */
public record WeightedRemainder(List<Integer> weights, int modulus, Alphabet body, Alphabet check)
        implements CheckAlgorithm {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if there is no weight, or the modulus is below 2 */
    public WeightedRemainder {
        weights = List.copyOf(weights);
        if (weights.isEmpty() || modulus < 2) {
            throw new IllegalArgumentException("a weighted remainder needs weights, and a modulus from 2");
        }
    }

    @Override
    public boolean holds(String code) {
        int wanted = remainder(code);
        return wanted >= 0 && wanted < check.size() && code.charAt(weights.size()) == check.character(wanted);
    }

    @Override
    public Optional<String> corrected(String code) {
        int wanted = remainder(code);
        return wanted < 0 || wanted >= check.size()
                ? Optional.empty()
                : Optional.of(code.substring(0, weights.size()) + check.character(wanted));
    }

    private int remainder(String code) {
        if (code.length() != weights.size() + 1) {
            return -1;
        }
        long sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            int value = body.value(code.charAt(i));
            if (value < 0) {
                return -1;
            }
            sum += (long) weights.get(i) * value;
        }
        return (int) Math.floorMod(sum, (long) modulus);
    }

    @Override
    public String name() {
        return "remainder modulo " + modulus;
    }
}
