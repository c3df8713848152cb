package fr.pleiade.publication;

import fr.pleiade.cube.Counts;
import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.link.LinkedCubes;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.linking.LinkTarget;
import fr.pleiade.linking.Linker;
import fr.pleiade.linking.ReferenceKeys;
import fr.pleiade.linking.byname.NameDecisions;
import fr.pleiade.linking.byname.NameLink;
import fr.pleiade.linking.byname.NameTarget;
import fr.pleiade.linking.succession.FormerThings;
import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.mapping.engine.PlanRule;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.materialisation.Materialisation;
import fr.pleiade.materialisation.Statements;
import fr.pleiade.publication.name.NameLinking;
import fr.pleiade.publication.parts.GivenGraph;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.csv.SourceCheck;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.quality.identity.KeyProperty;
import fr.pleiade.quality.identity.RowKeys;
import fr.pleiade.quality.identity.SharedIdentities;
import fr.pleiade.quality.identity.VerifiedIdentities;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Building;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.origin.OriginFile;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.site.Catalog;
import fr.pleiade.sources.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one dataset's graph: maps its rows, then links its things. */
final class DatasetGraph {
    private static final String SAME_AS = Vocabulary.OWL + "sameAs";
    private static final int WITHHELD = 1 << 22;

    private final DatasetInputs inputs;
    private final Building building;
    private final String base;

    DatasetGraph(DatasetInputs inputs, Building building, String base) {
        this.inputs = inputs;
        this.building = building;
        this.base = base;
    }

    /**
     * The rows of a dataset as triples, without links.
     *
     * @param file the sorted triples
     * @param rows how many rows there were; 0 where that is not known
     * @param figures what the file is
     * @param findings what the mapping found; to be closed
     */
    record Mapped(Path file, long rows, GraphWriter.Figures figures, FindingWriter findings) {}

    /** Looks at the sources. {@return whether they can be mapped} */
    boolean checkSources(Path sources, Set<String> personal, Consumer<Finding> findings) {
        boolean[] mappable = {true};
        Map<Path, Dialect> dialects = inputs.plan().dialects(sources);
        inputs.plan().filesByName(sources).forEach((name, path) -> {
            SourceTable table = SourceTable.of(
                    inputs.plan().plan(), name, path, Objects.requireNonNull(dialects.get(path)), personal);
            new SourceCheck().run(table.mappedBy(inputs.dataset().mappingName()), finding -> {
                mappable[0] &= !SourceCheck.stopsMapping(finding);
                findings.accept(finding);
            });
        });
        return mappable[0];
    }

    /**
     * Maps the rows.
     *
     * @param findings takes what the mapping finds, beside what was found before
     */
    Mapped map(Path sources, int threads, LongConsumer bytesRead, FindingWriter findings) throws IOException {
        Path file = mappedFile();
        try (LineSorter sorter = new LineSorter(building.work());
                RowKeys keys = new RowKeys(inputs.plan().plan(), base, building.work());
                OriginFile origins = new OriginFile(building.work())) {
            Run run = Run.in(sources)
                    .withGraph(inputs.dataset().iri().value())
                    .withThreads(threads)
                    .withFindings(findings)
                    .withBytesRead(bytesRead)
                    .withSourcesRead(inputs::verify)
                    .withNames(keys)
                    .withOrigins(origins.lines());
            long rows = inputs.plan().run(run, sorter).rows();
            keys.tell(findings);
            write(origins);
            return new Mapped(file, rows, GraphWriter.write(sorter, file, base), findings);
        }
    }

    /** {@return where the graph is written before it is linked: in its place, if no rule links it} */
    private Path mappedFile() {
        return inputs.rules().isEmpty()
                ? building.graphFile(inputs.slug())
                : building.work().resolve(inputs.slug() + ".nq");
    }

    private void write(OriginFile origins) throws IOException {
        origins.write(OriginFile.of(building.folder(), inputs.slug()));
        OriginRule.write(rules(), OriginRule.fileOf(building.folder(), inputs.slug()));
    }

