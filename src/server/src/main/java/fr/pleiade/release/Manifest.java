package fr.pleiade.release;

import fr.pleiade.linking.LinkReport;
import fr.pleiade.quads.Sha256;
import fr.pleiade.sources.fetch.Retrieval;
import fr.pleiade.store.IndexDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release is made of and how it was made; {@link ManifestDocument} is its file.
 *
 * @param id the release's id, derived from the digests of its graphs, its site and its pages
 * @param base the site's base IRI
 * @param created when the publication ended
 * @param software what made it, with its version
 * @param inputs the files that it was made from
 * @param retrievals how the sources that came from the web did, by their names
 * @param graphs the graphs that it has, in the order of their slugs
 * @param links for each dataset's slug, what its link rules did, in their order
 * @param stated for each graph's slug, of each property or class of the site's materialisation how many statements follow
 * @param durations how long each stage took
 * @param folders what is in the release beside its graphs and its site
 * @param modified by the slugs of graphs that an earlier release had already, with the same bytes: when the first that had them
 *     so was made. No part of the release's id: the same content has the same id, whatever was current before
 * @param format the layout of the release's folder
 */
public record Manifest(
        String id,
        String base,
        Instant created,
        String software,
        List<InputFile> inputs,
        SortedMap<String, Retrieval> retrievals,
        List<PublishedGraph> graphs,
        SortedMap<String, List<LinkReport>> links,
        SortedMap<String, SortedMap<String, Long>> stated,
        Map<Stage, Duration> durations,
        Folders folders,
        SortedMap<String, Instant> modified,
        long format) {
    /**
     * Digests of what a release keeps in folders, as {@link Sha256#ofFolder} makes them.
     *
     * @param pages of {@code pages/}: part of what the release is, so of its id
     * @param changes of {@code changes/}; {@code ""} where there is none
     * @param comparedWith the id of the release from which the changes lead; {@code ""} where it was the first. Not part of the
     *     release's id: the same content has the same id, whatever was current before
     * @param tables of {@code csv/}; {@code ""} where it is not known, as in a release that an earlier version made
     * @param findings of {@code findings/}; {@code ""} likewise
     * @param index of {@code tdb2/}, as {@link IndexDigest} makes it; {@code ""} likewise
     */
    public record Folders(
            String pages, String changes, String comparedWith, String tables, String findings, String index) {
        /** The folders of a release that nothing is known of, as those that an earlier version made. */
        static final Folders UNKNOWN = new Folders("", "", "");

        /** Folders of whose tables, findings and index nothing is known. */
        public Folders(String pages, String changes, String comparedWith) {
            this(pages, changes, comparedWith, "", "", "");
        }

        /** {@return those in a folder of a release} */
        public static Folders of(Path folder, String comparedWith) throws IOException {
            return new Folders(
                    Sha256.ofFolder(folder.resolve(PAGES)),
                    comparedWith.isEmpty() ? "" : Sha256.ofFolder(folder.resolve(CHANGES)),
                    comparedWith,
                    Sha256.ofFolder(folder.resolve(TABLES)),
                    Sha256.ofFolder(folder.resolve(FINDINGS)),
                    "");
        }

        /** {@return the same with the digest of the index that is in a release's folder now} */
        public Folders indexed(Path folder) throws IOException {
            return new Folders(pages, changes, comparedWith, tables, findings, IndexDigest.of(Release.tdb2(folder)));
        }
    }

    /** The folder of what pages need. */
    public static final String PAGES = "pages";

    /** The folder of what has changed since the release before. */
    public static final String CHANGES = "changes";

    static final String TABLES = "csv";
    static final String FINDINGS = "findings";
    static final String INDEX = "tdb2";

    /** A manifest of a release that this version makes. */
    public Manifest(
            String id,
            String base,
            Instant created,
            String software,
            List<InputFile> inputs,
            SortedMap<String, Retrieval> retrievals,
            List<PublishedGraph> graphs,
            SortedMap<String, List<LinkReport>> links,
            Map<Stage, Duration> durations,
            Folders folders) {
        this(
                id,
                base,
                created,
                software,
                inputs,
                retrievals,
                graphs,
                links,
                new TreeMap<>(),
                durations,
                folders,
                new TreeMap<>(),
                ManifestDocument.FORMAT);
    }

    /** {@return the same with counts of what follows} */
    public Manifest stating(SortedMap<String, SortedMap<String, Long>> counts) {
        return with(counts, folders, modified);
    }

    /** {@return the same with other digests} */
    Manifest with(Folders others) {
        return with(stated, others, modified);
    }

    private Manifest with(
            SortedMap<String, SortedMap<String, Long>> counts, Folders digests, SortedMap<String, Instant> dates) {
        return new Manifest(
                id,
                base,
                created,
                software,
                inputs,
                retrievals,
                graphs,
                links,
                counts,
                durations,
                digests,
                dates,
                format);
    }

    public Manifest {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        inputs = List.copyOf(inputs);
        retrievals = Collections.unmodifiableSortedMap(new TreeMap<>(retrievals));
        graphs = graphs.stream()
                .sorted(Comparator.comparing(PublishedGraph::slug))
                .toList();
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
        Map<Stage, Duration> took = new EnumMap<>(Stage.class);
        took.putAll(durations);
        durations = Collections.unmodifiableMap(took);
        modified = Collections.unmodifiableSortedMap(new TreeMap<>(modified));
    }

    /** {@return when the graph became what it is here; when the release was made, if it was not so before} */
    public Instant modified(String slug) {
        return modified.getOrDefault(slug, created);
    }

    /** {@return the same, of a release that follows another: what has not changed since keeps its date} */
    public Manifest after(Manifest before) {
        SortedMap<String, Instant> dates = new TreeMap<>();
        for (PublishedGraph graph : graphs) {
            if (before.graphs.stream().anyMatch(same -> isSame(graph, same))) {
                dates.put(graph.slug(), before.modified(graph.slug()));
            }
        }
        return with(stated, folders, dates);
    }

    private static boolean isSame(PublishedGraph graph, PublishedGraph other) {
        return graph.slug().equals(other.slug()) && graph.sha256().equals(other.sha256());
    }
}
