package fr.pleiade.release.diff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Coding;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Building;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases of a few lines each; what changed between them is written by hand. */
class KeptChangesTest {
    private static final String BASE = "http://localhost:8080/";
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    @TempDir
    Path state;

    private final Map<String, String> before = new TreeMap<>();
    private final Map<String, String> after = new TreeMap<>();

    @Test
    void whatCameWentAndChangedIsToldThingByThing() throws IOException {
        before.put("schools", """
                <id/e/1> <LABEL> "Rennes 1"@fr
                <id/e/1> <http://e/p> "same"
                <id/e/2> <LABEL> "Gone"
                <id/e/4> <LABEL> "Unchanged"
                """);
        after.put("schools", """
                <id/e/1> <LABEL> "Rennes"@fr
                <id/e/1> <http://e/p> "same"
                <id/e/3> <LABEL> "New"
                <id/e/4> <LABEL> "Unchanged"
                """);
        KeptChanges changes = changes();
        assertThat(changes.before()).isEqualTo("aaaaaaaaaaaa");
        assertThat(changes.page("schools", 1))
                .containsExactly(
                        change(
                                EntityChange.Kind.CHANGED,
                                "id/e/1",
                                "Rennes",
                                "<id/e/1> <LABEL> \"Rennes 1\"@fr",
                                "<id/e/1> <LABEL> \"Rennes\"@fr"),
                        change(EntityChange.Kind.REMOVED, "id/e/2", "Gone", "<id/e/2> <LABEL> \"Gone\"", ""),
                        change(EntityChange.Kind.ADDED, "id/e/3", "New", "", "<id/e/3> <LABEL> \"New\""));
        ChangeCounts counts = changes.counts().get("schools");
        assertThat(counts.things())
                .isEqualTo(Map.of(
                        EntityChange.Kind.ADDED, 1L, EntityChange.Kind.REMOVED, 1L, EntityChange.Kind.CHANGED, 1L));
        assertThat(counts.properties())
                .isEqualTo(new TreeMap<>(Map.of(
                        LABEL, new ChangeCounts.Values(3, 2, 2), "http://e/p", new ChangeCounts.Values(1, 0, 0))));
        assertThat(counts.properties().get(LABEL).after()).isEqualTo(3);
    }

    @Test
    void theFileIsAPatchWithAHeadOfEachThing() throws IOException {
        before.put("schools", "<id/e/1> <LABEL> \"Old\\n\"\n");
        after.put("schools", "<id/e/1> <LABEL> \"A \\\"new\\\" name\"\n");
        changes();
        assertThat(patch("schools")).isEqualTo("""
                H prev <http://localhost:8080/release/aaaaaaaaaaaa> .
                TX .
                # changed <http://localhost:8080/id/e/1> "A \\"new\\" name"
                D <http://localhost:8080/id/e/1> <http://www.w3.org/2000/01/rdf-schema#label> "Old\\n" <http://g/schools> .
                A <http://localhost:8080/id/e/1> <http://www.w3.org/2000/01/rdf-schema#label> "A \\"new\\" name" <http://g/schools> .
                TC .
                """);
    }

    @Test
    void anotherLanguageTagIsAnotherValue() throws IOException {
        before.put("schools", "<id/e/1> <http://e/motto> \"Sapere aude\"@fr\n");
        after.put("schools", "<id/e/1> <http://e/motto> \"Sapere aude\"@la\n");
        assertThat(changes().page("schools", 1))
                .containsExactly(change(
                        EntityChange.Kind.CHANGED,
                        "id/e/1",
                        "",
                        "<id/e/1> <http://e/motto> \"Sapere aude\"@fr",
                        "<id/e/1> <http://e/motto> \"Sapere aude\"@la"));
    }

    @Test
    void aBlankNodeIsAThingOfItsLabel() throws IOException {
        before.put("schools", "_:b1 <http://e/p> \"1\"\n_:b10 <http://e/p> \"10\"\n");
        after.put("schools", "_:b1 <http://e/p> \"2\"\n_:b10 <http://e/p> \"10\"\n_:b2 <http://e/p> \"2\"\n");
        KeptChanges changes = changes();
        assertThat(changes.page("schools", 1))
                .extracting(c -> c.kind() + " " + c.entity())
                .containsExactly("CHANGED _:b1", "ADDED _:b2");
        assertThat(changes.find("schools", new Term.BlankNode("b2"))).isPresent();
        assertThat(changes.find("schools", new Term.BlankNode("b10"))).isEmpty();
    }

