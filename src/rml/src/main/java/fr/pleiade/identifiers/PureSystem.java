package fr.pleiade.identifiers;

import java.util.Optional;

/**
 * A pure system of ISO/IEC 7064: the code as a number leaves 1 when it is divided by the modulus.
 *
 * <p>The body is a number in its radix, the check characters are one in theirs; in the standard's own systems both radices are one.
 *
 * @param name as the standard calls it
 * @param body the body's characters
 * @param radix what a place of the body is worth more than the next one
 * @param modulus a prime, or a number without common divisor with the radices
 * @param check the check characters
 * @param checkRadix what a place of the check characters is worth more than the next one
 * @param checkLength how many check characters there are, 1 or 2
 * @param lowest the lowest number that the check characters stand for: where there is room for more numbers than the modulus, only one
 *     of those that leave the same remainder is right
 */
public record PureSystem(
        String name, Alphabet body, int radix, int modulus, Alphabet check, int checkRadix, int checkLength, int lowest)
        implements CheckAlgorithm {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException if a parameter is out of its bounds */
    public PureSystem {
        if (radix < 2 || modulus < 2 || checkRadix < 2 || checkLength < 1 || checkLength > 2 || lowest < 0) {
            throw new IllegalArgumentException("a pure system needs radices and a modulus from 2, one or two check"
                    + " characters, and a lowest number from 0");
        }
        long room = checkLength == 1 ? check.size() : (long) check.size() * check.size();
        if (room < (long) modulus + lowest) {
            throw new IllegalArgumentException("%d check characters out of %d cannot stand for %d to %d"
                    .formatted(checkLength, check.size(), lowest, lowest + modulus - 1));
        }
    }

    /** {@return the standard's system with this name, such as {@code MOD 11-2}; nothing if it has none} */
    static Optional<PureSystem> named(String name) {
        String digits = Alphabet.DIGITS.characters();
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return Optional.ofNullable(
                switch (name) {
                    case "MOD 11-2" -> single(name, digits, 11, digits + "X");
                    case "MOD 37-2" -> single(name, digits + letters, 37, digits + letters + "*");
                    case "MOD 97-10" -> twofold(name, digits, 97, 2);
                    case "MOD 661-26" -> twofold(name, letters, 661, 0);
                    case "MOD 1271-36" -> twofold(name, digits + letters, 1271, 0);
                    default -> null;
                });
    }

    private static PureSystem single(String name, String body, int modulus, String check) {
        return new PureSystem(name, new Alphabet(body), 2, modulus, new Alphabet(check), 2, 1, 0);
    }

    private static PureSystem twofold(String name, String characters, int modulus, int lowest) {
        Alphabet alphabet = new Alphabet(characters);
        return new PureSystem(name, alphabet, alphabet.size(), modulus, alphabet, alphabet.size(), 2, lowest);
    }

    /** {@return the same system over bodies of another alphabet and radix} */
    PureSystem over(Alphabet otherBody, int otherRadix) {
        return new PureSystem(name, otherBody, otherRadix, modulus, check, checkRadix, checkLength, lowest);
    }

    @Override
    public boolean holds(String code) {
        int end = code.length() - checkLength;
        int wanted = end < 1 ? -1 : checkNumber(code, end);
        return wanted >= 0
                && code.charAt(code.length() - 1) == check.character(wanted % check.size())
                && (checkLength == 1 || code.charAt(end) == check.character(wanted / check.size()));
    }

    @Override
    public Optional<String> corrected(String code) {
        int end = code.length() - checkLength;
        int wanted = end < 1 ? -1 : checkNumber(code, end);
        if (wanted < 0) {
            return Optional.empty();
        }
        String first = checkLength == 1 ? "" : String.valueOf(check.character(wanted / check.size()));
        return Optional.of(code.substring(0, end) + first + check.character(wanted % check.size()));
    }

    /** {@return the number that the check characters must be, -1 if the body has a character that is not of its alphabet} */
    private int checkNumber(String code, int end) {
        long remainder = 0;
        for (int i = 0; i < end; i++) {
            int value = body.value(code.charAt(i));
            if (value < 0) {
                return -1;
            }
            remainder = (remainder * radix + value) % modulus;
        }
        for (int i = 0; i < checkLength; i++) {
            remainder = remainder * checkRadix % modulus;
        }
        int number = Math.floorMod(1 - (int) remainder, modulus);
        return number < lowest ? number + modulus : number;
    }
}
