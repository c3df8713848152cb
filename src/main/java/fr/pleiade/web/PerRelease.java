package fr.pleiade.web;

import fr.pleiade.release.Release;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is worked out of a release and kept as long as that release is served: memory for one value, thread-safe.
 *
 * @param <T> what is kept; safe to read from many threads
 */
public final class PerRelease<T> {
    private final Function<Release, T> make;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();

    public PerRelease(Function<Release, T> make) {
        this.make = make;
    }

    private record Kept<T>(String release, T value) {}

    /** {@return the value for the release; two threads that are the first may both make it} */
    public T of(Release release) {
        Kept<T> present = kept.get();
        if (present != null && present.release().equals(release.id())) {
            return present.value();
        }
        T value = make.apply(release);
        kept.set(new Kept<>(release.id(), value));
        return value;
    }
}
