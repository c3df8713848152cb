package fr.pleiade.web;

import fr.pleiade.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Something that is worked out of a release and kept: memory for {@value #KEPT} values, those worked out last;
 * thread-safe.
 *
 * @param <T> what is kept; safe to read from many threads
 */
public final class PerRelease<T> {
    private static final int KEPT = 4;

    private final Function<Release, T> make;
    private volatile List<Kept<T>> kept = List.of();

    public PerRelease(Function<Release, T> make) {
        this.make = make;
    }

    private record Kept<T>(String release, T value) {}

    /** {@return the value for the release; two threads that are the first may both make it} */
    public T of(Release release) {
        for (Kept<T> present : kept) {
            if (present.release().equals(release.id())) {
                return present.value();
            }
        }
        T value = make.apply(release);
        keep(new Kept<>(release.id(), value));
        return value;
    }

    /** Forgets all values; they are made again when they are asked for. */
    synchronized void clear() {
        kept = List.of();
    }

    /** Puts a value in front of the others, without its like and without the one that has been there longest. */
    private synchronized void keep(Kept<T> added) {
        List<Kept<T>> next = new ArrayList<>(List.of(added));
        kept.stream()
                .filter(value -> !value.release().equals(added.release()))
                .limit(KEPT - 1)
                .forEach(next::add);
        kept = List.copyOf(next);
    }
}
