package fr.pleiade.cube;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import java.util.List;

/**
 * Something that breaks a constraint.
 *
 * <p>Shape: {@code IC-12 | https://…/id/effectif/A/2021 | the same place as https://…/id/effectif/B/2021}.
 *
 * @param constraint what is broken
 * @param thing the IRI of the data set, structure, slice or observation that breaks it, or a blank node's label
 * @param problem what is wrong with it
 * @param evidence what the rows that are at fault say, a triple for each; none where it is no row's
 */
public record Violation(Constraint constraint, String thing, Text problem, List<Quad> evidence) {
    public Violation {
        evidence = List.copyOf(evidence);
    }

    Violation(Constraint constraint, String thing, Text problem) {
        this(constraint, thing, problem, List.of());
    }
}
