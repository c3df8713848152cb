package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.rdf.Term;
import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkLoadTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final long SEED = 90210;
    private static final List<String> QUERIES = List.of(
            "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o",
            "SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
            "SELECT ?s { GRAPH <http://example.org/g1> { ?s <http://example.org/p1> 3 } } ORDER BY ?s",
            "SELECT ?s ?o { GRAPH <http://example.org/g2> { ?s <http://example.org/p1> ?o } } ORDER BY ?s ?o",
            "SELECT ?s ?p { ?s ?p <http://example.org/s7> } ORDER BY ?s ?p",
            "SELECT ?a ?b { ?a <http://example.org/p2>/<http://example.org/p3> ?b } ORDER BY ?a ?b");

    @TempDir
    Path folder;

    @Test
    void whatIsBuiltAnswersAsWhatJenasLoaderBuilds() throws IOException {
        Path nquads = Fixture.file(folder, "quads.nq", quads(new Random(SEED), 40_000));
        new BulkLoad(folder.resolve("ours"), List.of(nquads, nquads), n -> {}).run();
        loadWithJena(folder.resolve("jenas"), nquads);
        try (Store ours = Store.open(folder.resolve("ours"));
                Store jenas = Store.open(folder.resolve("jenas"))) {
            for (String query : QUERIES) {
                assertThat(ours.select(query, Map.of()))
                        .as("seed %d: %s", SEED, query)
                        .isNotEmpty()
                        .isEqualTo(jenas.select(query, Map.of()));
            }
        }
    }

    @Test
    void whatIsBuiltCanBePatched() throws IOException {
        Path nquads = Fixture.file(folder, "quads.nq", quads(new Random(SEED), 40_000));
        Path more = Fixture.file(folder, "more.nq", Fixture.schools(5_000, "more"));
        new BulkLoad(folder.resolve("before"), List.of(nquads), n -> {}).run();
        new BulkLoad(folder.resolve("rebuilt"), List.of(nquads, more), n -> {}).run();
        new IndexPatch(folder.resolve("before"), folder.resolve("patched"))
                .run(Fixture.file(folder, "none.nq", ""), more);
        try (Store patched = Store.open(folder.resolve("patched"));
                Store rebuilt = Store.open(folder.resolve("rebuilt"))) {
            for (String query : QUERIES) {
                assertThat(patched.select(query, Map.of())).as(query).isEqualTo(rebuilt.select(query, Map.of()));
            }
        }
    }

    @Test
    void theLoadAdvancesUpToTheNumberOfQuads() throws IOException {
        Path nquads = Fixture.file(folder, "quads.nq", quads(new Random(SEED), 40_000));
        long quads = Files.lines(nquads).count();
        LongSummaryStatistics told = new LongSummaryStatistics();
        new BulkLoad(folder.resolve("tdb2"), List.of(nquads), done -> {
                    synchronized (told) {
                        told.accept(done);
                    }
                })
                .run();
        assertThat(told.getCount()).isGreaterThan(4);
        assertThat(told.getMin()).isLessThan(quads / 2);
        assertThat(told.getMax()).isEqualTo(quads);
    }

    @Test
    void noTemporaryFileStays() throws IOException {
        Fixture.store(folder, "tdb2", Fixture.QUADS).close();
        try (Stream<Path> files = Files.walk(folder.resolve("tdb2"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(".rows"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <http://e/s> <http://e/p> "1" .                           | a triple without a graph
            <http://e/s> <http://e/p> "1" <http://e/g>                | a full stop is missing
            <http://e/s> <http://e/p> "1 <http://e/g> .               | the term is not closed
            <http://e/s> <http://e/p> 1 <http://e/g> .                | a term is missing
            <http://e/s> <http://e/p> "1" <http://e/g> . <http://e/s> | something behind the full stop
            <http://e/s> <http://e/p> "1" <nowhere> .                 | not an absolute IRI
            <http://e/s> <http://e/p> "\\x" <http://e/g> .            | not a line of N-Quads
            """)
    void aLineThatIsNoQuadIsNamed(String line, String problem) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Fixture.store(folder, "tdb2", "# a comment\n\n" + Fixture.QUADS + line + "\n"))
                .withMessageContaining(problem)
                .withMessageContaining("tdb2.nq:" + (3 + Fixture.QUADS.lines().count()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700_000, 1_100_000, 3_000_000})
    void aLineMayBeLongerThanABlock(int length) throws IOException {
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            quads.append("<http://e/s%d> <http://e/p> \"%s%d\" <http://e/g> .\n".formatted(i, "é".repeat(length), i));
        }
        String withoutLastLineEnd = quads.substring(0, quads.length() - 1);
        try (Store store = Fixture.store(folder, "tdb2", withoutLastLineEnd)) {
            assertThat(store.graphs()).containsEntry("http://e/g", 6L);
            Map<String, Term> last = Map.of("o", Term.Literal.of("é".repeat(length) + 5));
            assertThat(store.select("SELECT ?s { ?s <http://e/p> ?o }", last))
                    .containsExactly(Map.of("s", new Term.Iri("http://e/s5")));
        }
    }

    @Test
    void whatIsNotUtf8IsNamed() throws IOException {
        Path file = folder.resolve("latin1.nq");
        Files.writeString(file, "<http://e/s> <http://e/p> \"é\" <http://e/g> .\n", StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new BulkLoad(folder.resolve("tdb2"), List.of(file), n -> {}).run())
                .withMessageContaining("latin1.nq:1")
                .withMessageContaining("not UTF-8");
    }

    /** Every kind of term, each met twice: as its own subject or object and in another spelling. */
    @Test
    void everyKindOfTermIsFoundByQueries() throws IOException {
        String terms = """
                <http://e/s> <http://e/p> "plain" <http://e/g> .
                <http://e/s> <http://e/p> "plain"^^<http://www.w3.org/2001/XMLSchema#string> <http://e/g> .
                <http://e/s> <http://e/p> "été"@fr <http://e/g> .
                <http://e/s> <http://e/p> "\\u00E9t\\u00E9"@fr <http://e/g> .
                <http://e/s> <http://e/p> "colour"@en-GB <http://e/g> .
                <http://e/s> <http://e/p> "a \\"quoted\\" word" <http://e/g> .
                <http://e/s> <http://e/p> "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> <http://e/g> .
                <http://e/s> <http://e/p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g> .
                <http://e/s> <http://e/p> "12345678901234567890123"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
                <http://e/s> <http://e/p> "none"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
                <http://e/s> <http://e/p> "" <http://e/g> .
                <http://e/s> <http://e/p> <http://e/\\u00E9t\\u00E9> <http://e/g> .
                <http://e/s> <http://e/p> <http://e/été> <http://e/g> .
                """;
        try (Store store = Fixture.store(folder, "tdb2", terms)) {
            List<Term> expected = List.of(
                    Term.Literal.of("plain"),
                    Term.Literal.inLanguage("été", "fr"),
                    Term.Literal.inLanguage("colour", "en-GB"),
                    Term.Literal.of("a \"quoted\" word"),
                    Term.Literal.typed("2024", XSD + "gYear"),
                    Term.Literal.typed("1.50", XSD + "decimal"),
                    Term.Literal.typed("12345678901234567890123", XSD + "integer"),
                    Term.Literal.typed("none", XSD + "integer"),
                    Term.Literal.of(""),
                    new Term.Iri("http://e/été"));
            assertThat(store.graphs()).containsEntry("http://e/g", (long) expected.size());
            for (Term term : expected) {
                assertThat(store.select("SELECT ?s { ?s <http://e/p> ?o }", Map.of("o", term)))
                        .as(term.toNTriples())
                        .hasSize(1);
            }
        }
    }

    @Test
    void aBlankNodeIsItsFilesOwn() throws IOException {
        Path one = Fixture.file(folder, "one.nq", "_:b <http://e/p> _:b <http://e/g> .\n");
        Path other = Fixture.file(folder, "other.nq", "_:b <http://e/p> \"x\" <http://e/g> .\n");
        new BulkLoad(folder.resolve("tdb2"), List.of(one, other), n -> {}).run();
        try (Store store = Store.open(folder.resolve("tdb2"))) {
            assertThat(store.select("SELECT ?s { ?s <http://e/p> ?s }", Map.of()))
                    .hasSize(1);
            assertThat(store.select("SELECT DISTINCT ?s { ?s <http://e/p> ?o }", Map.of()))
                    .hasSize(2);
        }
    }

    @Test
    void nothingIsAStoreToo() throws IOException {
        try (Store store = Fixture.store(folder, "tdb2", "")) {
            assertThat(store.graphs()).isEmpty();
        }
    }

    private static void loadWithJena(Path directory, Path nquads) throws IOException {
        Files.createDirectories(directory);
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        DataLoader loader = LoaderFactory.basicLoader(dataset, MonitorOutputs.nullOutput());
        loader.startBulk();
        loader.load(List.of(nquads.toString()));
        loader.finishBulk();
        dataset.close();
        TDBInternal.expel(dataset);
    }

    private static String quads(Random random, int n) {
        TreeSet<String> quads = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            String object = switch (random.nextInt(4)) {
                case 0 -> "<http://example.org/s%d>".formatted(random.nextInt(n / 10));
                case 1 -> "\"%d\"^^<http://www.w3.org/2001/XMLSchema#integer>".formatted(random.nextInt(40) - 20);
                case 2 -> "\"2024-%02d-01\"^^<http://www.w3.org/2001/XMLSchema#date>".formatted(1 + random.nextInt(12));
                default -> "\"texte numéro %d\"@fr".formatted(random.nextInt(n));
            };
            quads.add("<http://example.org/s%d> <http://example.org/p%d> %s <http://example.org/g%d> .\n"
                    .formatted(random.nextInt(n / 10), random.nextInt(5), object, random.nextInt(3)));
        }
        return String.join("", quads);
    }
}
