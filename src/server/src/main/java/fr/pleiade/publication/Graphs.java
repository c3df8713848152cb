package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.LinkTarget;
import fr.pleiade.linking.ReferenceKeys;
import fr.pleiade.linking.names.NameIndex;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.materialisation.Materialisation;
import fr.pleiade.materialisation.Statements;
import fr.pleiade.publication.catalog.Downloads;
import fr.pleiade.publication.catalog.ExampleQueries;
import fr.pleiade.publication.catalog.Places;
import fr.pleiade.publication.check.CubeCheck;
import fr.pleiade.publication.check.Departures;
import fr.pleiade.publication.check.InternalLinks;
import fr.pleiade.publication.check.Losses;
import fr.pleiade.publication.check.Replacements;
import fr.pleiade.publication.count.PageProperties;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.publication.count.ShownThings;
import fr.pleiade.publication.index.Index;
import fr.pleiade.publication.name.NameLinking;
import fr.pleiade.publication.parts.GivenGraph;
import fr.pleiade.publication.statistics.Tabulation;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.Sha256;
import fr.pleiade.quads.SmallGraph;
import fr.pleiade.quads.Together;
import fr.pleiade.quality.Gate;
import fr.pleiade.quality.LossGuard;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.SmallCounts;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.description.CodeLists;
import fr.pleiade.quality.identity.KeyProperty;
import fr.pleiade.quality.secrecy.HiddenTables;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Audits;
import fr.pleiade.quality.stars.Measurements;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Building;
import fr.pleiade.release.Examples;
import fr.pleiade.release.InputFile;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.Pruning;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.SiteFolder;
import fr.pleiade.release.Stage;
import fr.pleiade.release.diff.KeptChanges;
import fr.pleiade.release.document.HostedContext;
import fr.pleiade.release.inverse.InverseFile;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.store.load.Loader;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The graphs of a release in the making: each method is one stage, to be called in this order. */
final class Graphs {
    private final Site site;
    private final Fetched fetched;
    private final Building building;
    private final Path reviews;
    private final Inputs inputs;
    private final Reusable reusable;
    private final Optional<Release> before;
    private final int threads;
    private final StageClock clock;
    private final Policy policy;
    private final Gate gate;
    private final Optional<Losses> losses;
    private final Map<String, DatasetGraph.Mapped> mapped = new LinkedHashMap<>();
    private final Map<String, DatasetInputs> hidden = new LinkedHashMap<>();
    private final Map<String, FindingWriter> unmapped = new LinkedHashMap<>();
    private final Map<String, DatasetGraph.Made> made = new LinkedHashMap<>();
    private final Map<String, Partitions> partitions = new LinkedHashMap<>();
    private final SortedMap<String, PublishedGraph> published = new TreeMap<>();
    private final SortedMap<String, Long> statedOfTerms = new TreeMap<>();
    private final SortedMap<String, Long> statedOfCatalog = new TreeMap<>();

    /** What the vocabularies say: nothing before things are linked, and what follows from it once that is stated. */
    private InMemoryGraph vocabulary = new InMemoryGraph();

    private final Audits audits;
    private Manifest.@Nullable Folders folders;

    /** @param reviews the folder of what a person must look at */
    Graphs(Building building, Path reviews, Acquired acquired, PublishOptions options, StageClock clock) {
        this.reviews = reviews;
        this.site = acquired.site();
        this.building = building;
        this.fetched = acquired.fetched();
        this.inputs = acquired.inputs();
        this.reusable = acquired.reusable();
        this.before = acquired.before();
        this.threads = options.threads();
        this.clock = clock;
        this.policy = acquired.policy();
        this.gate = new Gate(policy);
        this.audits = new Audits(site);
        this.losses =
                acquired.before().map(release -> new Losses(release, policy, options.acceptedLosses(), site.base()));
        acquired.absent()
                .forEach(dataset -> gate.judge(
                        "",
                        Rule.LEFT_OUT.at(
                                new Place.InFile(dataset.descriptionName()),
                                "the dataset '%1$s' is left out: its source is not among the sources",
                                "le jeu de données « %1$s » est laissé de côté : sa source n'est pas parmi les sources",
                                dataset.slug())));
        if (options.baseMove() == PublishOptions.BaseMove.REFUSED) {
            acquired.before()
                    .ifPresent(release ->
                            LossGuard.moved(release.base(), site.base()).forEach(moved -> gate.judge("", moved)));
        }
    }

