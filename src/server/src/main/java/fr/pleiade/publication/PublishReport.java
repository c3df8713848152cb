package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Stage;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publication did.
 *
 * @param outcome whether something new became current
 * @param release the id of the release that is current now, or would be had it been published; empty if a source could not be mapped
 * @param graphs the graphs of the release with their figures, in the order of their slugs
 * @param links what each link rule did, by the dataset's slug and in the rules' order
 * @param stated by the graph's slug, of each property or class of the site's materialisation how many statements follow
 * @param unfetched what could not be fetched from the web, so that an earlier copy was published
 * @param verdict what was found, kind by kind, and whether the release was refused for it
 * @param audits the stars of each dataset, in the order of their slugs; none if a source could not be mapped
 * @param catalog of a rehearsal that {@linkplain PublishOptions#readingCatalogue() was to read it}, the catalogue as it would be served, had it been
 *     released now; else empty
 * @param durations how long each stage took; a stage that was not needed is absent
 */
public record PublishReport(
        Outcome outcome,
        String release,
        List<PublishedGraph> graphs,
        Map<String, List<LinkReport>> links,
        Map<String, SortedMap<String, Long>> stated,
        List<Finding> unfetched,
        Verdict verdict,
        List<Audit> audits,
        InMemoryGraph catalog,
        Map<Stage, Duration> durations) {

    /** What became of a publication. */
    public enum Outcome {
        /** A new release is current. */
        PUBLISHED,
        /** Nothing: it was a rehearsal, and the release is the one that would have been made. */
        REHEARSED,
        /** Nothing: something was found that must not be published; the release is the one that would have been made. */
        REFUSED,
        /** The inputs are those of the current release; nothing was done. */
        UNCHANGED
    }

    public PublishReport {
        graphs = List.copyOf(graphs);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        stated = Collections.unmodifiableMap(new TreeMap<>(stated));
        unfetched = List.copyOf(unfetched);
        audits = List.copyOf(audits);
        durations = Collections.unmodifiableMap(new EnumMap<>(durations));
    }

    /** {@return how many triples all graphs have together} */
    public long triples() {
        return graphs.stream().mapToLong(PublishedGraph::triples).sum();
    }

    /** {@return how many findings of the severity there are in all graphs} */
    public long findings(Severity severity) {
        return graphs.stream()
                .mapToLong(g -> g.findings().getOrDefault(severity, 0L))
                .sum();
    }
}
