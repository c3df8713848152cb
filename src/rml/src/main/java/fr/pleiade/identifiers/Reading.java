package fr.pleiade.identifiers;

/**
 * What a text is as a code of a system.
 *
 * @param code the code in its canonical form where the text has that of a code, else the text as far as it was understood
 * @param state how far that is
 */
public record Reading(String code, State state) {
    /** How much of a code a text is. */
    public enum State {
        /** A code. */
        VALID,
        /** It looks like a code, but no check holds. */
        CHECK_FAILS,
        /** It cannot be a code. */
        MALFORMED
    }

    public boolean isValid() {
        return state == State.VALID;
    }
}
