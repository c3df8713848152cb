package fr.pleiade.inbox;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps what is counted once a minute, and when it is closed; a day's uses are those that were counted until it was over. */
public final class UseKeeper implements AutoCloseable {
    private static final int SECONDS = 60;

    private final UseCounter counter;
    private final UseStore store;
    private final Clock clock;
    private final Consumer<IOException> failures;
    private final ScheduledThreadPoolExecutor background;

    /** @param failures told of what could not be kept, which is tried again a minute later */
    public UseKeeper(UseCounter counter, UseStore store, Clock clock, Consumer<IOException> failures) {
        this.counter = counter;
        this.store = store;
        this.clock = clock;
        this.failures = failures;
        this.background = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "usage");
            thread.setDaemon(true);
            return thread;
        });
        background.scheduleWithFixedDelay(this::keep, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Keeps what was counted until now. */
    public void keep() {
        try {
            store.keep(counter, LocalDate.now(clock));
        } catch (IOException e) {
            failures.accept(e);
        }
    }

    @Override
    public void close() {
        background.shutdown();
        keep();
    }
}
