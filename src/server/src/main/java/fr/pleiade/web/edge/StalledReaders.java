package fr.pleiade.web.edge;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps readers who do not read from holding all threads: a page that is being sent to one holds a thread.
 *
 * <p>As long as there are enough threads everybody may pause for minutes. When {@value #MANY} requests are being answered at once, those
 * are cut off that have taken nothing for a second, those first that have waited longest, until {@value #ENOUGH} are left. Downloads hold
 * no thread, and are never cut off. Thread-safe.
 */
final class StalledReaders implements AutoCloseable {
    /** Of Tomcat's 200 threads. */
    static final int MANY = 120;

    static final int ENOUGH = 80;
    private static final long STALL_MILLIS = 1_000;
    private static final long ROUND_MILLIS = 250;

    private final Set<ConnectionWatch> answered = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "stalled-readers");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to look. */
    StalledReaders() {
        clock.scheduleWithFixedDelay(this::look, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A request begins to be answered. */
    void add(ConnectionWatch watch) {
        answered.add(watch);
    }

    /** It has been answered. */
    void remove(ConnectionWatch watch) {
        answered.remove(watch);
    }

    private record Stalled(ConnectionWatch watch, long since) {}

    private void look() {
        int tooMany = answered.size() - ENOUGH;
        if (answered.size() < MANY) {
            return;
        }
        long latest = System.currentTimeMillis() - STALL_MILLIS;
        List<Stalled> stalled = answered.stream()
                .flatMap(watch -> watch.stalledSince().map(since -> new Stalled(watch, since)).stream())
                .filter(reader -> reader.since() < latest)
                .sorted(Comparator.comparingLong(Stalled::since))
                .limit(tooMany)
                .toList();
        stalled.forEach(reader -> reader.watch().cutOff());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
