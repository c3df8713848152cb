package fr.pleiade.release;

import fr.pleiade.quads.Durable;
import fr.pleiade.store.StoreException;
import fr.pleiade.store.load.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final History history;

    private Releases(Path state) {
        this.state = state;
        this.history = new History(state);
    }

    /** {@return the releases below the state folder, which need not exist yet} */
    public static Releases in(Path state) {
        return new Releases(state);
    }

    /**
     * {@return the release that was made current last, if one was}
     *
     * @throws ReleaseException if it is damaged
     */
    public Optional<Release> current() {
        return currentFolder().map(Release::open);
    }

    /** {@return the id of the release that was made current last, damaged or not; takes microseconds, so that a server can poll it} */
    public Optional<String> currentId() {
        return currentFolder().map(folder -> folder.getFileName().toString());
    }

    private Optional<Path> currentFolder() {
        Path link = state.resolve(CURRENT);
        try {
            return Files.isSymbolicLink(link)
                    ? Optional.of(state.resolve(Files.readSymbolicLink(link)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(link + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return the release to serve: the current one if each of its files has the digest that its manifest says and its index is there,
     * else the newest release of which that is true}
     *
     * <p>Reads all files of the release. An index that was altered is built again from the graphs.
     *
     * @param problems told of each release that was passed over or mended, and why
     * @throws ReleaseException if there is none, but one that an earlier version wrote
     */
    public Optional<Release> toServe(Consumer<ReleaseException> problems) {
        return toServe(release -> true, problems);
    }

    /**
     * {@return the same release; its index is read and mended only if it is one of some, else that is for the caller to do}
     *
     * @param isIndexRead says whose index is not too large for that
     * @param problems told of each release that was passed over or mended, and why
     * @throws ReleaseException if there is none, but one that an earlier version wrote
     */
    public Optional<Release> toServe(Predicate<Release> isIndexRead, Consumer<ReleaseException> problems) {
        List<Path> candidates = new ArrayList<>();
        currentFolder().ifPresent(candidates::add);
        open(damaged -> {}).stream()
                .map(Release::folder)
                .filter(folder -> !candidates.contains(folder))
                .forEach(candidates::add);
        Optional<ReleaseException> older = Optional.empty();
        for (Path candidate : candidates) {
            try {
                Release release = Release.open(candidate);
                release.requireServable();
                release.verify();
                return Optional.of(isIndexRead.test(release) ? mended(release, problems) : release);
            } catch (ReleaseException e) {
                problems.accept(e);
                older = older.isEmpty() && e.kind() == ReleaseException.Kind.OLDER ? Optional.of(e) : older;
            }
        }
        if (older.isPresent()) {
            throw older.get();
        }
        return Optional.empty();
    }

    /**
     * {@return the release with an index that is as it was made: one that was altered is built again from the graphs}
     *
     * <p>Reads all of the index, which nobody may have open.
     *
     * @param problems told why it was built again
     * @throws ReleaseException if it cannot be, which may pass: another process may be publishing, or the disk be full
     */
    public Release mended(Release release, Consumer<ReleaseException> problems) {
        Optional<ReleaseException> altered = release.indexProblem();
        Optional<ReleaseException> problem = altered.or(release::namesProblem);
        if (problem.isEmpty()) {
            return release;
        }
        try (StateLock lock = StateLock.take(state, "building an index again")) {
            new Pruning(release).restore(Loader.OWN);
        } catch (IOException | UncheckedIOException | StoreException | PublicationException e) {
            problem.get().addSuppressed(e);
            if (altered.isPresent()) {
                throw problem.get(); // then another release is served, if there is one
            }
            return release; // all but its search can be served
        }
        problems.accept(problem.get());
        return Release.open(release.folder());
    }

    /** {@return the ids of the releases that were made current, the first one first; one may be there several times} */
    public List<String> switches() {
        return history.ids();
    }

    /** {@return all releases that can be read, the one that was made current last first} */
    public List<Release> all() {
        return open(damaged -> {});
    }

    /**
     * {@return the releases that can be read and were made current last before this one was, the latest of them first}
     *
     * <p>By the history, not by when they were made: a clock may have gone back between two publications.
     */
    public List<Release> before(Release release) {
        return all().stream()
                .dropWhile(other -> !other.id().equals(release.id()))
                .filter(other -> !other.id().equals(release.id()))
                .toList();
    }

    /** {@return what is wrong with the releases that {@link #all} leaves out} */
    public List<ReleaseException> damaged() {
        List<ReleaseException> damaged = new ArrayList<>();
        open(damaged::add);
        return List.copyOf(damaged);
    }

    private List<Release> open(Consumer<ReleaseException> damaged) {
        List<Release> releases = new ArrayList<>();
        for (Path folder : folders(folder())) {
            try {
                releases.add(Release.open(folder));
            } catch (ReleaseException e) {
                damaged.accept(e);
            }
        }
        List<String> ids = history.ids();
        releases.sort(Comparator.comparing((Release release) -> ids.lastIndexOf(release.id()))
                .thenComparing(Release::created)
                .reversed()
                .thenComparing(Release::id));
        return List.copyOf(releases);
    }

    /** {@return the release with exactly this id, whether it has its index or not; nothing if it is not kept or cannot be read} */
    public Optional<Release> withId(String id) {
        Path wanted = folder().resolve(id.matches("[0-9a-f]{1,64}") ? id : "unknown");
        if (!Files.isDirectory(wanted)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Release.open(wanted));
        } catch (ReleaseException damaged) {
            return Optional.empty();
        }
    }

    /**
     * {@return the release with this id, or whose id begins so}
     *
     * @throws UnknownReleaseException if there is none, or more than one
     */
    public Release find(String id) {
        List<Release> found =
                all().stream().filter(release -> release.id().startsWith(id)).toList();
        if (found.isEmpty()) {
            throw new UnknownReleaseException("no release has an id that begins with '%s'".formatted(id));
        }
        if (found.size() > 1) {
            throw new UnknownReleaseException("%d releases have an id that begins with '%s': %s"
                    .formatted(found.size(), id, found.stream().map(Release::id).collect(Collectors.joining(", "))));
        }
        return found.get(0);
    }

    /**
     * {@return the release that was current before the current one became so; after a rollback, the one that was rolled back}
     *
     * @throws ReleaseException if there is none
     */
    public Release previous() {
        String current = currentId()
                .orElseThrow(
                        () -> ReleaseException.absent(state, "nothing was published yet, so nothing to go back to"));
        return all().stream()
                .filter(release -> !release.id().equals(current))
                .findFirst()
                .orElseThrow(() -> ReleaseException.absent(folder(), "there is no release before " + current));
    }

    /**
     * Makes a release the current one, in one atomic step; where its index was pruned, it is built again first.
     *
     * @throws ReleaseException if a file of the release is missing or altered; names it
     * @throws PublicationException if a publication is at work, or the disk cannot be written
     */
    public void makeCurrent(Release release) {
        try (StateLock lock = StateLock.take(state, "going back")) {
            release.requireServable();
            release.verifyGraphs();
            new Pruning(release).restore(Loader.OWN);
            point(release);
        } catch (IOException | UncheckedIOException | StoreException e) {
            throw Faults.explain(e, state);
        }
    }

    /** Replaces the pointer; the caller has the lock. */
    public void point(Release release) {
        Path next = state.resolve(CURRENT + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, state.relativize(release.folder()));
            Files.move(next, state.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(state);
            history.add(release.id());
        } catch (IOException e) {
            throw new UncheckedIOException(next + ": " + e.getMessage(), e);
        }
    }

    /**
     * Keeps the newest releases and the current one whole; the others lose their index, and their graphs are packed. They keep all that
     * can be read: manifest, graphs, tables and findings, so that they are compared, described and gone back to as before.
     *
     * @param whole how many releases stay whole, from 1
     * @return the releases that were made small
     * @throws ReleaseException if a graph of one was altered; it is left as it is
     * @throws PublicationException if a publication is at work, or the disk cannot be written
     */
    public List<Release> prune(int whole) {
        if (whole < 1) {
            throw new IllegalArgumentException("at least one release must stay whole, not " + whole);
        }
        try (StateLock lock = StateLock.take(state, "pruning")) {
            String current = currentId().orElse("");
            List<Release> all = all();
            List<Release> due = all.stream()
                    .skip(whole)
                    .filter(release -> !release.id().equals(current) && new Pruning(release).isDue())
                    .toList();
            for (Release release : due) {
                new Pruning(release).removeIndex(); // first of all, for the disk may be full
            }
            Map<String, Path> packed = packedGraphs(all);
            for (Release release : due) {
                new Pruning(release).pack(packed);
            }
            for (Release release : all) {
                if (!release.isWhole()) {
                    removeDumps(release.id());
                }
            }
            return due;
        } catch (IOException | UncheckedIOException e) {
            throw Faults.explain(e, state);
        }
    }

    /** Those too that were asked for since the release was pruned; in one step, for a server may just be making one. */
    private void removeDumps(String id) throws IOException {
        Path made = dumps().resolve(id);
        Path removed = dumps().resolve(id + "-removed");
        Building.delete(removed);
        if (Files.isDirectory(made)) {
            Files.move(made, removed, StandardCopyOption.ATOMIC_MOVE);
        }
        Building.delete(removed);
    }

    private static Map<String, Path> packedGraphs(List<Release> releases) {
        Map<String, Path> packed = new HashMap<>();
        for (Release release : releases) {
            for (PublishedGraph graph : release.graphs()) {
                Path file = Release.packedFile(release.folder(), graph.slug());
                if (Files.exists(file)) {
                    packed.putIfAbsent(graph.sha256(), file);
                }
            }
        }
        return packed;
    }

    /**
     * Removes what publications, prunings and rollbacks that were killed have left; nothing while one is at work.
     *
     * @return the files and folders that were removed
     */
    public List<Path> clean() {
        try {
            return Leftovers.find(state).isEmpty() ? List.of() : cleanAlone();
        } catch (IOException e) {
            throw new UncheckedIOException(state + ": " + e.getMessage(), e);
        }
    }

    private List<Path> cleanAlone() throws IOException {
        try (StateLock lock = StateLock.take(state, "cleaning")) {
            return Leftovers.clean(state);
        } catch (PublicationException e) {
            return List.of(); // a publication is at work: the folder is its own
        }
    }

    /** {@return where the server keeps the downloads that it made of releases, in a folder for each} */
    public Path dumps() {
        return state.resolve("dumps");
    }

    public Path folder() {
        return state.resolve("releases");
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }
}