    Graphs map() throws IOException {
        StageClock.Progress progress = clock.progress(
                Stage.MAP,
                inputs.datasets().stream().mapToLong(DatasetInputs::sourceBytes).sum());
        for (DatasetInputs dataset : inputs.datasets()) {
            String slug = dataset.slug();
            Optional<DatasetGraph.Made> same = reusable.take(slug, building);
            if (same.isPresent()) {
                made.put(slug, same.get());
                progress.add(slug, dataset.sourceBytes());
            } else if (dataset.given().isPresent()) {
                take(dataset, dataset.given().get(), bytes -> progress.add(slug, bytes));
            } else {
                map(dataset, bytes -> progress.add(slug, bytes));
            }
        }
        if (isStopped()) {
            return stop();
        }
        publish(PublishedGraph.VOCABULARY, site.base() + PublishedGraph.VOCABULARY, this::addVocabularies);
        return this;
    }

    private void map(DatasetInputs dataset, LongConsumer bytesRead) throws IOException {
        String slug = dataset.slug();
        DatasetGraph graph = graph(dataset);
        FindingWriter findings = new FindingWriter(building.work());
        List<SmallCounts> small = policy.smallCounts(slug);
        if (graph.checkSources(fetched.folder(), policy.personalColumns(slug), withoutCounts(small, findings))) {
            Optional<Path> table = before.map(release -> Release.tableFile(release.folder(), slug))
                    .filter(Files::exists);
            if (!small.isEmpty()) {
                hidden.put(slug, dataset.mappedBy(tables(dataset, table).hide(small, dataset::verify, findings)));
            }
            mapped.put(slug, graph(dataset).map(fetched.folder(), threads, bytesRead, findings));
        } else {
            unmapped.put(slug, findings);
        }
    }

    private void take(DatasetInputs dataset, GivenGraph given, LongConsumer bytesRead) throws IOException {
        if (!policy.smallCounts(dataset.slug()).isEmpty()) {
            throw given.unhidden();
        }
        mapped.put(dataset.slug(), graph(dataset).take(given, bytesRead, new FindingWriter(building.work())));
    }

    private HiddenTables tables(DatasetInputs dataset, Optional<Path> before) {
        return new HiddenTables(
                dataset.plan(),
                fetched.folder(),
                building.work().resolve("counts").resolve(dataset.slug()),
                before);
    }

    /** {@return what takes findings, and what the cells of counts hold off them: they are published} */
    private static Consumer<Finding> withoutCounts(List<SmallCounts> small, Consumer<Finding> findings) {
        Set<String> columns =
                small.stream().flatMap(counts -> counts.counts().stream()).collect(Collectors.toSet());
        return finding -> findings.accept(
                finding.place() instanceof Place.InCell cell && columns.contains(cell.column())
                        ? new Finding(
                                finding.rule(),
                                finding.severity(),
                                new Place.InCell(cell.file(), cell.line(), cell.column(), ""),
                                finding.problem(),
                                finding.remedy())
                        : finding);
    }

    /** {@return whether a source cannot be mapped, so that there is nothing to link, check or publish} */
    boolean isStopped() {
        return !unmapped.isEmpty();
    }

    /** Lets the gate judge what was found so far. */
    private Graphs stop() throws IOException {
        Map<String, FindingWriter> found = new TreeMap<>(unmapped);
        mapped.forEach((slug, graph) -> found.put(slug, graph.findings()));
        for (Map.Entry<String, FindingWriter> each : found.entrySet()) {
            each.getValue().writeTo(building.findingFile(each.getKey()));
            each.getValue().close();
            building.orderFindings(each.getKey(), finding -> gate.judge(each.getKey(), finding));
        }
        String slugs = String.join(", ", new TreeSet<>(unmapped.keySet()));
        Finding notChecked = Rule.NOT_CHECKED.at(
                new Place.InFile(slugs),
                "links and graphs were not checked, because a source cannot be mapped (%s)",
                "ni les liens ni les graphes n'ont été vérifiés, car une source n'est pas exploitable (%s)",
                slugs);
        gate.judge("", notChecked);
        return this;
    }

