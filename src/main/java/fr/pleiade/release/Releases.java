package fr.pleiade.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The releases below a state folder, one of which may be the current one.
 *
 * <p>The pointer is the symbolic link {@code current}; it is replaced by a rename, so that a reader finds the one or the other. Nothing
 * is held in memory: another process's publication is seen at the next call. Thread-safe.
 */
public final class Releases {
    private static final String CURRENT = "current";
    private final Path state;

    private Releases(Path state) {
        this.state = state;
    }

    /** {@return the releases below the state folder, which need not exist yet} */
    public static Releases in(Path state) {
        return new Releases(state);
    }

    /**
     * {@return the release that is to be served, if one was published}
     *
     * @throws ReleaseException if it is damaged
     */
    public Optional<Release> current() {
        Path link = state.resolve(CURRENT);
        return Files.isSymbolicLink(link) ? Optional.of(Release.open(target(link))) : Optional.empty();
    }

    /** {@return all releases that are complete, the newest first} */
    public List<Release> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        List<Release> releases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder())) {
            folders.filter(f -> Files.exists(f.resolve(ManifestDocument.FILE)))
                    .forEach(f -> releases.add(Release.open(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(folder() + ": " + e.getMessage(), e);
        }
        releases.sort(Comparator.comparing(Release::created).reversed().thenComparing(Release::id));
        return List.copyOf(releases);
    }

    /**
     * Makes a release the current one, in one atomic step.
     *
     * @throws UncheckedIOException if the link cannot be written; then the pointer is as it was
     */
    public void makeCurrent(Release release) {
        Path next = state.resolve(CURRENT + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, state.relativize(release.folder()));
            Files.move(next, state.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(state);
        } catch (IOException e) {
            throw new UncheckedIOException(next + ": " + e.getMessage(), e);
        }
    }

    Path folder() {
        return state.resolve("releases");
    }

    private Path target(Path link) {
        try {
            return state.resolve(Files.readSymbolicLink(link));
        } catch (IOException e) {
            throw new UncheckedIOException(link + ": " + e.getMessage(), e);
        }
    }
}
