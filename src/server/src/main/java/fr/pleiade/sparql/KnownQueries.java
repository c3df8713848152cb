package fr.pleiade.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Queries that were found to be well-formed, by their texts: one that is asked again is not parsed again, and its answer may be kept too.
 *
 * <p>At most {@link #CAPACITY} bytes. What is refused is not remembered. Thread-safe.
 */
final class KnownQueries {
    /** How many bytes of queries are kept. */
    static final long CAPACITY = 8L << 20;

    /** Of the objects around a query, at most. */
    private static final int ENTRY = 512;

    /** In the caller's thread, so that there is never more than the capacity. */
    private final Cache<String, SparqlQuery> queries = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((String text, SparqlQuery query) -> ENTRY + 4 * text.length())
            .executor(Runnable::run)
            .build();

    /** {@return the query of a text, parsed unless it is known; parsing may refuse it} */
    SparqlQuery query(String text, Function<String, SparqlQuery> parse) {
        SparqlQuery known = queries.getIfPresent(text);
        if (known != null) {
            return known;
        }
        SparqlQuery query = parse.apply(text);
        queries.put(text, query);
        return query;
    }

    /** {@return how many bytes are kept} */
    long size() {
        return queries.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
