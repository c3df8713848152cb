package fr.pleiade.linking.names;

import java.util.EnumMap;
import java.util.Map;

/**
 * A thing that may be meant.
 *
 * @param thing the thing
 * @param matched the name that agrees best
 * @param score from 0 to 100; 100 only if it bears a code that was asked for
 * @param isMatch whether it is meant without doubt: no other is near, and the score is not low
 * @param parts how well each part agrees, from 0 to 1; those that say nothing are not there
 */
public record Candidate(NamedThing thing, Name matched, double score, boolean isMatch, Map<Part, Double> parts) {
    public Candidate {
        parts = parts.isEmpty() ? Map.of() : new EnumMap<>(parts);
    }

    /** What agrees, or does not. */
    public enum Part {
        /** A code that it bears. */
        CODE,
        /** A name that is the same word by word. */
        SAME_NAME,
        /** How much of what the names say they say both. */
        NAME,
        /** Another name or an acronym that is the same. */
        OTHER_NAME,
        /** The place. */
        PLACE,
        /** The web site. */
        SITE,
        /** That it was there at the time. */
        TIME
    }

    Candidate matched(boolean isMatched) {
        return new Candidate(thing, matched, score, isMatched, parts);
    }

    /** {@return how well a part agrees; 0 if that says nothing} */
    public double part(Part part) {
        return parts.getOrDefault(part, 0.0);
    }
}
