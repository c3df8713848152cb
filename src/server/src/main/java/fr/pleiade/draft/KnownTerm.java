package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * The properties by which others say what a column says.
 *
 * @param properties their IRIs
 * @param isShared whether they belong to no dataset alone, so that they are written; else they are only offered
 * @param why who says it so
 */
public record KnownTerm(List<String> properties, boolean isShared, Text why) {
    public KnownTerm {
        properties = List.copyOf(properties);
    }
}
