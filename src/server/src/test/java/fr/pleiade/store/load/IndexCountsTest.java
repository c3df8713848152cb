package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import fr.pleiade.store.count.GraphCounts;
import fr.pleiade.store.count.StoreCounts;
import fr.pleiade.testing.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexCountsTest {
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Loader.class)
    void whatIsCountedIsWhatAQueryCounts(Loader loader) throws IOException {
        long seed = Seed.VALUE;
        for (int round = 0; round < 3; round++) {
            Path directory = folder.resolve("store" + round);
            Path file = Fixture.file(folder, "x.nq", String.join("", quads(new Random(seed + round), 400)));
            loader.load(directory, List.of(file), n -> {});
            try (Store store = Store.open(directory)) {
                assertThat(StoreCounts.read(directory))
                        .as("seed %d", seed + round)
                        .contains(counted(store));
            }
        }
    }

    @Test
    void aPatchedStoreIsCountedAnew() throws IOException {
        Path original = folder.resolve("original");
        TreeSet<String> quads = quads(new Random(7), 300);
        Loader.OWN.load(original, List.of(Fixture.file(folder, "x.nq", String.join("", quads))), n -> {});
        String gone = quads.first();
        String come = "<http://e/new> " + TYPE + " <http://e/NewClass> <http://e/newgraph> .\n";
        Path patched = folder.resolve("patched");
        new IndexPatch(original, patched)
                .run(Fixture.file(folder, "removed.nq", gone), Fixture.file(folder, "added.nq", come));
        try (Store store = Store.open(patched)) {
            assertThat(StoreCounts.read(patched)).contains(counted(store));
        }
        assertThat(Files.readString(patched.resolve("Data-0001").resolve("stats.opt")))
                .contains("<http://e/NewClass>");
        assertThat(Files.readString(original.resolve("Data-0001").resolve("stats.opt")))
                .doesNotContain("<http://e/NewClass>");
    }

    @Test
    void twoLoadsOfTheSameSayTheSame() throws IOException {
        Path file = Fixture.file(folder, "x.nq", String.join("", quads(new Random(5), 300)));
        Loader.OWN.load(folder.resolve("one"), List.of(file), n -> {});
        Loader.JENA.load(folder.resolve("other"), List.of(file), n -> {});
        for (Path path : List.of(Path.of("counts.tsv"), Path.of("Data-0001", "stats.opt"))) {
            assertThat(folder.resolve("one").resolve(path))
                    .hasSameBinaryContentAs(folder.resolve("other").resolve(path));
        }
    }

    @Test
    void nothingIsCountedAsNothing() throws IOException {
        Loader.OWN.load(folder.resolve("store"), List.of(Fixture.file(folder, "x.nq", "")), n -> {});
        assertThat(StoreCounts.read(folder.resolve("store")))
                .contains(new StoreCounts(GraphCounts.NONE, new TreeMap<>()));
    }

    @Test
    void aClassWithoutANameHasNoLineSoThereAreNone() throws IOException {
        String quads = "<http://e/s> " + TYPE + " _:b <http://e/g> .\n<http://e/s> <http://e/p> \"x\" <http://e/g> .\n";
        Loader.OWN.load(folder.resolve("store"), List.of(Fixture.file(folder, "x.nq", quads)), n -> {});
        assertThat(StoreCounts.read(folder.resolve("store"))).isEmpty();
        assertThat(folder.resolve("store").resolve("Data-0001").resolve("stats.opt"))
                .exists();
    }

    /** Some of them in several graphs, and numbers in two spellings, which are one term to TDB2. */
    private static TreeSet<String> quads(Random random, int count) {
        TreeSet<String> quads = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String subject = "<http://e/s" + random.nextInt(30) + ">";
            String graph = "<http://e/g" + random.nextInt(4) + ">";
            String pair = switch (random.nextInt(4)) {
                case 0 -> TYPE + " <http://e/C" + random.nextInt(5) + ">";
                case 1 ->
                    "<http://e/n> \"" + (random.nextBoolean() ? "0" : "") + random.nextInt(5)
                            + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
                default -> "<http://e/p" + random.nextInt(6) + "> <http://e/s" + random.nextInt(30) + ">";
            };
            quads.add(subject + " " + pair + " " + graph + " .\n");
        }
        return quads;
    }

    private static StoreCounts counted(Store store) {
        TreeMap<String, GraphCounts> graphs = new TreeMap<>();
        for (Map<String, Term> row : store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", Map.of())) {
            String graph = row.get("g").text();
            graphs.put(graph, counted(store, "GRAPH <" + graph + "> { %s }"));
        }
        return new StoreCounts(counted(store, "%s"), graphs);
    }

    private static GraphCounts counted(Store store, String in) {
        String count = "SELECT (COUNT(*) AS ?n) { " + in.formatted("?s ?p ?o") + " }";
        return new GraphCounts(
                Long.parseLong(store.select(count, Map.of()).get(0).get("n").text()),
                grouped(store, in.formatted("?s ?x ?o")),
                grouped(store, in.formatted("?s a ?x")));
    }

    private static SortedMap<String, Long> grouped(Store store, String pattern) {
        SortedMap<String, Long> counts = new TreeMap<>();
        String query = "SELECT ?x (COUNT(*) AS ?n) { " + pattern + " } GROUP BY ?x";
        store.select(query, Map.of())
                .forEach(row -> counts.put(
                        row.get("x").text(), Long.parseLong(row.get("n").text())));
        return counts;
    }
}