    /**
     * Takes the graph that was made elsewhere, of whose rows nothing is known.
     *
     * @param findings takes what is found later
     * @throws PublicationException if a part is not as it must be
     */
    Mapped take(GivenGraph given, LongConsumer bytesRead, FindingWriter findings) throws IOException {
        Path file = mappedFile();
        try (OriginFile origins = new OriginFile(building.work())) {
            write(origins);
        }
        String graph = inputs.dataset().iri().value();
        return new Mapped(
                file, 0, GraphWriter.write(given.lines(graph, building.work(), bytesRead), file, base), findings);
    }

    /** {@return the rules by which the dataset gets triples: those of its mapping, by their numbers, then those of its links} */
    private List<OriginRule> rules() {
        Stream<OriginRule> ofRows = PlanRule.of(inputs.plan().plan()).stream()
                .map(rule -> new OriginRule(
                        OriginRule.Kind.ROWS,
                        rule.map(),
                        new Text("", ""),
                        inputs.dataset().mappingName(),
                        rule.line(),
                        rule.predicates(),
                        rule.columns(),
                        List.of(rule.source())));
        Stream<OriginRule> ofLinks = inputs.rules().stream()
                .map(rule -> new OriginRule(
                        OriginRule.Kind.LINKS,
                        rule.iri(),
                        rule.label(),
                        rule.document(),
                        rule.line(),
                        List.of(rule.predicate(), rule.key()),
                        List.of(),
                        rule.targets().stream().map(LinkTarget::name).toList()));
        Stream<OriginRule> ofNames = inputs.naming().rules().stream()
                .map(rule -> new OriginRule(
                        OriginRule.Kind.NAMES,
                        rule.iri(),
                        rule.label(),
                        rule.document(),
                        rule.line(),
                        rule.properties(),
                        List.of(),
                        rule.targets().stream().map(NameTarget::name).toList()));
        return Stream.of(ofRows, ofLinks, ofNames).flatMap(each -> each).toList();
    }

    /**
     * Says, beside the changes that were mapped, what became of what they ended.
     *
     * @param lineages those of the dataset's successions
     */
    Mapped succeed(Mapped changes, Path sources, List<Lineage> lineages) throws IOException {
        try (LineSorter sorter = new LineSorter(building.work())) {
            Consumer<Quad> lines = quads(sorter);
            for (Lineage lineage : lineages) {
                new FormerThings(lineage)
                        .write(
                                quad -> lines.accept(quad.in(inputs.dataset().iri())),
                                inputs.rows(sources),
                                changes.findings());
            }
            return new Mapped(changes.file(), changes.rows(), withLines(changes.file(), sorter), changes.findings());
        }
    }

    /**
     * A dataset's graph, complete.
     *
     * @param graph its figures; its findings are counted when it is checked
     * @param links what its link rules did
     * @param stated by property or class, how many statements were added because they follow
     * @param predicates the properties of those statements; none of a graph that was taken over
     */
    record Made(PublishedGraph graph, List<LinkReport> links, SortedMap<String, Long> stated, Set<String> predicates) {
        Made {
            links = List.copyOf(links);
            predicates = Set.copyOf(predicates);
            stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
        }
    }

    /**
     * A dataset's graph with its links.
     *
     * @param mapped what it was made of
     * @param figures what the file is
     * @param reports what the rules did
     */
    record Linked(Mapped mapped, GraphWriter.Figures figures, List<LinkReport> reports) {
        Linked {
            reports = List.copyOf(reports);
        }
    }

    /** Links the things of the mapped graph by their keys, and writes the graph of the release. */
    Linked link(Mapped mapped, Path sources, ReferenceKeys keys) throws IOException {
        if (inputs.rules().isEmpty()) {
            return new Linked(mapped, mapped.figures(), List.of());
        }
        try (LineSorter sorter = new LineSorter(building.work())) {
            Linker linker = new Linker(inputs.rules(), keys, inputs.rows(sources));
            List<LinkReport> reports =
                    linker.link(mapped.file(), inputs.dataset().iri(), quads(sorter), mapped.findings());
            sorter.addSorted(mapped.file());
            return new Linked(mapped, GraphWriter.write(sorter, building.graphFile(inputs.slug()), base), reports);
        }
    }

