package fr.pleiade.web;

import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.sparql.Reading;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.store.Store;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.ServedReleases;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The release that is being served, and the change to the next one.
 *
 * <p>Whoever answers a request from the release's files takes it by {@link #now}, and whoever asks the store takes a {@link View}: the
 * release and the store in it belong together and stay until it is closed, even if another release becomes current meanwhile.
 * A large index is read in the background when the server starts; until it is known to be sound, everything but SPARQL is answered, from
 * the graphs. Thread-safe.
 */
public final class CurrentRelease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRelease.class);

    /** Bytes of graphs whose index is read within a second or so, before anything is answered. */
    private static final long LARGE = 1L << 27;

    private static final long SECONDS_UNTIL_NEXT_TRY = 60;
    private static final String SECONDS_TO_WAIT = "30";

    private final Releases releases;
    private final SparqlService sparql;
    private final ServedReleases served;
    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private final AtomicLong damagedReleases = new AtomicLong();
    private final long large;
    private final ScheduledThreadPoolExecutor background;
    private @Nullable Release current;
    private boolean isIndexOpen;

    CurrentRelease(Releases releases, SparqlService sparql, ServedReleases served) {
        this(releases, sparql, served, LARGE, new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "index-check");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /**
     * Serves nothing yet.
     *
     * @param large how many bytes of graphs it takes for their index to be read in the background
     * @param background reads it; shut down with this
     */
    CurrentRelease(
            Releases releases,
            SparqlService sparql,
            ServedReleases served,
            long large,
            ScheduledThreadPoolExecutor background) {
        this.served = served;
        this.releases = releases;
        this.sparql = sparql;
        this.large = large;
        this.background = background;
    }

    /** A release and its store, for the time of one request that asks the store. */
    public record View(Release release, Reading reading) implements AutoCloseable {
        @Override
        public void close() {
            reading.close();
        }
    }

    /**
     * {@return the release that is being served, with its store}
     *
     * @throws Refusal with 503 if nothing has been published yet, or its index is still being read
     */
    public View view() {
        change.readLock().lock();
        try {
            Release release = now();
            if (!isIndexOpen) {
                throw Refusal.of(503, "index-check").with("Retry-After", SECONDS_TO_WAIT);
            }
            return new View(release, sparql.read());
        } finally {
            change.readLock().unlock();
        }
    }

    /**
     * {@return the release that is being served, for what needs its files only}
     *
     * @throws Refusal with 503 if nothing has been published yet
     */
    public Release now() {
        return release().orElseThrow(() -> Refusal.of(503, "nothing-published").with("Retry-After", "30"));
    }

    /** {@return how many releases were found altered: passed over, or their index built again from the graphs} */
    public long damaged() {
        return damagedReleases.get();
    }

    /** {@return the release that is being served, without its store, if there is one} */
    public Optional<Release> release() {
        change.readLock().lock();
        try {
            return Optional.ofNullable(current);
        } finally {
            change.readLock().unlock();
        }
    }

    /**
     * Serves the release that the state folder now says is current; does nothing if it is being served already.
     *
     * <p>Where nothing is served yet and the current release is damaged, the newest sound one is served. A large index is not read before
     * this returns.
     */
    public synchronized void follow() {
        Release present = current;
        Optional<Release> next = present == null ? releases.toServe(this::isSmall, this::tell) : releases.current();
        if (next.isEmpty() || (present != null && next.get().id().equals(present.id()))) {
            return;
        }
        Release release = next.get();
        served.open(release);
        if (present != null || isSmall(release)) {
            serve(release);
            return;
        }
        change.writeLock().lock();
        try {
            current = release;
        } finally {
            change.writeLock().unlock();
        }
        background.execute(() -> check(release));
    }

    private boolean isSmall(Release release) {
        return release.bytes() < large;
    }

    private void tell(ReleaseException damaged) {
        damagedReleases.incrementAndGet();
        LOG.warn("a release was passed over, or its index was built again: {}", damaged.getMessage());
    }

    private void serve(Release release) {
        Store store = Store.open(release.tdb2());
        change.writeLock().lock();
        try {
            sparql.serve(store);
            current = release;
            isIndexOpen = true;
        } finally {
            change.writeLock().unlock();
        }
    }

    /** Reads a release's index and opens it, mended if need be; what cannot be mended now is tried again. */
    private void check(Release release) {
        if (!isAwaited(release)) {
            return;
        }
        try {
            openIndex(releases.mended(release, this::tell));
        } catch (RuntimeException e) {
            LOG.error(
                    "the index of {} cannot be opened; all but SPARQL is answered, and it is tried again in {} s: {}",
                    release.folder(),
                    SECONDS_UNTIL_NEXT_TRY,
                    e.getMessage());
            if (!background.isShutdown()) {
                background.schedule(() -> check(release), SECONDS_UNTIL_NEXT_TRY, TimeUnit.SECONDS);
            }
        }
    }

    private synchronized void openIndex(Release release) {
        if (isAwaited(release)) {
            serve(release);
        }
    }

    /** {@return whether the release is the one that is served without its index; another one may have been published meanwhile} */
    private boolean isAwaited(Release release) {
        change.readLock().lock();
        try {
            return current != null && current.id().equals(release.id()) && !isIndexOpen;
        } finally {
            change.readLock().unlock();
        }
    }

    /** Ends what is done in the background. */
    @Override
    public void close() {
        background.shutdownNow();
    }
}
