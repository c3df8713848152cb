package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store becomes what a release is by what has changed since the one that it has, wherever a push before was killed. */
class PushByDifferenceTest {
    private static final String A = "http://e/dataset/a";
    private static final String B = "http://e/dataset/b";
    private static final String C = "http://e/dataset/c";
    private static final String LEFT_ALONE = "http://e/somebody-else";

    @TempDir
    Path folder;

    private String note = "";

    /** The releases that are still here: by id and graph, their files. */
    private final Map<String, Map<String, Path>> releases = new HashMap<>();

    private final EarlierGraphs earlier = new EarlierGraphs() {
        @Override
        public boolean isSame(String release, String graph) {
            return false; // it is seen in the files
        }

        @Override
        public Optional<InputStream> open(String release, String graph) throws IOException {
            Optional<Path> file =
                    Optional.ofNullable(releases.getOrDefault(release, Map.of()).get(graph));
            return file.isPresent() ? Optional.of(Files.newInputStream(file.get())) : Optional.empty();
        }
    };

    @Test
    void onlyWhatHasChangedIsSent() throws IOException {
        release("one", Map.of(A, things(A, 0, 50, "x"), B, things(B, 0, 50, "x")));
        release("two", Map.of(A, things(A, 0, 50, "x"), B, things(B, 1, 51, "x")));
        try (FaultyStore store = FaultyStore.atomic()) {
            assertThat(push(store, "one")).extracting(Pushed::whole).isEqualTo(2);
            store.requests.clear();
            Pushed pushed = push(store, "two");
            assertThat(pushed)
                    .extracting(Pushed::same, Pushed::byDifference, Pushed::whole)
                    .containsExactly(1, 1, 0);
            assertThat(pushed.bytes()).isLessThan(3_000);
            assertThat(store.requests).containsExactly("POST sparql", "POST update");
            assertHas(store, "two");
            store.requests.clear();
            assertThat(push(store, "two")).extracting(Pushed::same).isEqualTo(2);
            assertThat(store.requests).containsExactly("POST sparql");
            assertHas(store, "two");
        }
    }

    @Test
    void aStoreWithoutTheReleaseBeforeGetsWholeGraphs() throws IOException {
        release("one", Map.of(A, things(A, 0, 50, "x")));
        release("two", Map.of(A, things(A, 1, 51, "x")));
        try (FaultyStore store = FaultyStore.atomic()) {
            push(store, "one");
            releases.remove("one"); // it is not here any more
            assertThat(push(store, "two").whole()).isEqualTo(1);
            assertHas(store, "two");
        }
    }

    @Test
    void aDifferenceThatIsNoSmallerThanTheGraphIsNotSent() throws IOException {
        release("one", Map.of(A, things(A, 0, 50, "x")));
        release("two", Map.of(A, things(A, 0, 50, "y")));
        try (FaultyStore store = FaultyStore.atomic()) {
            push(store, "one");
            assertThat(push(store, "two").whole()).isEqualTo(1);
            assertHas(store, "two");
        }
    }

    @Test
    void graphsWhoseChangesHaveBlankNodesAreSentWhole() throws IOException {
        List<String> blank = new ArrayList<>(things(A, 0, 50, "x"));
        blank.add("_:b0 <http://e/p> \"1\" <" + A + "> .");
        blank.add("_:b1 <http://e/p> \"2\" <" + A + "> .");
        List<String> more = new ArrayList<>(blank);
        more.add(0, "<http://e/0> <http://e/p> \"an added one\" <" + A + "> .");
        List<String> other = new ArrayList<>(more);
        other.set(other.size() - 1, "_:b1 <http://e/p> \"3\" <" + A + "> .");
        release("one", Map.of(A, blank));
        release("two", Map.of(A, sorted(more)));
        release("three", Map.of(A, sorted(other)));
        try (FaultyStore store = FaultyStore.atomic()) {
            push(store, "one");
            assertThat(push(store, "two").byDifference()).isEqualTo(1); // the blank nodes stay as they are
            assertHas(store, "two");
            assertThat(push(store, "three").whole()).isEqualTo(1);
            assertHas(store, "three");
        }
    }

    @Test
    void literalsOfAnyKindAreSaid() throws IOException {
        List<String> odd = List.of(
                "\"\"",
                "\"a \\\"b\\\" \\\\ c\"",
                "\"line\\nend\\r\\t\"",
                "\"é ☃ 😀\"@fr-FR",
                "\"1.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                "<http://e/é?a=b&c=%20#d>",
                "\"{ } . ; # } \"");
        List<String> before = things(A, 0, 50, "x");
        List<String> after = new ArrayList<>(before);
        odd.forEach(object -> after.add("<http://e/9> <http://e/p> " + object + " <" + A + "> ."));
        List<String> escaped = new ArrayList<>(after);
        escaped.add("<http://e/9> <http://e/p> \"C:\\\\users\" <" + A + "> .");
        release("one", Map.of(A, before));
        release("two", Map.of(A, sorted(after)));
        release("three", Map.of(A, sorted(escaped)));
        try (FaultyStore store = FaultyStore.atomic()) {
            push(store, "one");
            assertThat(push(store, "two").byDifference()).isEqualTo(1);
            assertHas(store, "two");
            assertThat(push(store, "three").whole()).isEqualTo(1); // SPARQL may read \\u as the escape of a character
            assertHas(store, "three");
            assertThat(push(store, "one").whole()).isEqualTo(1);
            assertHas(store, "one");
        }
    }

