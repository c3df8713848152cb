package fr.pleiade.release;

import fr.pleiade.linking.LinkReport;
import fr.pleiade.sources.fetch.Retrieval;
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
 * @param id the release's id, derived from the digests of its graphs
 * @param base the site's base IRI
 * @param created when the publication ended
 * @param software what made it, with its version
 * @param inputs the files that it was made from
 * @param retrievals how the sources that came from the web did, by their names
 * @param graphs the graphs that it has, in the order of their slugs
 * @param links for each dataset's slug, what its link rules did, in their order
 * @param durations how long each stage took
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
        Map<Stage, Duration> durations,
        long format) {
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
            Map<Stage, Duration> durations) {
        this(id, base, created, software, inputs, retrievals, graphs, links, durations, ManifestDocument.FORMAT);
    }

    public Manifest {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        inputs = List.copyOf(inputs);
        retrievals = Collections.unmodifiableSortedMap(new TreeMap<>(retrievals));
        graphs = graphs.stream()
                .sorted(Comparator.comparing(PublishedGraph::slug))
                .toList();
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        Map<Stage, Duration> took = new EnumMap<>(Stage.class);
        took.putAll(durations);
        durations = Collections.unmodifiableMap(took);
    }
}
