package fr.pleiade.release;

import fr.pleiade.site.Site;
import fr.pleiade.sources.Downloader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

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
    private final Optional<Downloader> downloader;

    /**
     * @param sources the folder of the sources, in which the mappings' relative paths are looked up
     * @param state the folder of the releases; made if it is not there
     */
    public Publisher(Site site, Path sources, Path state) {
        this(site, sources, state, Optional.empty());
    }

    private Publisher(Site site, Path sources, Path state, Optional<Downloader> downloader) {
        this.site = site;
        this.sources = sources;
        this.state = state;
        this.downloader = downloader;
    }

    /**
     * {@return a publisher of the same site that first downloads each source for which a {@code dataset.ttl} gives a
     * {@code dcat:downloadURL}}
     *
     * <p>The downloads are kept below the state folder. A source that cannot be fetched is published from its last good copy, with a
     * finding.
     */
    public Publisher fetching(Downloader.Limits limits) {
        return new Publisher(site, sources, state, Optional.of(new Downloader(limits)));
    }

    /**
     * Publishes what has changed since the current release; does nothing if nothing has.
     *
     * @throws PublicationException if the input is at fault, or the machine; the current release is as it was
     */
    public PublishReport publish(PublishObserver observer) {
        return publish(observer, Reuse.UNCHANGED_GRAPHS);
    }

    /** Publishes as {@link #publish(PublishObserver)}, making every graph anew. */
    public PublishReport publishAnew(PublishObserver observer) {
        return publish(observer, Reuse.NOTHING);
    }

    /** What a publication may take from the current release. */
    enum Reuse {
        NOTHING,
        UNCHANGED_GRAPHS
    }

    private Fetched acquire(StageClock.Progress progress) throws IOException {
        return downloader.isPresent()
                ? new Fetching(site, sources, state.resolve("fetched"), downloader.get()).run(progress)
                : Fetched.nothing(sources);
    }

    private PublishReport publish(PublishObserver observer, Reuse reuse) {
        try (StateLock lock = StateLock.take(state)) {
            return new Publication(site, state, reuse, observer).run(this::acquire);
        } catch (IOException | RuntimeException e) {
            throw Faults.explain(e, state);
        }
    }
}
