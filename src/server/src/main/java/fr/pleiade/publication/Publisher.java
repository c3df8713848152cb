package fr.pleiade.publication;

import fr.pleiade.publication.statistics.UsedSources;
import fr.pleiade.release.Building;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.StateLock;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Publishes a site: makes a new release out of its sources, and makes it the current one.
 *
 * <p>Until the last step nothing that is being served is touched; a publication that fails, or is killed, leaves the current release
 * current. The same inputs give the same graphs, byte for byte, and the same release id, whatever the number of threads.
 */
public final class Publisher {
    private final Site site;
    private final Path sources;
    private final Path state;
    private final PublishOptions options;

    /** A publisher with {@link PublishOptions#USUAL}. */
    public Publisher(Site site, Path sources, Path state) {
        this(site, sources, state, PublishOptions.USUAL);
    }

    /**
     * @param sources the folder of the sources, in which the mappings' relative paths are looked up
     * @param state the folder of the releases; made if it is not there
     */
    public Publisher(Site site, Path sources, Path state, PublishOptions options) {
        this.site = site;
        this.sources = sources;
        this.state = state;
        this.options = options;
    }

    /**
     * Publishes what has changed since the current release; does nothing if nothing has.
     *
     * @throws PublicationException if the input is at fault, or the machine; the current release is as it was
     */
    public PublishReport publish(PublishObserver observer) {
        return locked(publication -> publication.run(this::acquire), observer);
    }

    /**
     * Does all that {@link #publish} does but the index and the switch, and keeps nothing of it.
     *
     * @return what would be published, with the id that the release would have
     * @throws PublicationException as {@link #publish}
     */
    public PublishReport rehearse(PublishObserver observer) {
        return locked(publication -> publication.rehearse(this::acquire), observer);
    }

    /**
     * Does what {@link #rehearse} does, in a folder of its own, so that it neither waits for a publication nor makes one wait; only what
     * it downloads, if it is to, is kept below the state folder.
     *
     * @return what would be published
     * @throws PublicationException as {@link #publish}
     */
    public PublishReport check(PublishObserver observer) {
        try {
            Path folder = Files.createTempDirectory("pleiade-check-");
            try {
                return new Publication(site, state, options, observer).rehearse(this::acquireAlone, folder);
            } finally {
                Building.delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            throw StageFaults.explain(e, state);
        }
    }

    /** Downloads and counts of use are shared with publications; the lock is held while they are written. */
    private Fetched acquireAlone(StageClock.Progress progress) throws IOException {
        if (options.fetch().isEmpty() && !slugs().contains(UsedSources.SLUG)) {
            return acquire(progress);
        }
        try (StateLock lock = StateLock.take(state, "downloading")) {
            return acquire(progress);
        }
    }

    @FunctionalInterface
    private interface Work {
        PublishReport run(Publication publication) throws IOException;
    }

    private PublishReport locked(Work work, PublishObserver observer) {
        try (StateLock lock = StateLock.take(state, "publishing")) {
            return work.run(new Publication(site, state, options, observer));
        } catch (IOException | RuntimeException e) {
            throw StageFaults.explain(e, state);
        }
    }

    private Fetched acquire(StageClock.Progress progress) throws IOException {
        Path read = UsedSources.of(sources, state, slugs());
        return options.fetch().isPresent()
                ? new Fetching(
                                site,
                                sources(read),
                                sources(state.resolve("fetched")),
                                new Downloader(options.fetch().get()))
                        .run(progress)
                : Fetched.nothing(sources(read));
    }

    private List<String> slugs() {
        return site.datasets().stream().map(Dataset::slug).toList();
    }

    /** {@return the folder as one that no name leads out of} */
    private SourceFolder sources(Path folder) {
        Path siteFolder = site.mappings().toAbsolutePath().resolveSibling("");
        return new SourceFolder(folder, List.of(folder, sources, siteFolder));
    }
}
