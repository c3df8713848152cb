package fr.pleiade.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether another release has become the current one, by reading one symbolic link.
 *
 * <p>A release that cannot be opened leaves the present one served; the next change of the link is tried again.
 */
final class ReleaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);
    private final CurrentRelease current;
    private final Path link;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "release-watch");
        thread.setDaemon(true);
        return thread;
    });
    private String seen = "";

    ReleaseWatch(CurrentRelease current, Path link) {
        this.current = current;
        this.link = link;
    }

    /**
     * Serves what is current now, and goes on looking.
     *
     * @throws RuntimeException as {@link CurrentRelease#follow}: a server that has nothing to serve does not start
     */
    void start() {
        seen = target();
        current.follow();
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void look() {
        String target = target();
        if (target.equals(seen)) {
            return;
        }
        seen = target;
        try {
            current.follow();
            LOG.info("serving the release that {} names", link);
        } catch (RuntimeException e) {
            LOG.error("the release that {} names cannot be served; the one before stays: {}", link, e.getMessage());
        }
    }

    private String target() {
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
        } catch (IOException e) {
            return seen; // the link is being replaced: look again in a second
        }
    }
}
