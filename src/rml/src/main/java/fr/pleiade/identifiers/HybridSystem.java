package fr.pleiade.identifiers;

import java.util.Optional;

/**
 * A hybrid system of ISO/IEC 7064, such as MOD 11-10 over digits and MOD 37-36 over digits and capitals: the moduli are the alphabet's
 * size and one more.
 *
 * @param name as the standard calls it
 * @param alphabet the characters of the code, the check character among them
 */
public record HybridSystem(String name, Alphabet alphabet) implements CheckAlgorithm {
    private static final long serialVersionUID = 1L;

    /** {@return the standard's system with this name, such as {@code MOD 11-10}; nothing if it has none} */
    static Optional<HybridSystem> named(String name) {
        String digits = Alphabet.DIGITS.characters();
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return Optional.ofNullable(
                        switch (name) {
                            case "MOD 11-10" -> digits;
                            case "MOD 27-26" -> letters;
                            case "MOD 37-36" -> digits + letters;
                            default -> null;
                        })
                .map(characters -> new HybridSystem(name, new Alphabet(characters)));
    }

    @Override
    public boolean holds(String code) {
        int wanted = checkValue(code);
        return wanted >= 0 && code.charAt(code.length() - 1) == alphabet.character(wanted);
    }

    @Override
    public Optional<String> corrected(String code) {
        int wanted = checkValue(code);
        return wanted < 0
                ? Optional.empty()
                : Optional.of(code.substring(0, code.length() - 1) + alphabet.character(wanted));
    }

    /** {@return what the last character must be worth, -1 if one before it is not of the alphabet or there is none} */
    private int checkValue(String code) {
        int size = alphabet.size();
        int product = size;
        for (int i = 0; i < code.length() - 1; i++) {
            int value = alphabet.value(code.charAt(i));
            if (value < 0) {
                return -1;
            }
            int sum = (product + value) % size;
            product = (sum == 0 ? size : sum) * 2 % (size + 1);
        }
        return code.length() < 2 ? -1 : Math.floorMod(1 - product, size);
    }
}