    private void addVocabularies(SmallGraph graph) throws IOException {
        for (InputFile file : inputs.ontology()) {
            graph.add(file.name(), RdfReader.readGraph(site.ontology().resolve(file.name()), site.base()));
        }
        for (DatasetInputs dataset : inputs.datasets()) {
            graph.add(dataset.dataset().mappingName(), dataset.terms());
        }
        graph.add("metrics.ttl", Measurements.metrics(site.base()));
    }

    Graphs link() throws IOException {
        StageClock.Progress progress =
                clock.progress(Stage.LINK, inputs.datasets().size());
        ReferenceKeys keys = referenceKeys(lineages());
        InMemoryGraph declared = site.systemDeclarations();
        List<KeyProperty> codes = KeyProperty.of(IdentifierSystems.of(declared, Site.IDENTIFIER_SYSTEMS), declared);
        Map<String, DatasetGraph.Linked> named = new LinkedHashMap<>();
        for (DatasetInputs dataset : inputs.datasets()) {
            String slug = dataset.slug();
            if (mapped.containsKey(slug)) {
                DatasetGraph.Linked linked = graph(dataset).link(mapped.get(slug), fetched.folder(), keys);
                if (dataset.naming().rules().isEmpty()) {
                    made.put(slug, graph(dataset).complete(linked, fetched.folder(), codes));
                } else {
                    named.put(slug, linked);
                }
            }
            progress.add(slug, 1);
        }
        complete(named, codes);
        inputs.datasets()
                .forEach(dataset ->
                        published.put(dataset.slug(), madeOf(dataset.slug()).graph()));
        publish(PublishedGraph.CATALOG, site.catalog().iri().value(), this::addCatalog);
        statedOfCatalog.putAll(state(PublishedGraph.CATALOG, materialisation()));
        return this;
    }

    /**
     * Adds links by names, what is counted, and what follows, to the graphs that are made now; in those that were taken over it stands already.
     *
     * @param named the graphs to which links by names are added
     */
    private void complete(Map<String, DatasetGraph.Linked> named, List<KeyProperty> codes) throws IOException {
        vocabulary = read(PublishedGraph.VOCABULARY);
        Materialisation materialisation = materialisation();
        NameRules names = NameRules.of(named.isEmpty() ? new InMemoryGraph() : vocabulary);
        for (DatasetInputs dataset : inputs.inOrder()) {
            String slug = dataset.slug();
            if (named.containsKey(slug)) {
                NameLinking.Site read = new NameLinking.Site(
                        site.base(), names, building::graphFile, reachable(slug).toList(), fetched.folder());
                DatasetGraph.Linked linked = graph(dataset).linkByName(named.get(slug), read, reviews);
                made.put(slug, graph(dataset).complete(linked, fetched.folder(), codes));
            }
            if (mapped.containsKey(slug)) {
                List<Path> others = Stream.concat(
                                Stream.of(building.graphFile(PublishedGraph.VOCABULARY)), reachable(slug))
                        .toList();
                DatasetGraph.Made counted = graph(dataset).count(madeOf(slug));
                DatasetGraph.Made cubes = graph(dataset).linkCubes(counted, vocabulary, site.catalog());
                made.put(slug, graph(dataset).state(cubes, materialisation, others));
            }
        }
        statedOfTerms.putAll(state(PublishedGraph.VOCABULARY, materialisation));
        vocabulary = read(PublishedGraph.VOCABULARY);
    }

    /** {@return the graphs of the other datasets that the links of one lead to} */
    private Stream<Path> reachable(String slug) {
        return inputs.reachable(slug).stream()
                .filter(other -> !other.equals(slug))
                .map(building::graphFile);
    }

    /** Adds what follows to a graph that is no dataset's. {@return by property or class, how many statements} */
    private SortedMap<String, Long> state(String slug, Materialisation materialisation) throws IOException {
        SortedMap<String, Long> terms = new TreeMap<>();
        new Statements(materialisation, building.work(), site.base())
                .add(building.graphFile(slug), List.of())
                .ifPresent(added -> {
                    published.computeIfPresent(slug, (s, graph) -> graph.with(added.figures()));
                    terms.putAll(added.written().terms());
                });
        return terms;
    }

    /** {@return what is to be stated of all that follows; nothing without the file that says so} */
    private Materialisation materialisation() {
        return Materialisation.of(inputs.stated().isEmpty() ? new InMemoryGraph() : vocabulary);
    }

