package fr.pleiade.release;

import fr.pleiade.findings.Severity;
import fr.pleiade.quads.GraphWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One graph of a release and its figures: a dataset's, the vocabulary's ({@code vocab}) or the catalogue's ({@code catalog}).
 *
 * @param slug the graph's short name, that of its file and its dump
 * @param iri the graph's name; for a dataset its own IRI
 * @param rows how many rows of CSV were read for it
 * @param triples how many triples it has
 * @param entities how many things it describes; a thing's {@code #} fragments count as part of it
 * @param links how many of the triples were made by link rules
 * @param findings how many findings there are of each severity; every severity is present
 * @param bytes the size of its file
 * @param sha256 the digest of its file, 64 lower-case hexadecimal digits
 */
public record PublishedGraph(
        String slug,
        String iri,
        long rows,
        long triples,
        long entities,
        long links,
        Map<Severity, Long> findings,
        long bytes,
        String sha256) {
    /** The slug of the graph of vocabularies. */
    public static final String VOCABULARY = "vocab";

    /** The slug of the graph of the catalogue. */
    public static final String CATALOG = "catalog";

    /** The slugs of the graphs that are no dataset's. */
    public static final Set<String> NOT_DATASETS = Set.of(VOCABULARY, CATALOG);

    public PublishedGraph {
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, findings.getOrDefault(severity, 0L));
        }
        findings = Collections.unmodifiableMap(all);
    }

    /** {@return the figures of a graph that was not made from rows} */
    public static PublishedGraph of(String slug, String iri, GraphWriter.Figures figures) {
        return new PublishedGraph(
                slug, iri, 0, figures.triples(), figures.entities(), 0, Map.of(), figures.bytes(), figures.sha256());
    }

    /** {@return the same graph with these findings} */
    public PublishedGraph withOnlyFindings(Map<Severity, Long> others) {
        return new PublishedGraph(slug, iri, rows, triples, entities, links, others, bytes, sha256);
    }

    /** {@return the same graph with a file of these figures; it is about as many things: what was added may be said of those of others} */
    public PublishedGraph with(GraphWriter.Figures figures) {
        return new PublishedGraph(
                slug, iri, rows, figures.triples(), entities, links, findings, figures.bytes(), figures.sha256());
    }

    /** {@return how many findings of the severity there are} */
    public long findings(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }
}
