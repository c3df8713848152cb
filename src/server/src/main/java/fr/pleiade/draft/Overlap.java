package fr.pleiade.draft;

import fr.pleiade.findings.Text;

/**
 * How many of a column's codes are keys of a published dataset.
 *
 * @param keys whose keys they are
 * @param known how many of the codes are keys
 * @param codes how many codes were compared
 */
public record Overlap(PublishedKeys.Keys keys, int known, int codes) {
    private static final double WRITTEN = 0.8;
    private static final double OFFERED = 0.2;

    /** {@return whether a link is to be written} */
    public boolean isWritten() {
        return known >= codes * WRITTEN;
    }

    /** {@return whether a link is worth a question} */
    public boolean isOffered() {
        return known >= codes * OFFERED;
    }

    /** {@return the evidence, in words} */
    public Text words() {
        return new Text("%d of %d codes are keys of %s", "%d codes sur %d sont des clés de %s")
                .with(known, codes, keys.dataset());
    }
}
