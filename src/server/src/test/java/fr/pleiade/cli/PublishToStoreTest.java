package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.StandaloneFuseki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** {@code publish --store} with a stand-alone Fuseki that asks for a password before it takes anything. */
class PublishToStoreTest {
    private static final String BASE = "http://localhost:8080/";
    private static final String NAMES =
            "SELECT ?name { GRAPH <%sdataset/towns> { ?town <http://www.w3.org/2000/01/rdf-schema#label> ?name } } ORDER BY ?name"
                    .formatted(BASE);
    private static final String GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g";
    private static final String BLANK =
            "SELECT ?label { ?class <http://www.w3.org/2000/01/rdf-schema#subClassOf>/<http://www.w3.org/2000/01/rdf-schema#label> ?label }";

    @TempDir
    private static Path server;

    private static StandaloneFuseki fuseki;

    @TempDir
    private Path folder;

    private TwoTowns site;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Files.writeString(server.resolve("config.ttl"), """
                @prefix :       <#> .
                @prefix fuseki: <http://jena.apache.org/fuseki#> .
                @prefix tdb2:   <http://jena.apache.org/2016/tdb#> .
                :service a fuseki:Service ; fuseki:name "site" ;
                    fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ,
                        [ fuseki:operation fuseki:update ; fuseki:name "update" ; fuseki:allowedUsers "publisher" ] ,
                        [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ; fuseki:allowedUsers "publisher" ] ;
                    fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "index" ; tdb2:unionDefaultGraph true ] .
                """);
        Files.writeString(server.resolve("passwords"), "publisher: secret\n");
        fuseki = new StandaloneFuseki(server, "--config=config.ttl", "--passwd=passwords", "--auth=basic");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fuseki.close();
    }

    @BeforeEach
    void pushTheFirstRelease() throws IOException {
        site = new TwoTowns(folder);
        assertThat(publish("secret")).as(site.said()).isZero();
    }

    @Test
    void aReleaseIsPushed() throws IOException, InterruptedException {
        assertThat(site.said()).contains("Pushed release " + site.current() + " to " + fuseki.uri("/site"));
        assertThat(ask(NAMES)).containsExactly("name", "Bourg", "Rennes");
        assertThat(ask(GRAPHS))
                .containsExactly(
                        "g", BASE + "catalog", BASE + "dataset/towns", BASE + "vocab", "urn:pleiade:published");
        assertThat(ask(BLANK)).containsExactly("label", "a place");
    }

    @Test
    void theNextReleaseTakesItsPlaceAndOldGraphsGo() throws IOException, InterruptedException {
        addLakes();
        assertThat(publish("secret")).as(site.said()).isZero();
        assertThat(ask(GRAPHS)).contains(BASE + "dataset/lakes");
        site.towns("1,Bourg-en-Bresse", "3,Brest");
        FileSystemUtils.deleteRecursively(folder.resolve("mappings/lakes"));
        assertThat(publish("secret", "--accept-loss", "lakes")).as(site.said()).isZero();
        // The vocabulary stays; of the catalogue some lines change; of the towns all do.
        assertThat(site.said()).contains("1 graphs unchanged, 1 by difference, 1 whole");
        assertThat(ask(NAMES)).containsExactly("name", "Bourg-en-Bresse", "Brest");
        assertThat(ask(GRAPHS))
                .containsExactly(
                        "g", BASE + "catalog", BASE + "dataset/towns", BASE + "vocab", "urn:pleiade:published");
    }

    /** Adds a second dataset, which is like that of the towns. */
    private void addLakes() throws IOException {
        Path lakes = Files.createDirectories(folder.resolve("mappings/lakes"));
        for (String file : List.of("dataset.ttl", "mapping.ttl")) {
            String towns = Files.readString(folder.resolve("mappings/towns").resolve(file));
            Files.writeString(lakes.resolve(file), towns.replace("town", "lake").replace("Town", "Lake"));
        }
        Files.writeString(folder.resolve("data/lakes.csv"), "code,name\n7,Bourget\n");
    }

    @Test
    void whatIsPublishedAlreadyIsPushedAllTheSame() throws IOException, InterruptedException {
        assertThat(publish("secret")).as(site.said()).isZero();
        assertThat(site.said()).contains("Pushed release", "3 graphs unchanged, 0 by difference, 0 whole, 0 bytes");
        assertThat(ask(NAMES)).containsExactly("name", "Bourg", "Rennes");
    }

    @Test
    void aWrongPasswordIsSaidAndTheReleaseIsPublishedHere() throws IOException, InterruptedException {
        String before = site.current();
        site.towns("1,Bourg-en-Bresse");
        assertThat(publish("not-that-one")).isEqualTo(3);
        assertThat(site.said())
                .contains("Release " + site.current() + " is published here, but was not pushed")
                .contains("pleiade: " + fuseki.uri("/site/update"), "401", "give the name and the password")
                .doesNotContain("not-that-one");
        assertThat(site.current()).isNotEqualTo(before);
        assertThat(ask(NAMES)).containsExactly("name", "Bourg", "Rennes");
    }

    @Test
    void aStoreThatIsNotThereIsSaid() {
        assertThat(site.run("publish", "--store", "http://localhost:1/site")).isEqualTo(3);
        assertThat(site.said())
                .contains("pleiade: http://localhost:1/site/update", "cannot be reached: nothing answers there");
    }

    @Test
    void misuseIsToldBeforeThePublication() {
        String before = site.current();
        site.towns("1,Bourg-en-Bresse");
        assertThat(site.run("publish", "--store", "http://publisher:secret@localhost:1/site"))
                .isEqualTo(2);
        assertThat(site.said()).contains("must not hold a password").doesNotContain("secret");
        assertThat(site.run("publish", "--store", "localhost:3030/site")).isEqualTo(2);
        assertThat(site.said()).contains("an address such as http://localhost:3030/pleiade");
        assertThat(site.run("publish", "--store", "http://localhost:1/site", "--store-user", "publisher"))
                .isEqualTo(2);
        assertThat(site.said()).contains("--store-password-file", "PLEIADE_STORE_PASSWORD");
        assertThat(site.current()).isEqualTo(before);
    }

    private int publish(String password, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        List<String> arguments = new ArrayList<>(
                List.of("publish", "--store", fuseki.uri("/site").toString()));
        arguments.addAll(List.of("--store-user", "publisher", "--store-password-file", file.toString()));
        arguments.addAll(List.of(options));
        return site.run(arguments.toArray(String[]::new));
    }

    private static List<String> ask(String query) throws IOException, InterruptedException {
        return fuseki.query("/site/sparql", query).lines().toList();
    }
}