    /** {@return a small graph as it is now} */
    private InMemoryGraph read(String slug) {
        return RdfReader.readGraph(building.graphFile(slug), site.base());
    }

    /** Says what became of what the changes of a dataset ended, before anything is linked to it. {@return what is known of the past} */
    private Map<String, Lineage> lineages() throws IOException {
        SortedMap<String, Lineage> lineages = new TreeMap<>();
        SortedSet<String> wanted = new TreeSet<>();
        for (DatasetInputs dataset : inputs.datasets()) {
            if (mapped.containsKey(dataset.slug())) {
                dataset.successions().forEach(succession -> wanted.add(succession.iri()));
                dataset.rules().forEach(rule -> wanted.add(rule.history().succession()));
            }
        }
        wanted.remove("");
        for (String iri : wanted) {
            lineages.put(iri, Lineage.read(inputs.succession(iri), this::mappedFile));
        }
        for (DatasetInputs dataset : inputs.datasets()) {
            List<Lineage> own = dataset.successions().stream()
                    .flatMap(succession -> Optional.ofNullable(lineages.get(succession.iri())).stream())
                    .toList();
            if (!own.isEmpty() && mapped.containsKey(dataset.slug())) {
                mapped.put(dataset.slug(), graph(dataset).succeed(mapped.get(dataset.slug()), fetched.folder(), own));
            }
        }
        return lineages;
    }

    private ReferenceKeys referenceKeys(Map<String, Lineage> lineages) {
        List<LinkRule> rules = inputs.datasets().stream()
                .filter(dataset -> mapped.containsKey(dataset.slug()))
                .flatMap(dataset -> dataset.rules().stream())
                .toList();
        return ReferenceKeys.read(
                        rules,
                        target -> target.kind() == LinkTarget.Kind.FILE
                                ? fetched.folder().resolve(target.name())
                                : mappedFile(target.name()))
                .with(lineages);
    }

    private void addCatalog(SmallGraph graph) throws IOException {
        CatalogGraph generated = new CatalogGraph(site);
        Measures.Measuring measuring =
                new Measures.Measuring(building, fetched.folder(), downloads(), audits, site.base());
        Set<String> pages = PageProperties.of(vocabulary);
        for (Measures measures : Together.each(
                inputs.datasets(),
                threads,
                dataset -> measuring.of(
                        dataset, asMade(dataset), madeOf(dataset.slug()), !mapped.containsKey(dataset.slug())))) {
            DatasetInputs dataset = measures.inputs();
            generated.add(dataset, measures.made(), measures.files());
            measures.table().ifPresent(table -> generated.addTable(dataset.dataset(), table));
            Audit audit = audits.add(dataset.dataset(), measures.content(), measures.stars());
            Measurements.say(
                    audit,
                    Description.of(generated.graph(), dataset.dataset().iri().value()),
                    site.base());
            partitions.put(dataset.slug(), measures.counted());
            generated.addStatistics(dataset, measures.counted(), pages);
            measures.confirmed()
                    .forEach((register, confirmed) -> generated.addVerified(dataset.dataset(), register, confirmed));
            if (generated.lacksPlace(dataset.dataset())) {
                measures.extent().ifPresent(extent -> generated.addPlace(dataset.dataset(), extent));
            }
        }
        generated.addWhatFollows();
        addDescription(graph, "catalog.ttl", site.catalog().description());
        for (Dataset dataset : site.datasets()) {
            addDescription(graph, dataset.descriptionName(), dataset.description());
        }
        new ExampleQueries(site).addTo(generated.graph());
        generated.addLists(CodeLists.bundled());
        graph.add("", generated.graph());
    }

    private static void addDescription(SmallGraph graph, String name, InMemoryGraph description) throws IOException {
        graph.add(name, description);
        graph.add(name, Places.lacking(description));
    }

    /** {@return what tells how large the files are; it knows those of the release before if they were written in the same words} */
    private Downloads downloads() {
        JsonLdContext context = HostedContext.of(site.prefixes(), vocabulary);
        InMemoryGraph same = before.filter(release -> vocabularyDigest(release)
                                .equals(Optional.of(Objects.requireNonNull(published.get(PublishedGraph.VOCABULARY))
                                        .sha256()))
                        && descriptions(release.manifest().inputs()).equals(descriptions(inputs.all())))
                .map(Release::catalog)
                .orElseGet(InMemoryGraph::new);
        return new Downloads(context, same);
    }

