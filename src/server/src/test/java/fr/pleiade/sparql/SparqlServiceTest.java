package fr.pleiade.sparql;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.store.Fixture;
import fr.pleiade.store.StoreException;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlServiceTest {
    private static final Path CONFIG = Path.of("fuseki-config", "pleiade.ttl");
    private static final String NAMES = "SELECT ?name { ?s <http://example.org/name> ?name } ORDER BY ?name";
    private static final String ALL = "CONSTRUCT WHERE { ?s ?p ?o }";

    @TempDir
    static Path folder;

    private static SparqlService service;
    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        service = SparqlService.of(CONFIG);
        service.serve(Fixture.store(folder, "tdb2", Fixture.QUADS));
        server = new LocalServer(new ProtocolFilter(service), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "application/sparql-results+json, |\"xml:lang\": \"fr\"|",
                "application/sparql-results+xml, <literal xml:lang=\"fr\">Paris</literal>",
                "text/csv, Paris",
                "text/tab-separated-values, \"Paris\"@fr",
            })
    void aSelectIsAnsweredInTheSyntaxAskedFor(String mediaType, String expected) throws Exception {
        HttpResponse<String> response = server.query(NAMES, mediaType);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
        assertThat(response.body().replaceAll(" +", " ")).contains(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Syntax.class,
            names = {"TURTLE", "N_TRIPLES", "RDF_XML", "JSON_LD"})
    void aConstructIsAnsweredInTheSyntaxAskedFor(Syntax syntax) throws Exception {
        HttpResponse<String> response = server.query(ALL, syntax.mediaType());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(syntax.mediaType()));
        assertThatGraph(read(response.body(), syntax)).isIsomorphicTo(read(Fixture.QUADS, Syntax.N_QUADS));
    }

    @Test
    void aQueryCanBePostedAsAFormAndAsItself() throws Exception {
        HttpResponse<String> form = server.post(
                "/sparql", "application/x-www-form-urlencoded", "query=" + LocalServer.encode("ASK { ?s ?p ?o }"));
        HttpResponse<String> direct = server.post("/sparql", "application/sparql-query", "ASK { ?s ?p ?o }");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(direct.statusCode()).isEqualTo(200);
        assertThat(form.body()).isEqualTo(direct.body()).contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }",
                "CLEAR ALL",
                "LOAD <http://127.0.0.1:1/>",
            })
    void anUpdateIsRefused(String update) throws Exception {
        assertThat(server.post("/sparql", "application/sparql-update", update).statusCode())
                .isBetween(400, 499);
        assertThat(server.post("/sparql", "application/x-www-form-urlencoded", "update=" + LocalServer.encode(update))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(server.get("/sparql?update=" + LocalServer.encode(update), "*/*")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(server.query(update, "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void aSyntaxErrorAnswers400() throws Exception {
        assertThat(server.query("SELECT * {", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void serviceIsRefused() throws Exception {
        HttpResponse<String> response =
                server.query("SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }", "*/*");
        assertThat(response.statusCode()).isBetween(400, 499);
    }

    @Test
    void aRepeatedQueryGetsTheSameBytes() throws Exception {
        String first = server.query(NAMES, "text/csv").body();
        HttpResponse<String> again = server.query(NAMES, "text/csv");
        assertThat(again.body()).isEqualTo(first);
        assertThat(again.headers().firstValueAsLong("Content-Length"))
                .hasValue(first.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void whatChangesWithTimeIsAskedAgain() throws Exception {
        String random = "SELECT (STRUUID() AS ?id) {}";
        assertThat(server.query(random, "text/csv").body())
                .isNotEqualTo(server.query(random, "text/csv").body());
    }

    @Test
    void nothingOfTheInsidesIsTold() throws Exception {
        HttpResponse<String> response = server.query(NAMES, "text/csv");
        assertThat(response.headers().map()).doesNotContainKeys("Server", "Fuseki-Request-Id");
    }

    @Test
    void aServiceThatLetsThePublicWriteIsRefused() throws Exception {
        String writing = Files.readString(CONFIG)
                .replace("fuseki:gsp-r ", "fuseki:gsp-rw ")
                .replace("fuseki:gsp-r\n", "fuseki:gsp-rw\n");
        Path config = Fixture.file(folder, "writing.ttl", writing);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SparqlService.of(config))
                .withMessageContaining("gsp-rw");
    }

    @Test
    void anAssemblerThatIsNotTurtleIsRefused() throws Exception {
        Path config = Fixture.file(folder, "broken.ttl", "this is not Turtle");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SparqlService.of(config))
                .withMessageContaining("broken.ttl");
    }

    @Test
    void withoutAStoreThereIsNothingToRead() {
        try (SparqlService empty = SparqlService.of(CONFIG)) {
            assertThatExceptionOfType(StoreException.class).isThrownBy(empty::read);
        }
    }

    @Test
    void aReadingSeesTheStore() {
        try (Reading reading = service.read()) {
            assertThat(reading.store().select(NAMES, Map.of())).hasSize(2);
        }
    }

    private static InMemoryGraph read(String text, Syntax syntax) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "answer",
                syntax,
                "http://example.org/");
    }
}
