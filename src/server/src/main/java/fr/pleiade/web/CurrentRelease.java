package fr.pleiade.web;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.sparql.Reading;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.store.Store;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.ServedReleases;
import java.util.Optional;
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
 * Thread-safe.
 */
public final class CurrentRelease {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRelease.class);
    private final Releases releases;
    private final SparqlService sparql;
    private final ServedReleases served;
    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private final AtomicLong damagedReleases = new AtomicLong();
    private @Nullable Release current;

    CurrentRelease(Releases releases, SparqlService sparql, ServedReleases served) {
        this.served = served;
        this.releases = releases;
        this.sparql = sparql;
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
     * @throws Refusal with 503 if nothing has been published yet
     */
    public View view() {
        change.readLock().lock();
        try {
            return new View(now(), sparql.read());
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
     * <p>Where nothing is served yet and the current release is damaged, the newest sound one is served.
     */
    public synchronized void follow() {
        Release present = current;
        Optional<Release> next = present == null
                ? releases.toServe(damaged -> {
                    damagedReleases.incrementAndGet();
                    LOG.warn("a release was passed over, or its index was built again: {}", damaged.getMessage());
                })
                : releases.current();
        if (next.isEmpty() || (present != null && next.get().id().equals(present.id()))) {
            return;
        }
        served.open(next.get());
        Store store = Store.open(next.get().tdb2());
        change.writeLock().lock();
        try {
            sparql.serve(store);
            current = next.get();
        } finally {
            change.writeLock().unlock();
        }
    }
}