    private static Optional<String> vocabularyDigest(Release release) {
        return release.graph(PublishedGraph.VOCABULARY).map(PublishedGraph::sha256);
    }

    /** {@return the files that declare prefixes} */
    private static Set<InputFile> descriptions(List<InputFile> files) {
        return files.stream()
                .filter(file -> file.role() == InputFile.Role.MAPPING)
                .filter(file -> file.name().matches("catalog\\.ttl|.*/(dataset\\.ttl|mapping\\.yml)"))
                .collect(Collectors.toSet());
    }

    /** {@return the catalogue as it was made; it is linked first} */
    InMemoryGraph catalog() {
        return read(PublishedGraph.CATALOG);
    }

    /** {@return the stars of each dataset; none before it was linked} */
    List<Audit> audits() {
        return audits.all();
    }

    /** {@return the rows of a dataset that say some triples} */
    private Map<Quad, Place> rows(String slug, Set<Quad> triples) {
        return inputs.datasets().stream()
                .filter(dataset -> dataset.slug().equals(slug))
                .findFirst()
                .map(dataset -> dataset.rows(fetched.folder()).apply(triples))
                .orElse(Map.of());
    }

    /** Keeps the site's description, turns the graphs around, looks for links that lead nowhere, and adds what it finds, and what was not fetched, to the graphs' findings; then tells what has changed. */
    Graphs check() throws IOException {
        inputs.keep(site, fetched.folder(), mapped.keySet(), building);
        StageClock.Progress progress = clock.progress(
                Stage.CHECK,
                published.values().stream().mapToLong(PublishedGraph::bytes).sum());
        Map<String, GraphFile> files = new LinkedHashMap<>();
        for (String slug : published.keySet()) {
            files.put(slug, GraphFile.of(building.graphFile(slug)));
        }
        Set<String> codes = InverseFile.codes(building.graphFile(PublishedGraph.VOCABULARY));
        Map<String, List<Finding>> declared = new DeclaredFindings(site, inputs, building, before)
                .of(vocabulary, published, unreadable -> gate.judge("", unreadable));
        CubeCheck cubes = new CubeCheck(vocabulary, partitions, building::graphFile, building.work(), this::rows);
        for (PublishedGraph graph : List.copyOf(published.values())) {
            Path file = building.checkFile(graph.slug());
            long[] missing = {0};
            try (InverseFile inverse = new InverseFile(site.base(), codes, building.work());
                    FindingWriter findings = new FindingWriter(building.work())) {
                inverse.write(
                        building.graphFile(graph.slug()),
                        InverseFile.of(building.folder(), graph.slug()),
                        new InternalLinks(files.values(), dangling -> {
                            missing[0]++;
                            findings.accept(dangling);
                        }));
                audits.dangling(graph.slug(), missing[0]);
                Optional.ofNullable(fetched.findings().get(graph.slug())).ifPresent(findings);
                losses(graph).forEach(findings);
                replacements(graph, findings);
                cubes.check(graph.slug(), findings);
                declared.getOrDefault(graph.slug(), List.of()).forEach(findings);
                policy.recorded(graph.slug().equals(PublishedGraph.CATALOG) ? "" : graph.slug())
                        .forEach(findings);
                findings.writeTo(file);
            }
            published.put(
                    graph.slug(),
                    graph.withOnlyFindings(
                            building.orderFindings(graph.slug(), finding -> gate.judge(graph.slug(), finding))
                                    .counts()));
            departures(graph, files.values()).ifPresent(gone -> gate.judge(graph.slug(), gone));
            progress.add(graph.slug(), graph.bytes());
        }
        Inputs.look(site).findings().forEach(found -> gate.judge("", found));
        losses.ifPresent(guard -> guard.gone(published.keySet()).forEach(gone -> gate.judge("", gone)));
        chooseExamples();
        Tabulation.write(vocabulary, site.datasets(), partitions, building);
        audits.write(Release.auditFile(building.folder()));
        if (before.isPresent()) {
            KeptChanges.write(before.get(), published.values(), site.base(), building);
        }
        folders = Manifest.Folders.of(building.folder(), before.map(Release::id).orElse(""));
        return this;
    }

