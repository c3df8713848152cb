package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPatchTest {
    private static final long SEED = 20231;
    private static final String ALL = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o";
    private static final List<String> QUERIES = List.of(
            ALL,
            "SELECT ?s ?o { ?s <http://example.org/p1> ?o } ORDER BY ?s ?o",
            "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
            "SELECT ?s { GRAPH <http://example.org/g0> { ?s ?p 3 } } ORDER BY ?s",
            "SELECT ?a ?c { ?a <http://example.org/p2> ?b . ?b <http://example.org/p2> ?c } ORDER BY ?a ?c");

    @TempDir
    Path folder;

    @Test
    void aPatchedStoreAnswersAsARebuiltOne() throws IOException {
        Random random = new Random(SEED);
        TreeSet<String> before = quads(random, 2_000);
        TreeSet<String> after = new TreeSet<>(before);
        after.removeIf(quad -> random.nextInt(10) == 0);
        after.addAll(quads(random, 200));
        try (Store original = store("original", before);
                Store rebuilt = store("rebuilt", after)) {
            Path patched = folder.resolve("patched");
            new IndexPatch(original.directory(), patched)
                    .run(difference("removed", before, after), difference("added", after, before));
            try (Store store = Store.open(patched)) {
                assertThat(store.graphs()).as("seed %d", SEED).isEqualTo(rebuilt.graphs());
                for (String query : QUERIES) {
                    assertThat(store.select(query, Map.of())).as(query).isEqualTo(rebuilt.select(query, Map.of()));
                }
            }
            assertThat(original.select(ALL, Map.of())).hasSize(before.size());
        }
    }

    @Test
    void aCopyTakesNoMoreRoomThanTheOriginal() throws IOException {
        try (Store original = store("original", quads(new Random(SEED), 100))) {
            Path none = Fixture.file(folder, "none.nq", "");
            new IndexPatch(original.directory(), folder.resolve("patched")).run(none, none);
            Path index = Path.of("Data-0001", "GSPO.dat");
            assertThat(Files.size(folder.resolve("patched").resolve(index)))
                    .isEqualTo(Files.size(original.directory().resolve(index)));
            assertThat(blocks(folder.resolve("patched").resolve(index)))
                    .isLessThanOrEqualTo(Files.size(original.directory().resolve(index)) / 4);
        }
    }

    @Test
    void aRemovalOfWhatIsNotThereIsRefusedAndChangesNothing() throws IOException {
        try (Store original = store("original", quads(new Random(SEED), 100))) {
            Path wrong = Fixture.file(folder, "wrong.nq", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> new IndexPatch(original.directory(), folder.resolve("patched")).run(wrong, wrong))
                    .withMessageContaining("build it anew");
            try (Store unchanged = Store.open(folder.resolve("patched"))) {
                assertThat(unchanged.select(ALL, Map.of())).isEqualTo(original.select(ALL, Map.of()));
            }
        }
    }

    @Test
    void aBlankNodeIsRefused() throws IOException {
        try (Store original = store("original", quads(new Random(SEED), 100))) {
            Path none = Fixture.file(folder, "none.nq", "");
            Path blank = Fixture.file(folder, "blank.nq", "_:b0 <http://e/p> <http://e/o> <http://e/g> .\n");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> new IndexPatch(original.directory(), folder.resolve("patched")).run(none, blank))
                    .withMessageContaining("blank node");
        }
    }

    private Store store(String name, TreeSet<String> quads) throws IOException {
        return Fixture.store(folder, name, String.join("", quads));
    }

    private Path difference(String name, TreeSet<String> from, TreeSet<String> without) throws IOException {
        List<String> lines = new ArrayList<>(from);
        lines.removeAll(without);
        return Fixture.file(folder, name + ".nq", String.join("", lines));
    }

    private static TreeSet<String> quads(Random random, int n) {
        TreeSet<String> quads = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            String object = random.nextBoolean()
                    ? "<http://example.org/s%d>".formatted(random.nextInt(n))
                    : "\"%d\"^^<http://www.w3.org/2001/XMLSchema#integer>".formatted(random.nextInt(20));
            quads.add("<http://example.org/s%d> <http://example.org/p%d> %s <http://example.org/g%d> .\n"
                    .formatted(random.nextInt(n), random.nextInt(4), object, random.nextInt(3)));
        }
        return quads;
    }

    /** {@return the bytes that a file really takes on disk, where the file system tells} */
    private static long blocks(Path file) throws IOException {
        try (Stream<String> answer = new BufferedReader(
                        new InputStreamReader(new ProcessBuilder("stat", "-c", "%b", file.toString())
                                .start()
                                .getInputStream()))
                .lines()) {
            return answer.findFirst().map(Long::parseLong).orElse(0L) * 512;
        }
    }
}