    /**
     * Adds the links by names to a graph.
     *
     * @param site what the rules read beside the dataset
     * @param reviews the folder of what a person must look at
     */
    Linked linkByName(Linked linked, NameLinking.Site site, Path reviews) throws IOException {
        Path graph = building.graphFile(inputs.slug());
        try (LineSorter sorter = new LineSorter(building.work())) {
            Consumer<Quad> lines = quads(sorter);
            List<LinkReport> reports = new ArrayList<>(linked.reports());
            reports.addAll(new NameLinking(inputs.naming(), site)
                    .run(
                            new NameLinking.Linked(
                                    inputs.slug(),
                                    graph,
                                    inputs.dataset().folder().resolve(NameDecisions.FILE),
                                    reviews.resolve(inputs.slug() + ".csv"),
                                    inputs.rows(site.sources())),
                            quad -> lines.accept(quad.in(inputs.dataset().iri())),
                            linked.mapped().findings()));
            return new Linked(linked.mapped(), withLines(graph, sorter), reports);
        }
    }

    /** Takes what is doubtful out of a linked graph, adds what registers say, and writes the findings of the release. */
    Made complete(Linked linked, Path sources, List<KeyProperty> codes) throws IOException {
        FindingWriter findings = linked.mapped().findings();
        GraphWriter.Figures figures = verified(linked.figures(), sources, codes, findings);
        findings.writeTo(building.findingFile(inputs.slug()));
        return new Made(
                new PublishedGraph(
                        inputs.slug(),
                        inputs.dataset().iri().value(),
                        linked.mapped().rows(),
                        figures.triples(),
                        figures.entities(),
                        linked.reports().stream().mapToLong(LinkReport::links).sum(),
                        Map.of(),
                        figures.bytes(),
                        figures.sha256()),
                linked.reports(),
                new TreeMap<>(),
                Set.of());
    }

    /**
     * Takes the links out of the graph by which two things would be one, or that a register contradicts, and adds what registers say of the
     * others. {@return the graph's figures}
     */
    private GraphWriter.Figures verified(
            GraphWriter.Figures figures, Path sources, List<KeyProperty> codes, Consumer<Finding> findings)
            throws IOException {
        SharedIdentities shared = new SharedIdentities(inputs.plan().plan().systems(), codes, building.work());
        Optional<Set<String>> properties = properties();
        if (inputs.registers().isEmpty() && properties.isPresent() && !shared.concerns(properties.get())) {
            return figures;
        }
        Path graph = building.graphFile(inputs.slug());
        try (LineSorter withheld = new LineSorter(building.work(), WITHHELD);
                LineSorter stated = new LineSorter(building.work(), WITHHELD)) {
            Function<Set<Quad>, Map<Quad, Place>> rows = inputs.rows(sources);
            long doubtful = shared.find(graph, rows, withheld, findings);
            long statements = 0;
            for (Register register : inputs.registers()) {
                Path records = sources.resolve(register.file());
                VerifiedIdentities.Found found = new VerifiedIdentities(
                                register, records, inputs.plan().plan().systems())
                        .find(graph, rows, withheld, stated, findings);
                doubtful += found.withheld();
                statements += found.stated();
            }
            GraphWriter.Figures complete = figures;
            if (doubtful > 0) {
                complete = rewritten(graph, all -> writeWithout(withheld, all, graph));
            }
            return statements > 0 ? withLines(graph, stated) : complete;
        }
    }

    /** Writes a graph without the links that are withheld, nor what those made by names rest on. */
    private GraphWriter.Figures writeWithout(LineSorter withheld, Path all, Path graph) throws IOException {
        try (LineSorter lines = new LineSorter(building.work(), WITHHELD)) {
            GraphFile file = GraphFile.of(all);
            withheld.drain((bytes, start, end) -> {
                lines.write(bytes, start, end - start);
                lines.write('\n');
                Quad link = new QuadLine().at(bytes, start, end).quad();
                NameLink.evidence(link, inputs.naming().rules(), file).forEach(quads(lines));
            });
            return GraphWriter.writeWithout(lines, all, graph, base);
        }
    }