    private List<Finding> losses(PublishedGraph graph) throws IOException {
        Partitions counted = partitions.get(graph.slug());
        return losses.isPresent() && counted != null
                ? losses.get().of(graph, building.graphFile(graph.slug()), counted)
                : List.of();
    }

    /** {@return what has gone without a word since the current release: of the publication, since the release is the same whatever came before} */
    private Optional<Finding> departures(PublishedGraph graph, Collection<GraphFile> graphs) throws IOException {
        return before.isPresent() && before.get().base().equals(site.base()) && partitions.containsKey(graph.slug())
                ? new Departures(before.get(), graphs, site.base()).of(graph)
                : Optional.empty();
    }

    private void replacements(PublishedGraph graph, Consumer<Finding> findings) {
        Partitions counted = partitions.get(graph.slug());
        if (counted != null && counted.properties().keySet().stream().anyMatch(Replacements.PROPERTIES::contains)) {
            Replacements.in(building.graphFile(graph.slug()))
                    .check(statements -> rows(graph.slug(), statements), findings);
        }
    }

    /** {@return what the gate says of all that was found} */
    Verdict verdict() {
        return gate.verdict();
    }

    /** Chooses the things that pages show as examples; once, for a page must not compare all things. */
    private void chooseExamples() throws IOException {
        Map<String, ShownThings> shown = new LinkedHashMap<>();
        SortedMap<String, String> typical = new TreeMap<>();
        for (Dataset dataset : site.datasets()) {
            ShownThings things = ShownThings.of(building.graphFile(dataset.slug()), site.base());
            things.typical().ifPresent(thing -> typical.put(dataset.slug(), thing));
            shown.put(dataset.slug(), things);
        }
        ShownThings.countLinks(
                shown.values(),
                published.keySet().stream().map(building::graphFile).toList(),
                site.base());
        SortedMap<String, List<String>> linked = new TreeMap<>();
        shown.forEach((slug, things) -> linked.put(slug, things.mostLinked()));
        new Examples(linked, typical).write(building);
    }

    Graphs index(Loader loader) throws IOException {
        StageClock.Progress progress = clock.progress(
                Stage.INDEX,
                published.values().stream().mapToLong(PublishedGraph::triples).sum());
        new Index(building, published.values(), loader)
                .make(reusable.release(), indexed -> progress.reach("tdb2", indexed));
        NameIndex names = Release.nameIndex(building.folder(), site.base(), published.values());
        Path folder = building.folder().resolve(NameIndex.FOLDER);
        names.make(folder, reusable.release().map(Release::names));
        Pruning.requireNames(names, folder);
        return this;
    }

    /** {@return the digests of what pages need and of what has changed; known when it was checked} */
    Manifest.Folders folders() {
        return Objects.requireNonNull(folders, "checked");
    }

    /** {@return the id that follows from the site's base, its description, the graphs' bytes and what pages need} */
    String releaseId() {
        String suffix =
                "\n" + SiteFolder.digest(inputs.all()) + "\n" + folders().pages();
        String content = published.values().stream()
                .map(graph -> graph.slug() + " " + graph.sha256())
                .collect(Collectors.joining("\n", site.base() + "\n", suffix));
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

    /** {@return by the graph's slug, of each property or class how many statements were added because they follow} */
    SortedMap<String, SortedMap<String, Long>> stated() {
        SortedMap<String, SortedMap<String, Long>> stated = new TreeMap<>();
        made.forEach((slug, graph) -> stated.put(slug, graph.stated()));
        stated.put(PublishedGraph.VOCABULARY, statedOfTerms);
        stated.put(PublishedGraph.CATALOG, statedOfCatalog);
        stated.values().removeIf(SortedMap::isEmpty);
        return stated;
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
        return new DatasetGraph(asMade(dataset), building, site.base());
    }

    /** {@return the dataset as it is made: without the counts that are too small, once they are hidden} */
    private DatasetInputs asMade(DatasetInputs dataset) {
        return hidden.getOrDefault(dataset.slug(), dataset);
    }

    /** The graph that was taken over has its links already, which no key is read from. */
    private Path mappedFile(String slug) {
        return mapped.containsKey(slug) ? mapped.get(slug).file() : building.graphFile(slug);
    }

    private DatasetGraph.Made madeOf(String slug) {
        return Objects.requireNonNull(made.get(slug), slug);
    }
}
