package fr.pleiade.bench;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to harm a server, over several connections at once.
 *
 * @param name what it does
 * @param connections how many there are at any time
 * @param clients from how many addresses they come
 * @param patienceMillis how long one waits for an answer before it hangs up
 * @param assault what is done on a connection again and again
 */
record Attack(String name, int connections, int clients, int patienceMillis, Assault assault) {
    private static final int FIRST_ADDRESS = 66;

    /** Who is refused, or finds nobody, comes back after so long. */
    private static final long SULK_NANOS = 1_000_000_000;

    /** One request, or several. */
    @FunctionalInterface
    interface Assault {
        /** {@return the head of the last answer} */
        Stranger.Head once(Stranger connection, long number) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param requests how many were made
     * @param ends how often each status was answered; {@code 0} stands for a connection that broke off, {@code -1} for patience that did
     */
    record Outcome(long requests, TreeMap<Integer, Long> ends) {}

    /** Goes on for so long; when this returns, all connections are closed. */
    Outcome wage(int port, Duration time) throws InterruptedException {
        Host host = new Host(port, System.nanoTime() + time.toNanos());
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            int from = FIRST_ADDRESS + i % clients;
            threads.execute(() -> host.fight(from));
        }
        LockSupport.parkNanos(host.end - System.nanoTime());
        threads.shutdownNow();
        host.leave();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        TreeMap<Integer, Long> ends = new TreeMap<>();
        host.ends.forEach((status, count) -> ends.put(status, count.sum()));
        return new Outcome(host.numbers.get(), ends);
    }

    /** All who fight. */
    private final class Host {
        private final int port;
        private final long end;
        private final AtomicLong numbers = new AtomicLong();
        private final ConcurrentSkipListMap<Integer, LongAdder> ends = new ConcurrentSkipListMap<>();
        private final Set<Stranger> open = ConcurrentHashMap.newKeySet();

        Host(int port, long end) {
            this.port = port;
            this.end = end;
        }

        private void fight(int from) {
            while (isOn()) {
                try (Stranger connection = new Stranger(port, from, patienceMillis)) {
                    open.add(connection);
                    try {
                        use(connection);
                    } finally {
                        open.remove(connection);
                    }
                } catch (SocketTimeoutException impatient) {
                    note(-1);
                } catch (IOException broken) {
                    note(0);
                    sulk();
                }
            }
        }

        private void use(Stranger connection) throws IOException {
            boolean isKept = true;
            while (isKept && isOn()) {
                Stranger.Head head = assault.once(connection, numbers.incrementAndGet());
                note(head.status());
                isKept = !head.isLast();
                if (head.status() >= 400) {
                    sulk();
                }
            }
        }

        private void sulk() {
            LockSupport.parkNanos(Math.min(SULK_NANOS, end - System.nanoTime()));
        }

        private boolean isOn() {
            return System.nanoTime() < end && !Thread.currentThread().isInterrupted();
        }

        private void note(int end) {
            if (isOn()) {
                ends.computeIfAbsent(end, status -> new LongAdder()).increment();
            }
        }

        private void leave() {
            for (Stranger connection : List.copyOf(new ArrayList<>(open))) {
                try {
                    connection.close();
                } catch (IOException e) {
                    continue; // it is closed all the same
                }
            }
        }
    }
}
