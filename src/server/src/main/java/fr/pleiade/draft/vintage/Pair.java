package fr.pleiade.draft.vintage;

import fr.pleiade.findings.Text;

/**
 * A column of the dataset's file, and the column of another vintage that is the same.
 *
 * @param before what the dataset's file calls it
 * @param now what the other file calls it
 * @param likeness from 0 to 1
 * @param why what speaks for it
 */
public record Pair(String before, String now, double likeness, Text why) {
    private static final double SURE = 0.6;

    /** {@return whether they have one name} */
    public boolean isSame() {
        return before.equals(now);
    }

    /** {@return whether little speaks against it} */
    public boolean isSure() {
        return likeness >= SURE;
    }
}
