package fr.pleiade.release.replica;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a publisher again and again whether it has another release, and takes it, while the server serves the one that is here.
 *
 * <p>What is in the way is said once, not at every look; after it, looks are farther apart, up to a minute.
 */
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** How long is waited for a pull that is broken off; what it writes then is of use to the next one only. */
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Replica replica;
    private final Duration every;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "following");
        thread.setDaemon(true);
        return thread;
    });
    private Duration pause;
    private String said = "";

    private Following(Replica replica, Duration every) {
        this.replica = replica;
        this.every = every;
        this.pause = every;
    }

    /**
     * Begins to ask.
     *
     * @param every how long after a look the next one is
     */
    public static Following begin(Replica replica, Duration every) {
        Following following = new Following(replica, every);
        following.lookLater();
        return following;
    }

    private void lookLater() {
        if (!clock.isShutdown()) {
            clock.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            replica.pull()
                    .ifPresent(taken -> LOG.info(
                            "release {} was taken from the publisher, {} bytes of it over the network",
                            taken.release().id(),
                            taken.bytes()));
            if (!said.isEmpty()) {
                LOG.info("the publisher is followed again");
            }
            said = "";
            pause = every;
        } catch (RuntimeException e) {
            if (clock.isShutdown()) {
                return; // it was broken off, by nobody's fault
            }
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(said)) {
                LOG.warn("the publisher cannot be followed now; what is here is served on: {}", problem);
            }
            said = problem;
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
        lookLater();
    }

    /** Ends; a pull that is at work is broken off, and goes on where it was the next time. Nothing is written any more afterwards. */
    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
