package fr.pleiade.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Answers of one store to the queries that are asked again and again; at most {@link #CAPACITY} bytes of them, the queries included.
 * Thread-safe.
 */
final class AnswerCache {
    /** How many bytes of queries and answers are kept. */
    static final long CAPACITY = 32L << 20;

    /** In this thread, so that there is never more than the capacity. */
    private final Cache<Key, byte[]> answers = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Key key, byte[] answer) -> key.size() + answer.length)
            .executor(Runnable::run)
            .build();

    /** What an answer depends on, besides the store. */
    record Key(SparqlQuery query, String mediaType) {
        /** Of the objects around a string, an entry's own included, at most. */
        private static final int OVERHEAD = 64;

        private static final int ENTRY = 256;

        /** {@return bytes, at two for a character} */
        int size() {
            return ENTRY
                    + size(List.of(query.text(), mediaType))
                    + size(query.defaultGraphs())
                    + size(query.namedGraphs())
                    + size(query.services());
        }

        private static int size(Collection<String> texts) {
            return texts.stream().mapToInt(text -> OVERHEAD + 2 * text.length()).sum();
        }
    }

    Optional<byte[]> get(Key key) {
        return Optional.ofNullable(answers.getIfPresent(key));
    }

    void put(Key key, byte[] answer) {
        answers.put(key, answer);
    }

    /** {@return how many bytes are kept} */
    long size() {
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
