package fr.pleiade.web.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.release.Release;
import java.util.function.Function;

/**
 * Something that is worked out of the release that is being served, once, and kept; memory for {@value #KEPT} values, so that a switch
 * there and back works nothing out again. Thread-safe.
 *
 * @param <T> what is kept; safe to read from many threads
 */
public final class PerRelease<T> {
    private static final int KEPT = 4;

    private final Function<Release, T> make;
    private final Cache<String, T> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public PerRelease(Function<Release, T> make) {
        this.make = make;
    }

    /** {@return the value for the release; made by the first that asks, whom the others wait for} */
    public T of(Release release) {
        return kept.get(release.id(), id -> make.apply(release));
    }

    /** Forgets all values; they are made again when they are asked for. */
    public void clear() {
        kept.invalidateAll();
    }
}
