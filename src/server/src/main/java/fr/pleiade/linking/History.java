package fr.pleiade.linking;

/**
 * Of which day the keys of a rule are, so that a code of then leads to what it is now.
 *
 * @param succession the IRI of the {@code link:Succession} that says what became of what; {@code ""} if no day counts
 * @param keysOf the day of the keys of the rule's subjects, as {@code 2011-01-01}; {@code ""} if they are of today
 * @param targetsOf the day of the keys of the targets; {@code ""} if they are of today
 * @param change which of the subjects the rule links to what they were then
 * @param formerly the property by which a thing is linked besides to what its key meant, where that exists no more; {@code ""}: it is not
 */
public record History(String succession, String keysOf, String targetsOf, Change change, String formerly) {
    /** Every key is of today. */
    public static final History NONE = new History("", "", "", Change.ANY, "");

    /** What may have happened since. */
    public enum Change {
        /** Anything: where the keys are those of the subjects' day. */
        ANY,
        /** Nothing but another name or key: the one thing of then is the one thing of now. */
        NONE,
        /** Something else: what was there then went wholly into what is there now. */
        SOME
    }
}
