package fr.pleiade.publication;

import fr.pleiade.sources.fetch.Downloader;
import fr.pleiade.store.load.Loader;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How a site is published.
 *
 * @param fetch what a server may ask of us, if sources are to be downloaded first: each for which a {@code dataset.ttl} gives a
 *     {@code dcat:downloadURL}. Downloads are kept below the state folder; a source that cannot be fetched is published from its last
 *     good copy, with a finding
 * @param reuse what may be taken over from the current release
 * @param only the slugs of the datasets to be made; the others stay as they are in the current release. Empty: all
 * @param loader who loads the index; Jena's is the way out should ours be wrong
 * @param acceptedLosses the slugs of the datasets that may shrink or go
 * @param baseMove whether every address may change
 * @param catalogue whether a rehearsal tells what the catalogue would be
 * @param graphs where graphs are that were made elsewhere, whose datasets are not mapped
 * @param threads how many threads map rows, from 1; the result is the same for any number
 */
public record PublishOptions(
        Optional<Downloader.Limits> fetch,
        Reuse reuse,
        Set<String> only,
        Loader loader,
        Set<String> acceptedLosses,
        BaseMove baseMove,
        Catalogue catalogue,
        Optional<URI> graphs,
        int threads) {
    /** Whether a rehearsal reads the catalogue that it made. */
    public enum Catalogue {
        LEFT,
        READ
    }

    /** What happens when the base is another than that of the current release. */
    public enum BaseMove {
        REFUSED,
        ACCEPTED
    }

    /** What a publication may take over from the current release. */
    public enum Reuse {
        /** Every graph is made anew. */
        NOTHING,
        /** Graphs that are made from the same files by the same software are taken over. */
        UNCHANGED_GRAPHS
    }

    /** The local sources, all datasets, what has changed, on all processors. */
    public static final PublishOptions USUAL = new PublishOptions(
            Optional.empty(),
            Reuse.UNCHANGED_GRAPHS,
            Set.of(),
            Loader.OWN,
            Set.of(),
            BaseMove.REFUSED,
            Catalogue.LEFT,
            Optional.empty(),
            Runtime.getRuntime().availableProcessors());

    /** @throws IllegalArgumentException if there is no thread */
    public PublishOptions {
        only = Set.copyOf(only);
        acceptedLosses = Set.copyOf(acceptedLosses);
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + ", expected 1 or more");
        }
    }

    /** {@return the same options with sources downloaded first} */
    public PublishOptions fetching(Downloader.Limits limits) {
        return new PublishOptions(
                Optional.of(limits), reuse, only, loader, acceptedLosses, baseMove, catalogue, graphs, threads);
    }

    /** {@return the same options with every graph made anew} */
    public PublishOptions anew() {
        return new PublishOptions(
                fetch, Reuse.NOTHING, only, loader, acceptedLosses, baseMove, catalogue, graphs, threads);
    }

    /** {@return the same options for some datasets only} */
    public PublishOptions only(Set<String> slugs) {
        return new PublishOptions(fetch, reuse, slugs, loader, acceptedLosses, baseMove, catalogue, graphs, threads);
    }

    /** {@return the same options with the index made by this loader, not patched out of the one before if it is Jena's} */
    public PublishOptions loadedBy(Loader other) {
        return new PublishOptions(fetch, reuse, only, other, acceptedLosses, baseMove, catalogue, graphs, threads);
    }

    /** {@return the same options with the graphs that were made elsewhere, in a folder or below an address} */
    public PublishOptions takingGraphs(URI folder) {
        return new PublishOptions(
                fetch, reuse, only, loader, acceptedLosses, baseMove, catalogue, Optional.of(folder), threads);
    }

    /** {@return the same options on a number of threads} */
    public PublishOptions onThreads(int number) {
        return new PublishOptions(fetch, reuse, only, loader, acceptedLosses, baseMove, catalogue, graphs, number);
    }

    /** {@return the same options with losses of some datasets accepted} */
    public PublishOptions acceptingLosses(Set<String> slugs) {
        return new PublishOptions(fetch, reuse, only, loader, slugs, baseMove, catalogue, graphs, threads);
    }

    /** {@return the same options with another base than before accepted} */
    public PublishOptions movingBase() {
        return new PublishOptions(
                fetch, reuse, only, loader, acceptedLosses, BaseMove.ACCEPTED, catalogue, graphs, threads);
    }

    /** {@return the same options, with which a rehearsal tells what the catalogue would be} */
    public PublishOptions readingCatalogue() {
        return new PublishOptions(
                fetch, reuse, only, loader, acceptedLosses, baseMove, Catalogue.READ, graphs, threads);
    }
}