    /** Adds lines to a sorted graph. {@return the graph's figures} */
    private GraphWriter.Figures withLines(Path graph, LineSorter lines) throws IOException {
        return rewritten(graph, all -> {
            lines.addSorted(all);
            return GraphWriter.write(lines, graph, base);
        });
    }

    @FunctionalInterface
    private interface Writing {
        GraphWriter.Figures from(Path all) throws IOException;
    }

    private GraphWriter.Figures rewritten(Path graph, Writing writing) throws IOException {
        Path all = Files.move(graph, building.work().resolve(inputs.slug() + ".all.nq"));
        GraphWriter.Figures figures = writing.from(all);
        Files.delete(all);
        return figures;
    }

    /** Counts the things of a linked graph, and adds the observations of the cubes that say how many there are. */
    Made count(Made linked) throws IOException {
        Counts counts = Counts.of(Cubes.of(inputs.terms()));
        return counts.isEmpty() ? linked : with(linked, (lines, quads) -> counts.write(lines, building.work(), quads));
    }

    /**
     * Says the cubes of a linked graph in cube.link's words too, those that are declared so.
     *
     * @param vocabulary what properties are called
     * @param catalog the catalogue, whose contact is asked where the dataset names none
     */
    Made linkCubes(Made linked, InMemoryGraph vocabulary, Catalog catalog) throws IOException {
        LinkedCubes cubes = new LinkedCubes(Cubes.of(inputs.terms()), vocabulary);
        if (cubes.isEmpty()) {
            return linked;
        }
        InMemoryGraph described = new InMemoryGraph();
        described.addAll(catalog.description());
        described.addAll(inputs.dataset().description());
        LinkedCubes.Publishing publishing =
                LinkedCubes.Publishing.of(inputs.dataset().iri(), catalog.iri(), described);
        return with(linked, (lines, quads) -> cubes.write(lines, publishing, quads));
    }

    @FunctionalInterface
    private interface Derivation {
        void write(InputStream lines, Consumer<Quad> quads) throws IOException;
    }

    /** Adds to a graph what is derived from its lines. */
    private Made with(Made made, Derivation derivation) throws IOException {
        Path graph = building.graphFile(inputs.slug());
        try (LineSorter sorter = new LineSorter(building.work())) {
            Consumer<Quad> quads = quads(sorter);
            try (InputStream lines = Files.newInputStream(graph)) {
                derivation.write(
                        lines, quad -> quads.accept(quad.in(inputs.dataset().iri())));
            }
            return new Made(
                    made.graph().with(withLines(graph, sorter)), made.links(), made.stated(), made.predicates());
        }
    }

    /**
     * Adds to a linked graph what follows from it.
     *
     * @param others the graphs, linked, in which transitive properties lead on
     */
    Made state(Made linked, Materialisation materialisation, List<Path> others) throws IOException {
        Path graph = building.graphFile(inputs.slug());
        Statements statements = new Statements(materialisation, building.work(), base);
        return statements
                .add(graph, others)
                .map(added -> new Made(
                        linked.graph().with(added.figures()),
                        linked.links(),
                        added.written().terms(),
                        added.written().predicates()))
                .orElse(linked);
    }

    /** {@return the properties that the graph can have; nothing if rows make them} */
    private Optional<Set<String>> properties() {
        List<Expression> predicates = inputs.plan().plan().triplesMaps().stream()
                .flatMap(map -> map.pairs().stream())
                .flatMap(pair -> pair.predicates().stream())
                .map(TermMap::expression)
                .toList();
        if (!predicates.stream().allMatch(Constant.class::isInstance)) {
            return Optional.empty();
        }
        Set<String> properties = predicates.stream()
                .map(predicate -> ((Constant) predicate).term().text())
                .collect(Collectors.toSet());
        inputs.rules().forEach(rule -> properties.add(rule.predicate()));
        inputs.naming().rules().forEach(rule -> properties.add(rule.isIdentity() ? SAME_AS : rule.predicate()));
        return Optional.of(properties);
    }

    private static Consumer<Quad> quads(LineSorter sorter) {
        return quad -> {
            try {
                sorter.write((quad.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
