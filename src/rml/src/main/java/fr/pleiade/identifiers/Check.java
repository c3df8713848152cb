package fr.pleiade.identifiers;

import java.io.Serializable;

/**
 * A check of a system's codes.
 *
 * @param where the codes that it is for, as a regular expression for their whole; {@code ".*"} for all
 * @param algorithm how it is done
 */
public record Check(String where, CheckAlgorithm algorithm) implements Serializable {
    private static final long serialVersionUID = 1L;
}
