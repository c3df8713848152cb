package fr.pleiade.release;

import fr.pleiade.findings.Finding;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.linking.names.NameIndex;
import fr.pleiade.quads.Coding;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.Sha256;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.AuditFile;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.finding.FindingPages;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.release.table.TableSchema;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.store.IndexDigest;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One release, complete and immutable, in its folder.
 *
 * <p>Thread-safe. Holds the manifest in memory and maps the graph files, which must not change; it needs no closing.
 */
public final class Release {
    /** What the names begin with of documents that say what pages about things show. */
    public static final String PAGE_SHAPES = "shapes/page/";

    private final Path folder;
    private final Manifest manifest;
    private final List<GraphFile> graphFiles;

    private Release(Path folder, Manifest manifest, List<GraphFile> graphFiles) {
        this.folder = folder;
        this.manifest = manifest;
        this.graphFiles = List.copyOf(graphFiles);
    }

    /**
     * {@return the release in the folder}
     *
     * @throws ReleaseException if its manifest or one of the files that the manifest names is missing or of another size
     */
    public static Release open(Path folder) {
        Manifest manifest = ManifestDocument.read(folder);
        List<GraphFile> files = new ArrayList<>();
        for (PublishedGraph graph : manifest.graphs()) {
            files.add(open(folder, graph));
        }
        return new Release(folder, manifest, files);
    }

