package fr.pleiade.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether another release has become the current one, by reading one symbolic link.
 *
 * <p>A release that cannot be opened leaves the present one served and is tried again, after pauses that grow from a second to a minute:
 * a copy may be under way, or memory short. An {@link Error} ends the process: a server that has lost its mind is begun anew by whoever
 * supervises it, and must not go on as if nothing had happened.
 */
final class ReleaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int ENVIRONMENT_FAILED = 3;

    private final Path link;
    private final Runnable follow;
    private final LongSupplier nanoseconds;
    private final Consumer<Error> fatal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "release-watch");
        thread.setDaemon(true);
        return thread;
    });
    private String served = "";
    private String failed = "";
    private Duration pause = FIRST_PAUSE;
    private long failedAt;

    /** A watch that calls {@link CurrentRelease#follow} whenever the link leads elsewhere. */
    ReleaseWatch(CurrentRelease current, Path link) {
        this(link, current::follow, System::nanoTime, error -> {
            LOG.error("the server ends: {}", error.toString());
            Runtime.getRuntime().halt(ENVIRONMENT_FAILED); // exit hooks would need what has just run out
        });
    }

    /**
     * @param follow serves what the link names
     * @param nanoseconds a clock
     * @param fatal what is done after an error of the machine
     */
    ReleaseWatch(Path link, Runnable follow, LongSupplier nanoseconds, Consumer<Error> fatal) {
        this.link = link;
        this.follow = follow;
        this.nanoseconds = nanoseconds;
        this.fatal = fatal;
    }

    /**
     * Serves what is current now, and goes on looking.
     *
     * @throws RuntimeException as {@link CurrentRelease#follow}: a server that has nothing to serve does not start
     */
    void start() {
        String target = target();
        follow.run();
        served = target;
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Looks once. */
    void look() {
        String target = target();
        if (target.equals(served) || (target.equals(failed) && nanoseconds.getAsLong() - failedAt < pause.toNanos())) {
            return;
        }
        try {
            follow.run();
            served = target;
            failed = "";
            LOG.info("serving the release that {} names", link);
        } catch (RuntimeException e) {
            pause = target.equals(failed) ? longer(pause) : FIRST_PAUSE;
            failed = target;
            failedAt = nanoseconds.getAsLong();
            LOG.error(
                    "the release that {} names cannot be served; the one before stays, and it is tried again in {} s: {}",
                    link,
                    pause.toSeconds(),
                    e.getMessage());
        } catch (Error e) {
            fatal.accept(e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private String target() {
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
        } catch (IOException e) {
            return served; // the link is being replaced: look again in a second
        }
    }
}
