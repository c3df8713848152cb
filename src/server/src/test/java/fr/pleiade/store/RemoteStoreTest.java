package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.store.RemoteStore.Address;
import fr.pleiade.store.RemoteStore.User;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteStoreTest {
    private static final String GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g";
    private static final String OTHER = "http://example.org/dataset/other";
    private static final String CONFIG = """
            @prefix :       <#> .
            @prefix fuseki: <http://jena.apache.org/fuseki#> .
            @prefix tdb2:   <http://jena.apache.org/2016/tdb#> .

            :service a fuseki:Service ;
                fuseki:name "site" ;
                fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ,
                    [ fuseki:operation fuseki:update ; fuseki:name "update" ; fuseki:allowedUsers "publisher" ] ,
                    [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ; fuseki:allowedUsers "publisher" ] ;
                fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "index" ] .
            """;

    @TempDir
    static Path folder;

    private static StandaloneFuseki fuseki;
    private static RemoteStore store;

    @BeforeAll
    static void start() throws Exception {
        Fixture.file(folder, "config.ttl", CONFIG);
        Fixture.file(folder, "passwords", "publisher: secret\nreader: secret\n");
        fuseki = new StandaloneFuseki(folder, "--config=config.ttl", "--passwd=passwords", "--auth=basic");
        store = RemoteStore.at(address().as(new User("publisher", "secret")));
    }

    @AfterAll
    static void stop() throws Exception {
        fuseki.close();
    }

    @BeforeEach
    void publishTheFirstRelease() throws IOException {
        store.push("first", Map.of(Fixture.SCHOOLS, schools(3, "first"), OTHER, other("\"007\"")), n -> {});
    }

    @Test
    void aReleaseTakesThePlaceOfTheOneBefore() throws Exception {
        List<Long> sent = new ArrayList<>();
        store.push("second", Map.of(Fixture.SCHOOLS, schools(5, "second")), sent::add);
        assertThat(sent).containsExactly(5L);
        assertThat(fuseki.query("/site/sparql", GRAPHS).lines())
                .containsExactly("g,n", Fixture.SCHOOLS + ",5", "urn:pleiade:published,2");
    }

    /** TDB2 holds {@code 1.5} and {@code 1.50} to be one value: where one goes, the other must not go with it. */
    @Test
    void aReleaseTakesItsPlaceByDifference() throws Exception {
        String decimal = "^^<http://www.w3.org/2001/XMLSchema#decimal>";
        Path before = numbers("before", "\"1.5\"" + decimal, "\"1.50\"" + decimal, "\"007\"");
        Path after = numbers("after", "\"1.50\"" + decimal, "\"008\"@en", "\"a \\\"b\\\"\"");
        store.push("second", Map.of(OTHER, before), n -> {});
        Pushed pushed = store.push("third", Map.of(OTHER, after), only("second", before), n -> {});
        assertThat(pushed.byDifference()).isEqualTo(1);
        String values = "SELECT (STR(?o) AS ?v) { GRAPH <%s> { <http://example.org/n/001> ?p ?o } } ORDER BY ?v";
        assertThat(fuseki.query("/site/sparql", values.formatted(OTHER)).lines())
                .containsExactly("v", "008", "1.5", "\"a \"\"b\"\"\"");
        assertThat(fuseki.query("/site/sparql", GRAPHS).lines())
                .containsExactly("g,n", OTHER + ",102", "urn:pleiade:published,2");
    }

    /** {@return a hundred things with a number, the first with these too} */
    private static Path numbers(String name, String... objects) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            lines.add("<http://example.org/n/%03d> <http://example.org/n> \"%d\" <%s> .".formatted(i, i + 1000, OTHER));
        }
        for (String object : objects) {
            lines.add("<http://example.org/n/001> <http://example.org/o> %s <%s> .".formatted(object, OTHER));
        }
        lines.remove(0);
        return Fixture.file(
                folder,
                name + ".nq",
                lines.stream().sorted().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private static EarlierGraphs only(String known, Path file) {
        return new EarlierGraphs() {
            @Override
            public boolean isSame(String release, String graph) {
                return false;
            }

            @Override
            public Optional<InputStream> open(String release, String graph) throws IOException {
                return release.equals(known) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
            }
        };
    }

    @Test
    void aGraphThatHasBecomeEmptyIsRemoved() throws Exception {
        store.push(
                "second",
                Map.of(Fixture.SCHOOLS, schools(2, "second"), OTHER, Fixture.file(folder, "0.nq", "")),
                n -> {});
        assertThat(fuseki.query("/site/sparql", GRAPHS).lines())
                .containsExactly("g,n", Fixture.SCHOOLS + ",2", "urn:pleiade:published,3");
    }

    @Test
    void theSameReleaseCanBePushedAgain() throws Exception {
        String before = fuseki.query("/site/sparql", GRAPHS);
        publishTheFirstRelease();
        assertThat(fuseki.query("/site/sparql", GRAPHS)).isEqualTo(before);
    }

    @Test
    void aWrongPasswordIsRefusedAndSaysSo() {
        RemoteStore unknown = RemoteStore.at(address().as(new User("publisher", "wrong")));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> unknown.push("second", Map.of(Fixture.SCHOOLS, schools(2, "second")), n -> {}))
                .withMessageContaining("401")
                .withMessageContaining("password")
                .withMessageNotContaining("wrong");
    }

    @Test
    void aUserWhoMayNotWriteIsRefused() {
        RemoteStore reader = RemoteStore.at(address().as(new User("reader", "secret")));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> reader.push("second", Map.of(Fixture.SCHOOLS, schools(2, "second")), n -> {}))
                .withMessageContaining("403");
    }

    @Test
    void aFileWithAnotherGraphIsRefusedAndNothingChanges() throws Exception {
        String before = fuseki.query("/site/sparql", GRAPHS);
        Path mixed = Fixture.file(folder, "mixed.nq", Fixture.QUADS);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        store.push("second", Map.of(OTHER, schools(9, "second"), Fixture.SCHOOLS, mixed), n -> {}))
                .satisfies(e -> assertThat(e.place()).endsWith(".nq:1"));
        assertThat(fuseki.query("/site/sparql", GRAPHS)).isEqualTo(before);
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        RemoteStore nowhere = RemoteStore.at(Address.ofFuseki(URI.create("http://127.0.0.1:1/site")));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> nowhere.push("second", Map.of(Fixture.SCHOOLS, schools(2, "second")), n -> {}))
                .withMessageContaining("http://127.0.0.1:1/site/update")
                .withMessageContaining("cannot be reached");
    }

    private static Address address() {
        return Address.ofFuseki(fuseki.uri("/site"));
    }

    private static Path schools(int n, String value) throws IOException {
        return Fixture.file(folder, "schools-" + value + n + ".nq", Fixture.schools(n, value));
    }

    private static Path other(String object) throws IOException {
        return Fixture.file(
                folder,
                "other.nq",
                "<http://example.org/a> <http://example.org/b> %s <%s> .\n".formatted(object, OTHER));
    }
}
