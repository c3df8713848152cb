package fr.pleiade.web.conformance;

import fr.pleiade.findings.Text;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.discovery.RealExamples;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.ServedReleases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the checks, and keeps what became of them: once for each release when somebody first asks, and again whenever the operator's
 * interval is over. However many ask, one run at a time. Thread-safe.
 */
@Component
public final class SelfCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final CurrentRelease current;
    private final Duration interval;
    private final ServedReleases served;
    private final Promises promises = Promises.read();
    private final ReentrantLock asking = new ReentrantLock();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "self-check");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                SelfCheck.class.getClassLoader()); // and so that of the threads that its client starts
        return thread;
    });
    private volatile int port;
    private volatile @Nullable Run last;

    SelfCheck(CurrentRelease current, ServerOptions options, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.interval = options.selfCheck();
    }

    /**
     * What became of one run of the checks.
     *
     * @param release the id of the release that was being served
     * @param at when they were made
     * @param outcomes each check's
     */
    record Run(String release, Instant at, List<Outcome> outcomes) {
        Run {
            outcomes = List.copyOf(outcomes);
        }

        int failed() {
            return (int) outcomes.stream().filter(outcome -> !outcome.passed()).count();
        }
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
        if (!interval.isZero()) {
            clock.scheduleWithFixedDelay(this::runAgain, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * {@return the last run with this release, the first one made now if there is none}
     *
     * @throws Refusal with 503 if somebody else is having it made: waiting, many would take the threads that it needs
     */
    Run of(Release release) {
        Run known = last;
        if (known != null && known.release().equals(release.id())) {
            return known;
        }
        if (!asking.tryLock()) {
            Text problem = new Text(
                    "the checks are being made; ask again in a few seconds",
                    "les vérifications sont en cours ; redemandez dans quelques secondes");
            throw Refusal.explained(503, "checks-running", problem).with("Retry-After", "5");
        }
        try {
            Run made = last;
            return made != null && made.release().equals(release.id()) ? made : await(clock.submit(() -> run(release)));
        } finally {
            asking.unlock();
        }
    }

    private static Run await(Future<Run> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the checks were made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the checks could not be made", e);
        }
    }

    /** By the clock; its one thread is also the one that {@link #of} has its run made on. */
    private void runAgain() {
        try {
            Run made = run(current.now());
            LOG.info(
                    "self-check: {} of {} checks find what is promised",
                    made.outcomes().size() - made.failed(),
                    made.outcomes().size());
            made.outcomes().stream()
                    .filter(outcome -> !outcome.passed())
                    .forEach(outcome -> LOG.warn(
                            "self-check: {} is not kept: {}",
                            outcome.promise().id(),
                            outcome.promise().sentence().en()));
        } catch (Refusal nothingPublished) {
            LOG.info("self-check: nothing is published yet");
        } catch (RuntimeException e) { // a scheduled task that throws is never run again
            LOG.error("self-check: could not be made", e);
        }
    }

    private Run run(Release release) {
        RealExamples examples = new RealExamples(served.of(release));
        Probe probe = new Probe("http://127.0.0.1:" + port + "/");
        Run made = new Run(
                release.id(),
                Instant.now(),
                Checks.of(promises, release.base(), examples.forOpenApi()).stream()
                        .map(check -> check.make(probe))
                        .toList());
        last = made;
        return made;
    }

    /** {@return all promises, also those that no check on a running site can show} */
    Promises promises() {
        return promises;
    }

    /** {@return when the checks were last made, if they were} */
    public Optional<Instant> lastMade() {
        return Optional.ofNullable(last).map(Run::at);
    }

    /** {@return how many promises were kept when they were last checked, 0 if they were not} */
    public int kept() {
        return Optional.ofNullable(last)
                .map(run -> run.outcomes().size() - run.failed())
                .orElse(0);
    }

    /** {@return how many promises were not kept when they were last checked, 0 if they were not} */
    public int broken() {
        return Optional.ofNullable(last).map(Run::failed).orElse(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
