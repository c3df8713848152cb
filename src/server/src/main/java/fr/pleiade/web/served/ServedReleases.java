package fr.pleiade.web.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Releases with what pages and documents need of them: the one that is served is opened at the switch and stays, of pinned ones those
 * that were asked for last. Memory: {@value #MOST_TRIPLES} triples of pinned releases. Thread-safe.
 */
public final class ServedReleases {
    private static final int MOST_TRIPLES = 400_000;

    private final Cache<String, Served> pinned = Caffeine.newBuilder()
            .maximumWeight(MOST_TRIPLES)
            .weigher((String id, Served served) -> served.weight())
            .executor(Runnable::run) // in this thread, so that there is never more than the capacity
            .build();
    private volatile Optional<Served> current = Optional.empty();

    /**
     * Opens a release that is going to be the one that is served.
     *
     * @throws ReleaseException if an earlier version wrote it, or a file of it is missing
     */
    public void open(Release release) {
        Served next = Served.open(release);
        current.ifPresent(before -> pinned.put(before.release().id(), before)); // somebody may be reading it
        current = Optional.of(next);
    }

    /** {@return the release that was opened last, if one was} */
    public Optional<Served> current() {
        return current;
    }

    /**
     * {@return a release with what is worked out of it}
     *
     * @throws ReleaseException if an earlier version wrote it, or a file of it is missing
     */
    public Served of(Release release) {
        return current.filter(served -> served.release().id().equals(release.id()))
                .orElseGet(() -> pinned.get(release.id(), id -> Served.open(release)));
    }

    /**
     * {@return a kept release, opened if it is not}
     *
     * @param open opens the release with an id; gives nothing if it is not kept, or cannot be served
     * @throws ReleaseException if a file of it is missing or altered
     */
    public Optional<Served> withId(String id, Function<String, Optional<Release>> open) {
        return current.filter(served -> served.release().id().equals(id))
                .or(() -> Optional.ofNullable(pinned.get(
                        id, unopened -> open.apply(unopened).map(Served::open).orElse(null))));
    }

    /** Forgets the pinned releases, so that files that were deleted are given back to the disk. */
    public void clear() {
        pinned.invalidateAll();
    }
}
