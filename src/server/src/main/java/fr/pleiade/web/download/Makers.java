package fr.pleiade.web.download;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The few places in which files are made, shared between the clients who wait for them.
 *
 * <p>One client has fewer than all, so that the next one begins at once; a free one goes to whose client has fewest, and of those to who
 * has waited longest. A file is made for all who ask for it: the one of them who has fewest counts. Thread-safe.
 */
final class Makers {
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Deque<Wish> line = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private int here;

    Makers(int most) {
        this.most = most;
        this.mostOfOne = Math.max(1, most - 1);
    }

    /** Gives the names of the clients who wait for a file now. */
    @FunctionalInterface
    interface Askers {
        List<String> names();
    }

    /** A place, to be given back once. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Wish {
        final Askers askers;

        Wish(Askers askers) {
            this.askers = askers;
        }
    }

    /**
     * Waits for a place.
     *
     * @param deadline of {@link System#nanoTime}
     * @param isInVain whether there is no need to wait any more; is asked ten times a second
     * @return a place, or nothing if it would have come too late
     */
    Optional<Place> enter(Askers askers, long deadline, BooleanSupplier isInVain) throws InterruptedException {
        Wish wish = new Wish(askers);
        lock.lock();
        try {
            line.add(wish);
            Optional<String> client = payer(wish);
            while (client.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || isInVain.getAsBoolean()) {
                    return Optional.empty();
                }
                change.awaitNanos(Math.min(left, ROUND_NANOS));
                client = payer(wish);
            }
            String name = client.get();
            here++;
            taken.merge(name, 1, Integer::sum);
            return Optional.of(() -> leave(name));
        } finally {
            line.remove(wish);
            change.signalAll();
            lock.unlock();
        }
    }

    /** {@return on whose account the wish is granted, if it is the next one and there is room} */
    private Optional<String> payer(Wish wish) {
        if (here == most) {
            return Optional.empty();
        }
        Wish next = line.stream()
                .min(Comparator.comparingInt(this::least))
                .orElse(wish); // the first of those that have least
        int least = least(next);
        return next != wish || least >= mostOfOne
                ? Optional.empty()
                : wish.askers.names().stream()
                        .filter(name -> taken.getOrDefault(name, 0) == least)
                        .findFirst();
    }

    private int least(Wish wish) {
        return wish.askers.names().stream()
                .mapToInt(name -> taken.getOrDefault(name, 0))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void leave(String client) {
        lock.lock();
        try {
            here--;
            taken.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
