package fr.pleiade.linking.names;

import java.util.List;

/**
 * What is searched for.
 *
 * @param text names or codes as somebody types them; {@code ""} for all things
 * @param filters what else must hold of the things; of several values of one property, one
 * @param from how many results to pass over
 * @param size how many results to give at most
 */
public record NameQuery(String text, List<Filter> filters, int from, int size) {
    /** More results are not passed over: who wants them narrows the search. */
    public static final int MOST_PASSED_OVER = 10_000;

    /** What is given at once at most. */
    public static final int MOST = 1_000;

    /** The property of a filter by class. */
    public static final String TYPE = Fields.TYPES;

    /** The property of a filter by graph, whose values are slugs. */
    public static final String DATASET = Fields.GRAPHS;

    /**
     * A condition.
     *
     * @param property {@link #TYPE}, {@link #DATASET}, or one of {@link NameRules#facets}
     * @param value what it must be
     */
    public record Filter(String property, String value) {}

    public NameQuery {
        filters = List.copyOf(filters);
        if (from < 0 || from > MOST_PASSED_OVER || size < 0 || size > MOST) {
            throw new IllegalArgumentException("from %d, %d results".formatted(from, size));
        }
    }

    /** {@return a query for the first results of a text} */
    public static NameQuery of(String text) {
        return new NameQuery(text, List.of(), 0, 20);
    }
}
