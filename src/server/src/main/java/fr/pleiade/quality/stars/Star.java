package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * One star of a dataset.
 *
 * @param step which one
 * @param isEarned whether the dataset does what the step asks for, whatever it does of the others
 * @param evidence what that was seen by, with numbers
 * @param needs what it takes to earn it, or where it is earned, to earn it fully; may be empty
 */
public record Star(Step step, boolean isEarned, List<Text> evidence, List<Text> needs) {
    public Star {
        evidence = List.copyOf(evidence);
        needs = List.copyOf(needs);
    }

    Star withEvidence(Text more) {
        List<Text> lines = new ArrayList<>(evidence);
        lines.add(more);
        return new Star(step, isEarned, lines, needs);
    }
}
