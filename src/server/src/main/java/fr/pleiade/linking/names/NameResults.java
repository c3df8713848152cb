package fr.pleiade.linking.names;

import java.util.List;

/**
 * What was found.
 *
 * @param total how many things there are
 * @param hits those that were asked for, the best first
 * @param counts how many of all things found have which values
 * @param isExact whether each thing has all the words that were asked for, spelt alike; else those are given that have some, or like ones
 */
public record NameResults(long total, List<Hit> hits, List<Counts> counts, boolean isExact) {
    public NameResults {
        hits = List.copyOf(hits);
        counts = List.copyOf(counts);
    }

    /**
     * A thing that was found.
     *
     * @param thing the thing
     * @param matched the name by which it was found
     * @param score how well that fits, up to 100
     * @param code the code by which it was found, or {@code ""}
     */
    public record Hit(NamedThing thing, Name matched, double score, String code) {}

    /**
     * How many things have the values of a property.
     *
     * @param property as in {@link NameQuery.Filter}
     * @param values the most frequent first
     */
    public record Counts(String property, List<Count> values) {
        public Counts {
            values = List.copyOf(values);
        }
    }

    /** How many things have a value. */
    public record Count(String value, long things) {}
}
