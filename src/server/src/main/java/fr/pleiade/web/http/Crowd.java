package fr.pleiade.web.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts who is here, so that one client never takes the places of all: so many at once, and fewer of one client.
 *
 * <p>Nobody waits. Memory: an entry for each client that is here. Thread-safe.
 */
public final class Crowd {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> clients = new HashMap<>();
    private int here;

    public Crowd(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** A place, to be given back once. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** {@return a place, unless this client has as many as one may have, or all are taken} */
    public synchronized Optional<Place> enter(String client) {
        int ofThisOne = clients.getOrDefault(client, 0);
        if (here == most || ofThisOne == mostOfOne) {
            return Optional.empty();
        }
        here++;
        clients.put(client, ofThisOne + 1);
        return Optional.of(() -> leave(client));
    }

    private synchronized void leave(String client) {
        here--;
        clients.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
    }

    /** {@return whether all places are taken} */
    public synchronized boolean isFull() {
        return here == most;
    }
}
