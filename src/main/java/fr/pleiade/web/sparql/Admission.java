package fr.pleiade.web.sparql;

import fr.pleiade.web.http.Refusal;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many queries run at once: so many in all, and so many for one client, so that nobody keeps the others waiting.
 *
 * <p>One that finds no place waits {@link #PATIENCE_MILLIS} and is then refused: 429 if its client has too many, 503 if there are too
 * many in all. Thread-safe.
 */
final class Admission {
    /** How many queries run at once. */
    static final int IN_ALL = 32;

    /** How many queries of one client run at once. */
    static final int PER_CLIENT = 8;

    private static final long PATIENCE_MILLIS = 1_000;
    private static final String RETRY_SECONDS = "2";

    private final Semaphore all = new Semaphore(IN_ALL, true);
    private final ConcurrentHashMap<String, Integer> byClient = new ConcurrentHashMap<>();

    /** A place that is given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * {@return a place for one query}
     *
     * @throws Refusal with 429 or 503 and {@code Retry-After} if there is none
     */
    Place enter(String client) {
        if (byClient.merge(client, 1, Integer::sum) > PER_CLIENT) {
            leave(client);
            throw Refusal.of(429, "status-429").with("Retry-After", RETRY_SECONDS);
        }
        if (!waitForPlace()) {
            leave(client);
            throw Refusal.of(503, "status-503").with("Retry-After", RETRY_SECONDS);
        }
        return () -> {
            all.release();
            leave(client);
        };
    }

    private boolean waitForPlace() {
        try {
            return all.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(String client) {
        byClient.computeIfPresent(client, (c, running) -> running > 1 ? running - 1 : null);
    }
}
