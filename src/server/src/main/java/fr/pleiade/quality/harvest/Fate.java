package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;

/**
 * What becomes of a statement at a harvester.
 *
 * @param kind whether it is kept
 * @param field the field there that it fills; {@code ""} if none
 * @param note what is to be known; empty in both languages if nothing is
 */
public record Fate(Kind kind, String field, Text note) {
    private static final Text NOTHING = new Text("", "");

    /** Whether a statement is kept. */
    public enum Kind {
        KEPT,
        MISREAD,
        DROPPED
    }

    static Fate kept(String field) {
        return new Fate(Kind.KEPT, field, NOTHING);
    }

    static Fate dropped() {
        return new Fate(Kind.DROPPED, "", NOTHING);
    }

    Fate misread(String en, String fr) {
        return new Fate(Kind.MISREAD, field, new Text(en, fr));
    }

    Fate dropped(String en, String fr) {
        return new Fate(Kind.DROPPED, "", new Text(en, fr));
    }

    Fate noting(String en, String fr) {
        return new Fate(kind, field, new Text(en, fr));
    }
}
