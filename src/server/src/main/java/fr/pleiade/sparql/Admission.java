package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may have a query answered now: as many at once as the machine can bear, one client no more than half of them, the others in line.
 *
 * <p>Fair and thread-safe. A client is whoever has one address.
 */
final class Admission {
    /** How many requests of one client may wait and run together. */
    static final int MOST_OF_ONE_CLIENT = 64;

    private static final int LEAST_AT_ONCE = 8;
    private static final int PER_PROCESSOR = 4;

    private final Duration patience;
    private final int atOnce;
    private final Semaphore places;
    private final Map<String, Client> clients = new HashMap<>();

    /** As many at once as there are processors, times four, and ten seconds in line. */
    Admission() {
        this(
                Math.max(LEAST_AT_ONCE, Runtime.getRuntime().availableProcessors() * PER_PROCESSOR),
                Duration.ofSeconds(10));
    }

    Admission(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
        this.places = new Semaphore(atOnce, true);
    }

    /** A place, to be given back. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a place.
     *
     * @throws SparqlRefusal 429 if the client has too many requests here already, 503 if no place came free in time
     */
    Place enter(String address) {
        Client client = arrive(address);
        long deadline = System.nanoTime() + patience.toNanos();
        if (!acquire(client.places, deadline)) {
            leave(address, client);
            throw busy();
        }
        if (!acquire(places, deadline)) {
            client.places.release();
            leave(address, client);
            throw busy();
        }
        return () -> {
            places.release();
            client.places.release();
            leave(address, client);
        };
    }

    private Client arrive(String address) {
        synchronized (clients) {
            Client client = clients.computeIfAbsent(address, a -> new Client(Math.max(1, atOnce / 2)));
            if (client.here == MOST_OF_ONE_CLIENT) {
                throw new SparqlRefusal(
                        429,
                        "too-many-requests",
                        new Text(
                                        "%d requests of yours are being answered or wait; send more when some have been answered",
                                        "%d de vos requêtes sont en cours ou attendent ; envoyez-en d'autres quand il y aura eu des réponses")
                                .with(MOST_OF_ONE_CLIENT),
                        Map.of("Retry-After", "5"));
            }
            client.here++;
            return client;
        }
    }

    private void leave(String address, Client client) {
        synchronized (clients) {
            client.here--;
            if (client.here == 0) {
                clients.remove(address);
            }
        }
    }

    private static boolean acquire(Semaphore semaphore, long deadline) {
        try {
            return semaphore.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static SparqlRefusal busy() {
        return new SparqlRefusal(
                503,
                "busy",
                new Text(
                        "this endpoint is answering as many queries as it can; try again soon",
                        "ce point d'accès répond à autant de requêtes qu'il le peut ; réessayez bientôt"),
                Map.of("Retry-After", "10"));
    }

    private static final class Client {
        private final Semaphore places;
        private int here;

        Client(int places) {
            this.places = new Semaphore(places, true);
        }
    }
}