    @Test
    void aDatasetThatIsGoneIsRemovedThingByThing() throws IOException {
        before.put("schools", "<id/e/1> <LABEL> \"One\"\n<id/e/2> <LABEL> \"Two\"\n");
        before.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        after.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        KeptChanges changes = changes();
        assertThat(changes.counts()).containsOnlyKeys("schools");
        assertThat(changes.page("schools", 1))
                .extracting(c -> c.kind() + " " + c.name())
                .containsExactly("REMOVED One", "REMOVED Two");
        assertThat(changes.counts().get("schools").properties().get(LABEL)).isEqualTo(new ChangeCounts.Values(2, 2, 0));
    }

    @Test
    void aDatasetThatIsNewIsAddedThingByThing() throws IOException {
        before.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        after.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        after.put("schools", "<id/e/1> <LABEL> \"One\"\n<id/e/1#site> <http://e/p> \"x\"\n");
        KeptChanges changes = changes();
        assertThat(changes.counts()).containsOnlyKeys("schools");
        assertThat(changes.counts().get("schools").things()).isEqualTo(Map.of(EntityChange.Kind.ADDED, 1L));
        assertThat(changes.page("schools", 1).get(0).added()).hasSize(2);
    }

    @Test
    void aGraphThatDidNotChangeHasNoFile() throws IOException {
        before.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        after.put("towns", "<id/t/1> <LABEL> \"Town\"\n");
        KeptChanges changes = changes();
        assertThat(changes.counts()).isEmpty();
        assertThat(changes.page("towns", 1)).isEmpty();
        try (var files = Files.list(state.resolve("releases/bbbbbbbbbbbb/changes"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("counts.txt");
        }
    }

    @Test
    void anyPageIsReadAndAnyThingIsFound() throws IOException {
        before.put("schools", "<id/e/0> <LABEL> \"Zero\"\n");
        String added = IntStream.range(1, 1001)
                .mapToObj("<id/e/%d> <LABEL> \"School\"\n"::formatted)
                .collect(Collectors.joining());
        after.put("schools", before.get("schools") + added);
        KeptChanges changes = changes();
        List<String> sorted = IntStream.range(1, 1001)
                .mapToObj(number -> BASE + "id/e/" + number + ">")
                .sorted()
                .map(iri -> iri.substring(0, iri.length() - 1))
                .toList();
        assertThat(changes.page("schools", 7))
                .extracting(EntityChange::entity)
                .isEqualTo(sorted.subList(6 * KeptChanges.PER_PAGE, 7 * KeptChanges.PER_PAGE));
        assertThat(changes.page("schools", 40)).hasSize(25);
        assertThat(changes.page("schools", 41)).isEmpty();
        for (int number : List.of(1, 10, 100, 500, 999, 1000)) {
            assertThat(changes.find("schools", new Term.Iri(BASE + "id/e/" + number)))
                    .isPresent();
        }
        assertThat(changes.find("schools", new Term.Iri(BASE + "id/e/0"))).isEmpty();
        assertThat(changes.find("schools", new Term.Iri(BASE + "id/e/1001"))).isEmpty();
    }

    @Test
    void aDifferenceIsTheSameWhetherKeptOrNot() throws IOException {
        before.put("schools", "<id/e/1> <LABEL> \"One\"\n<id/e/2> <LABEL> \"Two\"\n<id/e/2a> <LABEL> \"2a\"\n");
        after.put("schools", "<id/e/1> <LABEL> \"1\"\n<id/e/2> <LABEL> \"2\"\n<id/e/2-a> <LABEL> \"2-a\"\n");
        Release kept = after(write());
        Release other = release("cccccccccccc", after, "");
        List<String> read = new ArrayList<>();
        Diff.between(earlier(), kept).forEach((slug, change) -> read.add(slug + " " + change));
        List<String> compared = new ArrayList<>();
        Diff.between(earlier(), other).forEach((slug, change) -> compared.add(slug + " " + change));
        assertThat(read).isEqualTo(compared).hasSize(4);
        assertThat(Diff.between(earlier(), kept).counts())
                .isEqualTo(Diff.between(earlier(), other).counts());
    }

    /** Jena's own reader of RDF Patch, an implementation of the same specification. */
    @Test
    void anotherImplementationAppliesThePatch() throws IOException {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            before.put("schools", randomLines(random));
            after.put("schools", randomLines(random));
            changes();
            Dataset patched = read(before.get("schools"));
            RDFPatchOps.applyChange(
                    patched.asDatasetGraph(),
                    RDFPatchOps.read(new ByteArrayInputStream(patch("schools").getBytes(StandardCharsets.UTF_8))));
            assertThat(quads(patched)).as("seed %d, %d", seed, i).isEqualTo(quads(read(after.get("schools"))));
        }
    }

    @Test
    void theSameReleasesGiveTheSameBytes() throws IOException {
        before.put("schools", randomLines(new Random(1)));
        after.put("schools", randomLines(new Random(2)));
        changes();
        String first = Sha256.ofFolder(state.resolve("releases/bbbbbbbbbbbb/changes"));
        changes();
        assertThat(Sha256.ofFolder(state.resolve("releases/bbbbbbbbbbbb/changes")))
                .isEqualTo(first);
    }

    private static String randomLines(Random random) {
        TreeSet<String> lines = new TreeSet<>();
        for (int i = 0; i < 80; i++) {
            String fragment = random.nextBoolean() ? "#f" + random.nextInt(2) : "";
            lines.add("<id/c/%d%s%s> <http://e/p%d> \"%d\""
                    .formatted(
                            random.nextInt(12),
                            random.nextBoolean() ? "-a" : "",
                            fragment,
                            random.nextInt(3),
                            random.nextInt(3)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static Dataset read(String lines) {
        Dataset dataset = DatasetFactory.createTxnMem();
        InputStream in = new ByteArrayInputStream(quads("schools", lines).getBytes(StandardCharsets.UTF_8));
        RDFDataMgr.read(dataset, in, Lang.NQUADS);
        return dataset;
    }

    private static TreeSet<String> quads(Dataset dataset) {
        TreeSet<String> quads = new TreeSet<>();
        dataset.begin();
        dataset.asDatasetGraph().find().forEachRemaining(quad -> quads.add(quad.toString()));
        dataset.end();
        return quads;
    }

    private EntityChange change(EntityChange.Kind kind, String entity, String name, String removed, String added) {
        return new EntityChange(
                kind,
                BASE + entity,
                name,
                quads("schools", removed).lines().map(QuadLine::parse).toList(),
                quads("schools", added).lines().map(QuadLine::parse).toList());
    }

    private KeptChanges changes() throws IOException {
        return KeptChanges.of(after(write())).orElseThrow();
    }

    private String patch(String slug) throws IOException {
        Path file = state.resolve("releases/bbbbbbbbbbbb/changes/" + slug + ".rdfp.zst");
        try (InputStream in = Coding.ZSTD.decode(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Release earlier() throws IOException {
        return release("aaaaaaaaaaaa", before, "");
    }

    /** Writes the changes into the later release's folder. {@return the earlier release's id} */
    private String write() throws IOException {
        Release earlier = earlier();
        Path folder = state.resolve("releases/bbbbbbbbbbbb");
        Building.delete(folder);
        try (Building building = Building.begin(state)) {
            List<PublishedGraph> graphs = graphs(building.folder(), after);
            KeptChanges.write(earlier, graphs, BASE, building);
            Files.createDirectories(folder);
            Files.move(building.folder().resolve("changes"), folder.resolve("changes"));
        }
        return earlier.id();
    }

    private Release after(String comparedWith) throws IOException {
        return release("bbbbbbbbbbbb", after, comparedWith);
    }

    private Release release(String id, Map<String, String> content, String comparedWith) throws IOException {
        Path folder = state.resolve("releases").resolve(id);
        Files.createDirectories(folder.resolve("graphs"));
        List<PublishedGraph> graphs = graphs(folder, content);
        ManifestDocument.write(
                new Manifest(
                        id,
                        BASE,
                        Instant.EPOCH,
                        "test",
                        List.of(),
                        new TreeMap<>(),
                        graphs,
                        new TreeMap<>(),
                        Map.of(),
                        Manifest.Folders.of(folder, comparedWith)),
                folder);
        return Release.open(folder);
    }

    private static List<PublishedGraph> graphs(Path folder, Map<String, String> content) throws IOException {
        List<PublishedGraph> graphs = new ArrayList<>();
        for (Map.Entry<String, String> graph : content.entrySet()) {
            String text = quads(graph.getKey(), graph.getValue());
            Files.writeString(Release.graphFile(folder, graph.getKey()), text);
            graphs.add(new PublishedGraph(
                    graph.getKey(),
                    "http://g/" + graph.getKey(),
                    0,
                    text.lines().count(),
                    0,
                    0,
                    Map.of(),
                    text.getBytes(StandardCharsets.UTF_8).length,
                    Sha256.of(text)));
        }
        return graphs;
    }

    /** {@return the lines as a graph's file has them: addresses in full, the graph's name, sorted} */
    private static String quads(String slug, String lines) {
        return lines.lines()
                .map(line -> line.replace("<id/", "<" + BASE + "id/").replace("<LABEL>", "<" + LABEL + ">")
                        + " <http://g/" + slug + "> .\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
