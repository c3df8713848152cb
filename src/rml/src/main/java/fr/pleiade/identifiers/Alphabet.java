package fr.pleiade.identifiers;

import java.io.Serializable;

/**
 * The characters of a code, each of which is worth its position, from 0.
 *
 * @param characters each once, the one that is worth 0 first; at least two
 */
public record Alphabet(String characters) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The ten digits. */
    public static final Alphabet DIGITS = new Alphabet("0123456789");

    /** @throws IllegalArgumentException if a character stands twice in it, or there are fewer than two */
    public Alphabet {
        if (characters.length() < 2 || characters.chars().distinct().count() < characters.length()) {
            throw new IllegalArgumentException(
                    "an alphabet needs two characters or more, each once: '" + characters + "'");
        }
    }

    int size() {
        return characters.length();
    }

    /** {@return what the character is worth, -1 if it is none of this alphabet} */
    int value(char character) {
        return characters.indexOf(character);
    }

    char character(int value) {
        return characters.charAt(value);
    }
}
