package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import java.util.List;
import java.util.Optional;

/**
 * The stars of one dataset in one release.
 *
 * @param slug the dataset's
 * @param figures what was counted
 * @param stars one for each step, in their order
 */
public record Audit(String slug, Figures figures, List<Star> stars) {
    /** The greatest number of stars. */
    public static final int MOST = Step.values().length;

    public Audit {
        stars = List.copyOf(stars);
        if (stars.size() != MOST) {
            throw new IllegalArgumentException("expected a star for each of " + MOST + " steps, got " + stars.size());
        }
    }

    /** {@return how many stars it has: each step counts only on top of those below it} */
    public int total() {
        return (int) stars.stream().takeWhile(Star::isEarned).count();
    }

    /** {@return a number of stars as five signs, those that are had first} */
    public static String drawn(int stars) {
        return "★".repeat(stars) + "☆".repeat(MOST - stars);
    }

    /** {@return the first star that it has not; none if it has all} */
    public Optional<Star> next() {
        return stars.stream().filter(star -> !star.isEarned()).findFirst();
    }

    /** {@return the same, with one more line of evidence} */
    public Audit with(Step step, Text evidence) {
        return new Audit(
                slug,
                figures,
                stars.stream()
                        .map(star -> star.step() == step ? star.withEvidence(evidence) : star)
                        .toList());
    }
}
