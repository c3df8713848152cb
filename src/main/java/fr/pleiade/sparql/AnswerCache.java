package fr.pleiade.sparql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of one store to the queries that were asked last; at most {@link #CAPACITY} bytes of them. Thread-safe. */
final class AnswerCache {
    /** How many bytes of answers are kept. */
    static final long CAPACITY = 32L << 20;

    private final Map<Key, byte[]> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** What an answer depends on, besides the store. */
    record Key(SparqlQuery query, String mediaType) {
        private static final int OVERHEAD = 200;

        long size() {
            return OVERHEAD + 2L * query.text().length();
        }
    }

    synchronized Optional<byte[]> get(Key key) {
        return Optional.ofNullable(answers.get(key));
    }

    synchronized void put(Key key, byte[] answer) {
        byte[] previous = answers.put(key, answer);
        bytes += answer.length + (previous == null ? key.size() : -previous.length);
        Iterator<Map.Entry<Key, byte[]>> oldestFirst = answers.entrySet().iterator();
        while (bytes > CAPACITY && oldestFirst.hasNext()) {
            Map.Entry<Key, byte[]> oldest = oldestFirst.next();
            bytes -= oldest.getValue().length + oldest.getKey().size();
            oldestFirst.remove();
        }
    }
}
