package fr.pleiade.identifiers;

import java.io.Serializable;
import java.util.Optional;

/** How the last characters of a code follow from the others: one way for many registers, its parameters being data. Immutable. */
public sealed interface CheckAlgorithm extends Serializable
        permits DigitSum, HybridSystem, Luhn, PureSystem, WeightedRemainder {
    /** {@return whether the code is right; false if it has a character that the alphabet lacks} */
    boolean holds(String code);

    /** {@return the code with the check characters that would make it right; nothing if none would, or several} */
    Optional<String> corrected(String code);

    /** {@return its name, as people call it} */
    String name();
}
