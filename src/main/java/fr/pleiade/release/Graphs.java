package fr.pleiade.release;

import fr.pleiade.linking.LinkReport;
import fr.pleiade.linking.LinkTarget;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The graphs of a release in the making: each method is one stage, to be called in this order. */
final class Graphs {
    private final Site site;
    private final Path sources;
    private final Building building;
    private final Inputs inputs;
    private final StageClock clock;
    private final Map<String, DatasetGraph.Mapped> mapped = new LinkedHashMap<>();
    private final Map<String, DatasetGraph.Made> made = new LinkedHashMap<>();
    private final SortedMap<String, PublishedGraph> published = new TreeMap<>();

    Graphs(Site site, Path sources, Building building, Inputs inputs, StageClock clock) {
        this.site = site;
        this.sources = sources;
        this.building = building;
        this.inputs = inputs;
        this.clock = clock;
    }

    Graphs map() throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        StageClock.Progress progress = clock.progress(
                Stage.MAP,
                inputs.datasets().stream().mapToLong(DatasetInputs::sourceBytes).sum());
        for (DatasetInputs dataset : inputs.datasets()) {
            String slug = dataset.slug();
            mapped.put(slug, graph(dataset).map(sources, threads, bytes -> progress.add(slug, bytes)));
        }
        publish(Inputs.VOCABULARY, site.base() + Inputs.VOCABULARY, this::addVocabularies);
        return this;
    }

    private void addVocabularies(SmallGraph graph) throws IOException {
        for (InputFile file : inputs.ontology()) {
            graph.add(file.name(), RdfReader.readGraph(site.ontology().resolve(file.name()), site.base()));
        }
    }

    Graphs link() throws IOException {
        StageClock.Progress progress =
                clock.progress(Stage.LINK, inputs.datasets().size());
        Function<LinkTarget, Path> targets = target -> target.kind() == LinkTarget.Kind.FILE
                ? sources.resolve(target.name())
                : mappedOf(target.name()).file();
        for (DatasetInputs dataset : inputs.datasets()) {
            DatasetGraph.Made graph = graph(dataset).link(mappedOf(dataset.slug()), targets);
            made.put(dataset.slug(), graph);
            published.put(dataset.slug(), graph.graph());
            progress.add(dataset.slug(), 1);
        }
        publish(Inputs.CATALOG, site.catalog().iri().value(), this::addCatalog);
        return this;
    }

    private void addCatalog(SmallGraph graph) throws IOException {
        CatalogGraph generated = new CatalogGraph(site);
        inputs.datasets().forEach(dataset -> generated.add(dataset, madeOf(dataset.slug())));
        graph.add("catalog.ttl", site.catalog().description());
        for (Dataset dataset : site.datasets()) {
            graph.add(dataset.slug() + "/dataset.ttl", dataset.description());
        }
        graph.add("", generated.graph());
    }

    /** Looks for links that lead nowhere, and adds what it finds to the graphs' findings. */
    Graphs check() throws IOException {
        StageClock.Progress progress = clock.progress(
                Stage.CHECK,
                published.values().stream().mapToLong(PublishedGraph::bytes).sum());
        Map<String, GraphFile> files = new LinkedHashMap<>();
        for (String slug : published.keySet()) {
            files.put(slug, GraphFile.of(building.graphFile(slug)));
        }
        for (PublishedGraph graph : List.copyOf(published.values())) {
            Path file = building.checkFile(graph.slug());
            try (InternalLinks links = new InternalLinks(site.base(), building.work());
                    FindingWriter findings = new FindingWriter(building.work())) {
                links.check(building.graphFile(graph.slug()), files.values(), findings);
                findings.writeTo(file);
            }
            published.put(graph.slug(), graph.withFindings(FindingFile.count(file)));
            progress.add(graph.slug(), graph.bytes());
        }
        return this;
    }

    /** Loads the index, and opens it to see that every graph is there. */
    Graphs index() {
        long triples =
                published.values().stream().mapToLong(PublishedGraph::triples).sum();
        StageClock.Progress progress = clock.progress(Stage.INDEX, triples);
        Path folder = Release.tdb2(building.folder());
        Store.build(
                folder,
                published.keySet().stream().map(building::graphFile).toList(),
                loaded -> progress.reach("tdb2", loaded));
        try (Store store = Store.open(folder)) {
            Map<String, Long> counts = new HashMap<>(store.graphs());
            for (PublishedGraph graph : published.values()) {
                requireLoaded(graph, counts.getOrDefault(graph.iri(), 0L));
            }
        }
        return this;
    }

    private static void requireLoaded(PublishedGraph graph, long found) {
        // TDB2 keeps numbers by value, so that "1.5" and "1.50" of one property are one triple there.
        boolean plausible = found == graph.triples() || found < graph.triples() && found > graph.triples() / 2;
        if (!plausible) {
            throw PublicationException.environment(
                    graph.iri(),
                    "the index has %d triples of it, its file %d".formatted(found, graph.triples()),
                    "see whether the disk is sound, and publish again");
        }
    }

    /** {@return the id that follows from the site's base and the graphs' bytes} */
    String releaseId() {
        String content = published.values().stream()
                .map(graph -> graph.slug() + " " + graph.sha256())
                .collect(Collectors.joining("\n", site.base() + "\n", ""));
        return Sha256.of(content).substring(0, 12);
    }

    List<PublishedGraph> published() {
        return List.copyOf(published.values());
    }

    /** {@return what each link rule did, by the dataset's slug} */
    SortedMap<String, List<LinkReport>> links() {
        SortedMap<String, List<LinkReport>> links = new TreeMap<>();
        made.forEach((slug, graph) -> links.put(slug, graph.links()));
        return links;
    }

    @FunctionalInterface
    private interface Content {
        void addTo(SmallGraph graph) throws IOException;
    }

    private void publish(String slug, String iri, Content content) throws IOException {
        try (LineSorter sorter = new LineSorter(building.work())) {
            content.addTo(new SmallGraph(new Term.Iri(iri), sorter));
            GraphWriter.Figures figures = GraphWriter.write(sorter, building.graphFile(slug), site.base());
            published.put(slug, PublishedGraph.of(slug, iri, figures));
            Files.createFile(building.findingFile(slug));
        }
    }

    private DatasetGraph graph(DatasetInputs dataset) {
        return new DatasetGraph(dataset, building, site.base());
    }

    private DatasetGraph.Mapped mappedOf(String slug) {
        return Objects.requireNonNull(mapped.get(slug), slug);
    }

    private DatasetGraph.Made madeOf(String slug) {
        return Objects.requireNonNull(made.get(slug), slug);
    }
}
