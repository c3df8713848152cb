package fr.pleiade.release;

import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Path;

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

    /**
     * @param sources the folder of the sources, in which the mappings' relative paths are looked up
     * @param state the folder of the releases; made if it is not there
     */
    public Publisher(Site site, Path sources, Path state) {
        this.site = site;
        this.sources = sources;
        this.state = state;
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

    private PublishReport publish(PublishObserver observer, Reuse reuse) {
        try (StateLock lock = StateLock.take(state)) {
            return new Publication(site, sources, state, reuse, observer).run();
        } catch (IOException | RuntimeException e) {
            throw Faults.explain(e, state);
        }
    }
}
