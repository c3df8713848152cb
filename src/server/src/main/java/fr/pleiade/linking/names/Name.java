package fr.pleiade.linking.names;

/**
 * One of the names of a thing.
 *
 * @param text the name as it is written
 * @param language its language tag, or {@code ""}
 * @param role what kind of name it is
 */
public record Name(String text, String language, Role role) {
    /** What kind of name a name is, the best first. */
    public enum Role {
        /** By which the thing is called. */
        PREFERRED,
        /** By which it is called too. */
        ALTERNATIVE,
        /** Initials, or another short form of few letters. */
        ACRONYM,
        /** By which it was called once. */
        FORMER,
        /** By which it is looked for, but which is not shown. */
        HIDDEN
    }
}
