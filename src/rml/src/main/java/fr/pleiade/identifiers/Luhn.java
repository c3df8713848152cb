package fr.pleiade.identifiers;

import java.util.Optional;

/**
 * Luhn's formula over any alphabet: from the right, every second value is doubled and its digits added; the sum must be a multiple of
 * the alphabet's size.
 *
 * <p>With digits it notices each change of one digit, and each swap of neighbours but 09 and 90.
 *
 * @param alphabet the characters of the code, the check character among them
 * @see <a href="https://patents.google.com/patent/US2950048A/en">US patent 2950048</a>
 */
public record Luhn(Alphabet alphabet) implements CheckAlgorithm {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(String code) {
        return code.length() > 1 && sum(code, code.length(), 1) == 0;
    }

    @Override
    public Optional<String> corrected(String code) {
        int body = code.length() - 1;
        int sum = body < 1 ? -1 : sum(code, body, 2);
        return sum < 0
                ? Optional.empty()
                : Optional.of(code.substring(0, body) + alphabet.character((alphabet.size() - sum) % alphabet.size()));
    }

    /** {@return the weighted sum, modulo the size, of the first characters; -1 if one is not of the alphabet} */
    private int sum(String code, int end, int lastWeight) {
        int size = alphabet.size();
        int sum = 0;
        int weight = lastWeight;
        for (int i = end - 1; i >= 0; i--) {
            int value = alphabet.value(code.charAt(i));
            if (value < 0) {
                return -1;
            }
            int weighted = value * weight;
            sum += weighted / size + weighted % size;
            weight = 3 - weight;
        }
        return sum % size;
    }

    @Override
    public String name() {
        return "Luhn";
    }
}
