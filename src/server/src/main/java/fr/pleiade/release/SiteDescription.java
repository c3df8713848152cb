package fr.pleiade.release;

import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the publisher said of a release's catalogue and datasets, from the {@code site/} of the release.
 *
 * <p>Immutable but for its graphs, which nobody changes after reading.
 *
 * @param base the IRI that every published IRI begins with
 * @param catalog the catalogue
 * @param datasets the datasets, in the order of their slugs
 */
public record SiteDescription(String base, Described catalog, List<Described> datasets) {
    public SiteDescription {
        datasets = List.copyOf(datasets);
    }

    /**
     * A catalogue or a dataset in its publisher's words.
     *
     * @param slug the last part of its IRI
     * @param iri its IRI
     * @param description the triples of {@code catalog.ttl} or {@code dataset.ttl}, or what a column sheet says of its dataset
     */
    public record Described(String slug, Term.Iri iri, InMemoryGraph description) {
        /** {@return the title in its languages} */
        public Labels title() {
            return Labels.of(description.objects(iri, Vocabulary.DCT + "title"));
        }

        /** {@return the description in its languages} */
        public Labels summary() {
            return Labels.of(description.objects(iri, Vocabulary.DCT + "description"));
        }

        /** {@return the licence, if it names one} */
        public Optional<Term> license() {
            return description.object(iri, Vocabulary.DCT + "license");
        }
    }

    /**
     * {@return the description in a release}
     *
     * @throws ReleaseException if a file of it is not there
     */
    static SiteDescription read(Release release) {
        String base = release.base();
        List<Described> datasets = new ArrayList<>();
        for (PublishedGraph graph : release.graphs()) {
            if (graph.iri().equals(base + "dataset/" + graph.slug())) {
                datasets.add(dataset(release, graph));
            }
        }
        return new SiteDescription(base, described(release, "catalog", base + "catalog", "catalog.ttl"), datasets);
    }

    /** A dataset is described in a file of its own, or in its column sheet. */
    private static Described dataset(Release release, PublishedGraph graph) {
        Path sheet = SiteFolder.mapping(release.folder(), graph.slug() + "/mapping.yml");
        Optional<InMemoryGraph> about =
                Files.isRegularFile(sheet) ? Sheet.description(sheet, release.base(), graph.slug()) : Optional.empty();
        return about.map(description -> new Described(graph.slug(), new Term.Iri(graph.iri()), description))
                .orElseGet(() -> described(release, graph.slug(), graph.iri(), graph.slug() + "/dataset.ttl"));
    }

    private static Described described(Release release, String slug, String iri, String name) {
        Path file = SiteFolder.mapping(release.folder(), name);
        if (!Files.isRegularFile(file)) {
            throw ReleaseException.damaged(file, "the release was made from it, but it is missing");
        }
        return new Described(slug, new Term.Iri(iri), RdfReader.readGraph(file, release.base()));
    }

    /** {@return the datasets' prefixes and the catalogue's} */
    public Prefixes prefixes() {
        Prefixes prefixes = catalog.description().prefixes();
        for (Described dataset : datasets) {
            prefixes = prefixes.and(dataset.description().prefixes());
        }
        return prefixes;
    }

    /** {@return the dataset with this slug, if there is one} */
    public Optional<Described> dataset(String slug) {
        return datasets.stream().filter(dataset -> dataset.slug().equals(slug)).findFirst();
    }
}