    @Test
    void aLargeDifferenceIsSentInPartsOfBoundedSize() throws IOException {
        release("one", Map.of(A, things(A, 0, 40_000, "x")));
        release("two", Map.of(A, things(A, 16_000, 56_000, "x")));
        try (FaultyStore store = FaultyStore.atomic()) {
            push(store, "one");
            store.requests.clear();
            assertThat(push(store, "two").byDifference()).isEqualTo(1);
            assertThat(store.requests).hasSize(2 + 4 + 4 + 1).doesNotContain("PUT data");
            assertThat(store.longestUpdate()).isLessThanOrEqualTo(DataUpdate.MOST_CHARACTERS + 100);
            assertHas(store, "two");
        }
    }

    @Test
    void aPushThatIsKilledAnywhereIsMadeGoodByTheNext() throws IOException {
        release("one", Map.of(A, things(A, 0, 30, "x"), B, things(B, 0, 30, "x")));
        release("two", Map.of(A, things(A, 3, 33, "x"), B, things(B, 0, 30, "y"), C, things(C, 0, 9, "x")));
        release("three", Map.of(A, things(A, 2, 32, "z"), C, things(C, 1, 9, "x")));
        for (String next : List.of("two", "three", "one")) {
            killEverywhere(false, next);
            killEverywhere(true, next);
        }
    }

    /** Kills the push of {@code two} at each of its steps in turn, and then pushes another release, or the same again. */
    private void killEverywhere(boolean isAtomic, String next) throws IOException {
        boolean failed = true;
        int step = 1;
        for (; failed; step++) {
            try (FaultyStore store = isAtomic ? FaultyStore.atomic() : FaultyStore.notAtomic()) {
                store.dataset
                        .getNamedModel(LEFT_ALONE)
                        .createResource("http://e/s")
                        .addProperty(store.dataset.getDefaultModel().createProperty("http://e/p"), "1");
                push(store, "one");
                store.failAt(step);
                try {
                    push(store, "two");
                } catch (StoreException killed) {
                    // as it must be
                }
                failed = store.revive();
                if (isAtomic && failed) {
                    assertThat(isThere(store, "one") || isThere(store, "two"))
                            .as("step %d: readers see one release, whole", step)
                            .isTrue();
                }
                note = "step %d, atomic %s: ".formatted(step, isAtomic);
                push(store, next);
                assertHas(store, next);
                assertThat(store.dataset.containsNamedModel(LEFT_ALONE)).isTrue();
            }
        }
        assertThat(step).as("steps").isGreaterThan(isAtomic ? 8 : 15);
    }

    private Pushed push(FaultyStore store, String release) {
        return store.client().push(release, releases.getOrDefault(release, Map.of()), earlier, n -> {});
    }

    private void release(String id, Map<String, List<String>> graphs) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, List<String>> graph : graphs.entrySet()) {
            Path file = folder.resolve(id + graph.getKey().replaceAll(".*/", "-") + ".nq");
            files.put(graph.getKey(), Files.write(file, graph.getValue()));
        }
        releases.put(id, files);
    }

    private static List<String> things(String graph, int from, int to, String value) {
        return IntStream.range(from, to)
                .mapToObj(n -> "<http://e/%06d> <http://e/p> \"%s\" <%s> .".formatted(n, value, graph))
                .toList();
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    /** Asserts that the store has the release's graphs, what it says of itself, and what it had of somebody else. */
    private void assertHas(FaultyStore store, String release) {
        assertThat(isThere(store, release)).as(note + release).isTrue();
        List<String> graphs = new ArrayList<>();
        store.dataset.listNames().forEachRemaining(graphs::add);
        graphs.removeIf(graph -> store.dataset.getNamedModel(graph).isEmpty() || graph.equals(LEFT_ALONE));
        List<String> expected = new ArrayList<>(releases.get(release).keySet());
        expected.add("urn:pleiade:published");
        assertThat(graphs).containsExactlyInAnyOrderElementsOf(expected);
        String said = store.dataset.getNamedModel("urn:pleiade:published").listStatements().toList().stream()
                .map(statement -> statement.getSubject() + " "
                        + statement.getPredicate().getLocalName() + " " + statement.getObject())
                .sorted()
                .collect(Collectors.joining("\n"));
        assertThat(said.lines())
                .hasSize(releases.get(release).size() + 1)
                .allMatch(line -> line.endsWith(":" + release));
    }

    private boolean isThere(FaultyStore store, String release) {
        Dataset expected = DatasetFactory.create();
        releases.get(release)
                .values()
                .forEach(file -> RDFParser.source(file).lang(Lang.NQUADS).parse(expected));
        Map<String, Path> all = new HashMap<>();
        releases.values().forEach(all::putAll);
        return all.keySet().stream()
                .allMatch(graph -> IsoMatcher.isomorphic(
                        expected.getNamedModel(graph).getGraph(),
                        store.dataset.getNamedModel(graph).getGraph()));
    }

    @Test
    void aStoreThatFailsSaysSo() throws IOException {
        release("one", Map.of(A, things(A, 0, 3, "x")));
        try (FaultyStore store = FaultyStore.atomic()) {
            store.failAt(3);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> push(store, "one"))
                    .withMessageContaining("/site/");
        }
    }
}