    private static GraphFile open(Path folder, PublishedGraph graph) {
        Path plain = graphFile(folder, graph.slug());
        Path file = keptFile(folder, graph.slug());
        try {
            GraphFile opened = file.equals(plain) ? GraphFile.of(plain) : GraphFile.packed(file);
            if (opened.size() != graph.bytes()) {
                throw ReleaseException.damaged(
                        file, "the manifest says %d bytes, it has %d".formatted(graph.bytes(), opened.size()));
            }
            return opened;
        } catch (NoSuchFileException e) {
            throw ReleaseException.damaged(plain, "the manifest names it, but it is missing");
        } catch (IOException | UncheckedIOException e) {
            throw ReleaseException.damaged(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return the twelve hexadecimal digits that the release is known by: the same content has the same id} */
    public String id() {
        return manifest.id();
    }

    /** {@return the folder that the release is in} */
    public Path folder() {
        return folder;
    }

    /** {@return when the publication that made it ended} */
    public Instant created() {
        return manifest.created();
    }

    /** {@return the site's base IRI, which ends in a slash} */
    public String base() {
        return manifest.base();
    }

    /** {@return the graphs of the release with their figures, in the order of their slugs} */
    public List<PublishedGraph> graphs() {
        return manifest.graphs();
    }

    /** {@return the graph with this slug, if there is one} */
    public Optional<PublishedGraph> graph(String slug) {
        return graphs().stream().filter(g -> g.slug().equals(slug)).findFirst();
    }

    /** {@return the DCAT description of the catalogue, its datasets and their distributions; about a hundred triples a dataset} */
    public InMemoryGraph catalog() {
        return graphContent("catalog");
    }

    /**
     * {@return all that a graph says; for graphs that fit in memory}
     *
     * @param slug of a graph of the release
     * @throws UncheckedIOException if it cannot be read
     */
    public InMemoryGraph graphContent(String slug) {
        try (InputStream in = openGraph(slug)) {
            return RdfReader.readGraph(in, graphFile(slug).toString(), Syntax.N_QUADS, base());
        } catch (IOException e) {
            throw new UncheckedIOException(graphFile(slug) + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return what all graphs say of a thing and of its {@code #} fragments, lexical forms as in the graph files; empty if nothing}
     *
     * <p>Takes some tens of microseconds; of a release that is not whole, some milliseconds.
     *
     * @param iri the thing's absolute IRI
     */
    public InMemoryGraph describe(String iri) {
        return find(iri).graph();
    }

    /** {@return the same, and which graphs say it} */
    public Found find(String iri) {
        InMemoryGraph description = new InMemoryGraph();
        List<PublishedGraph> found = new ArrayList<>();
        for (int i = 0; i < graphFiles.size(); i++) {
            if (graphFiles.get(i).describe(iri, description::add)) {
                found.add(graphs().get(i));
            }
        }
        return new Found(description, found);
    }

    /** {@return whether some graph says something of exactly this IRI} */
    public boolean knows(String iri) {
        return graphFiles.stream().anyMatch(file -> file.hasSubject(iri));
    }

    /**
     * {@return the graph's file: N-Quads sorted by unsigned bytes, without duplicates; it may be larger than memory}
     *
     * <p>A release that is not whole keeps it packed, and has no such file: see {@link #openGraph}.
     */
    public Path graphFile(String slug) {
        return graphFile(folder, slug);
    }

    /**
     * {@return the graph's N-Quads, sorted by unsigned bytes and without duplicates, however the release keeps them; to be closed}
     *
     * @throws NoSuchFileException if there is no such graph
     */
    public InputStream openGraph(String slug) throws IOException {
        try {
            return Files.newInputStream(graphFile(slug));
        } catch (NoSuchFileException e) {
            return Coding.ZSTD.decode(Files.newInputStream(packedFile(folder, slug)));
        }
    }

    /** {@return the file of the table that a dataset is made from, if it is made from exactly one} */
    public Optional<Path> tableFile(String slug) {
        return Optional.of(tableFile(folder, slug))
                .filter(file -> graph(slug).isPresent() && Files.isRegularFile(file));
    }

    /**
     * {@return the table that a dataset is made from, if it is made from exactly one; reads the whole file}
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Optional<Table> table(String slug) {
        return tableFile(slug).map(file -> table(slug, file));
    }

    private Table table(String slug, Path file) {
        try (CsvFile csv = CsvFile.open(slug + ".csv", file, Dialect.RFC_4180)) {
            TableSchema schema = tableSchema(slug).orElseGet(() -> TableSchema.of(csv.header()));
            return new Table(file, schema, Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return what the columns of a dataset's table are; nothing if it has no table, or an earlier version made the release}
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public Optional<TableSchema> tableSchema(String slug) {
        Path file = schemaFile(folder, slug);
        try {
            return graph(slug).isPresent() ? TableSchema.read(file) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** {@return the findings of a graph, the most severe first, then by rule and place, held in memory; none if the slug is unknown} */
    public List<Finding> findings(String slug) {
        return graph(slug).isPresent() ? findingPages(slug).all() : List.of();
    }

    /**
     * {@return the findings of a graph of the release, page by page}
     *
     * @throws ReleaseException if they are not there
     */
    public FindingPages findingPages(String slug) {
        try {
            return FindingPages.open(folder, slug);
        } catch (UncheckedIOException e) {
            throw ReleaseException.damaged(
                    folder.resolve("pages"), "the findings of '%s' cannot be read".formatted(slug), e);
        }
    }

    /** {@return the folder of {@code catalog.ttl} and what stands beside it, as the publisher had it} */
    public Path mappings() {
        return SiteFolder.mapping(folder, ".").normalize();
    }

    /**
     * {@return what the publisher said of the catalogue and the datasets}
     *
     * @throws ReleaseException if an earlier version wrote the release, or a file is missing or altered
     */
    public SiteDescription site() {
        requireServable();
        SiteFolder.verify(this);
        return SiteDescription.read(this);
    }

    /**
     * {@return what is wrong with what stands beside its graphs, if anything is: the site's files, examples, what has changed; reads
     * small files only}
     */
    public Optional<ReleaseException> problem() {
        try {
            if (isServable()) {
                SiteFolder.verify(this);
                examples();
                if (!manifest.folders().changes().isEmpty()) {
                    verifyFolder(Manifest.CHANGES, manifest.folders().changes());
                }
            }
            return Optional.empty();
        } catch (ReleaseException e) {
            return Optional.of(e);
        }
    }

    /** {@return the land to draw behind the places of its things} */
    public List<Outline> outlines() {
        return Outline.in(folder.resolve("site").resolve("ontology"));
    }

    /** {@return the areas that can be shaded by a number, each named by the path of its thing} */
    public List<Outline> areas() {
        return Outline.areas(folder.resolve("site").resolve("ontology"));
    }

    /**
     * {@return the documents of {@code ontology/shapes/page/} as the release keeps them, in the order of their names: what pages about
     * things of a class show; none if the site had none}
     */
    public List<InMemoryGraph> pageShapes() {
        return manifest.inputs().stream()
                .filter(input ->
                        input.role() == InputFile.Role.ONTOLOGY && input.name().startsWith(PAGE_SHAPES))
                .map(input -> folder.resolve("site").resolve("ontology").resolve(input.name()))
                .sorted()
                .map(file -> RdfReader.readGraph(file, base()))
                .toList();
    }

    /** {@return a document of {@code ontology/} as the release keeps it; it must be one of the release's inputs} */
    public InMemoryGraph ontologyFile(String name) {
        return RdfReader.readGraph(folder.resolve("site").resolve("ontology").resolve(name), base());
    }

    /**
     * {@return a few things of each dataset to begin with}
     *
     * @throws ReleaseException if they are not there
     */
    public Examples examples() {
        return Examples.read(folder);
    }

    /**
     * {@return the stars of its datasets with their evidence, by slug; none in a release that an earlier version made}
     *
     * @throws ReleaseException if they cannot be read
     */
    public SortedMap<String, Audit> audits() {
        Path file = auditFile(folder);
        try {
            return Files.exists(file) ? AuditFile.read(file) : new TreeMap<>();
        } catch (IOException | IllegalArgumentException e) {
            throw ReleaseException.damaged(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@return where a release keeps the stars of its datasets} */
    public static Path auditFile(Path folder) {
        return folder.resolve("pages").resolve("stars.tsv");
    }

    /** {@return whether it has all that pages need; one that an earlier version wrote has not, but can be compared and listed} */
    public boolean isServable() {
        return manifest.format() >= ManifestDocument.FORMAT;
    }

    /** @throws ReleaseException if an earlier version wrote it, without what serving it needs */
    void requireServable() {
        if (!isServable()) {
            throw ReleaseException.older(
                    folder.resolve(ManifestDocument.FILE),
                    "an earlier version of Pléiade wrote the release (format %d, this version serves format %d); publish again"
                            .formatted(manifest.format(), ManifestDocument.FORMAT));
        }
    }

    /**
     * {@return what points to things, and what bears codes; a release that is not whole cannot tell}
     *
     * @throws ReleaseException if a file of it is missing
     */
    public Inverse inverse() {
        try {
            return Inverse.open(
                    folder, graphs().stream().map(PublishedGraph::slug).toList());
        } catch (UncheckedIOException e) {
            throw ReleaseException.damaged(folder.resolve(Inverse.FOLDER), "it cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * {@return what one graph says of exactly this subject}
     *
     * @param slug of a graph; nothing is said by one that is not there
     */
    public InMemoryGraph about(String slug, Term subject) {
        InMemoryGraph said = new InMemoryGraph();
        for (int i = 0; i < graphFiles.size(); i++) {
            if (graphs().get(i).slug().equals(slug)) {
                graphFiles.get(i).about(subject, said::add);
            }
        }
        return said;
    }

    /**
     * {@return what one graph says of one subject}
     *
     * @param slug of a graph of the release
     * @param line where in its N-Quads the first line about the subject begins
     */
    public InMemoryGraph at(String slug, long line) {
        InMemoryGraph said = new InMemoryGraph();
        for (int i = 0; i < graphFiles.size(); i++) {
            if (graphs().get(i).slug().equals(slug)) {
                graphFiles.get(i).subjectAt(line, said::add);
            }
        }
        return said;
    }

    /** {@return the folder of the tables of its cubes; an earlier version made none} */
    public Path cubes() {
        return cubes(folder);
    }

    /** {@return where a release keeps the tables of its cubes} */
    public static Path cubes(Path folder) {
        return folder.resolve("pages").resolve("cubes");
    }

    /** {@return what the link rules of a dataset did, in their order; none if it has no rules} */
    public List<LinkReport> links(String slug) {
        return manifest.links().getOrDefault(slug, List.of());
    }

    /** {@return the folder of the TDB2 index over the graphs} */
    public Path tdb2() {
        return tdb2(folder);
    }

    /** {@return whether the index is there; a pruned release has none: all of it can still be read, but not be asked in SPARQL} */
    public boolean isWhole() {
        return Files.isDirectory(tdb2());
    }

    /** {@return how many bytes its graphs take on the disk; the index, whose files are full of holes, is not counted} */
    public long bytes() {
        return graphs().stream()
                .mapToLong(graph -> keptFile(folder, graph.slug()).toFile().length())
                .sum();
    }

    /**
     * Reads all graphs and compares their digests with the manifest's.
     *
     * @throws ReleaseException if one was altered, or the index is missing
     */
    public void verify() {
        verifyGraphs();
        if (!isWhole()) {
            throw ReleaseException.damaged(tdb2(), "the index is missing");
        }
        inverse();
    }

    /**
     * Reads all graphs, the site's description, the tables, the findings, what pages need and what has changed, and compares their digests with the manifest's.
     *
     * @throws ReleaseException if one was altered or is missing
     */
    public void verifyGraphs() {
        for (PublishedGraph graph : graphs()) {
            Path file = keptFile(folder, graph.slug());
            try (InputStream in = openGraph(graph.slug())) {
                String found = Sha256.of(in);
                if (!found.equals(graph.sha256())) {
                    throw ReleaseException.altered(file, found, graph.sha256());
                }
            } catch (IOException e) {
                throw ReleaseException.damaged(file, "it cannot be read: " + e.getMessage(), e);
            }
        }
        if (isServable()) {
            SiteFolder.verify(this);
            verifyFolder(Manifest.PAGES, manifest.folders().pages());
            if (!manifest.folders().tables().isEmpty()) {
                verifyFolder(Manifest.TABLES, manifest.folders().tables());
                verifyFolder(Manifest.FINDINGS, manifest.folders().findings());
            }
            examples();
            graphs().forEach(graph -> findingPages(graph.slug()));
            if (!manifest.folders().changes().isEmpty()) {
                verifyFolder(Manifest.CHANGES, manifest.folders().changes());
            }
        }
    }

    /** {@return what is wrong with the index, which is read whole; nothing where there is none, or nothing is known of it} */
    public Optional<ReleaseException> indexProblem() {
        String expected = manifest.folders().index();
        if (expected.isEmpty() || !isWhole()) {
            return Optional.empty();
        }
        try {
            String found = IndexDigest.of(tdb2());
            return found.equals(expected)
                    ? Optional.empty()
                    : Optional.of(ReleaseException.altered(tdb2(), found, expected));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(ReleaseException.damaged(tdb2(), "it cannot be read: " + e.getMessage(), e));
        }
    }

    /** {@return the folder of the index of names} */
    public Path names() {
        return folder.resolve(NameIndex.FOLDER);
    }

    /** {@return the index of names that its graphs give} */
    public NameIndex nameIndex() {
        return nameIndex(folder, base(), graphs());
    }

    /** {@return the index of names that the graphs in a release's folder give} */
    public static NameIndex nameIndex(Path folder, String base, Collection<PublishedGraph> graphs) {
        Map<String, NameIndex.Graph> files = new TreeMap<>();
        graphs.forEach(graph ->
                files.put(graph.slug(), new NameIndex.Graph(graphFile(folder, graph.slug()), graph.sha256())));
        return NameIndex.of(base, files, PublishedGraph.VOCABULARY);
    }

    /** {@return what is wrong with the index of names, which is read whole; that it is missing if an earlier version made the release} */
    public Optional<ReleaseException> namesProblem() {
        try {
            return isWhole()
                    ? nameIndex().problem(names()).map(problem -> ReleaseException.damaged(names(), problem))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(ReleaseException.damaged(names(), "it cannot be read: " + e.getMessage(), e));
        }
    }

    private void verifyFolder(String name, String sha256) {
        Path path = folder.resolve(name);
        try {
            String found = Sha256.ofFolder(path);
            if (!found.equals(sha256)) {
                throw ReleaseException.altered(path, found, sha256);
            }
        } catch (IOException | UncheckedIOException e) {
            throw ReleaseException.damaged(path, "it cannot be read: " + e.getMessage(), e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public static Path graphFile(Path folder, String slug) {
        return folder.resolve("graphs").resolve(slug + ".nq");
    }

    /** {@return where a pruned release keeps a graph} */
    static Path packedFile(Path folder, String slug) {
        return folder.resolve("graphs").resolve(slug + ".nq" + Coding.ZSTD.suffix());
    }

    private static Path keptFile(Path folder, String slug) {
        Path plain = graphFile(folder, slug);
        return Files.isRegularFile(plain) ? plain : packedFile(folder, slug);
    }

    public static Path tableFile(Path folder, String slug) {
        return folder.resolve("csv").resolve(slug + ".csv");
    }

    public static Path schemaFile(Path folder, String slug) {
        return folder.resolve("csv").resolve(slug + ".schema.tsv");
    }

    public static Path findingFile(Path folder, String slug) {
        return folder.resolve("findings").resolve(slug + ".nt");
    }

    static Path checkFile(Path folder, String slug) {
        return folder.resolve("findings").resolve(slug + ".check.nt");
    }

    public static Path tdb2(Path folder) {
        return folder.resolve("tdb2");
    }
}
