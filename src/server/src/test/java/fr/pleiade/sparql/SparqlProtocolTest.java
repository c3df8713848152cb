package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The query tests of the W3C's suite for the SPARQL 1.1 Protocol, by their names there, and what a read-only endpoint says to updates.
 *
 * @see <a href="https://w3c.github.io/rdf-tests/sparql/sparql11/protocol/">The suite</a>
 */
class SparqlProtocolTest {
    private static final String DATA = "http://kasei.us/2009/09/sparql/data/data%d.rdf";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final String JSON = "application/sparql-results+json";

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            quads.append(
                    "<%1$s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Document> <%1$s> .\n"
                            .formatted(DATA.formatted(i)));
        }
        server = LocalServer.over(quads.toString(), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void query_get() throws Exception {
        assertYes(server.get("/sparql?query=" + encode("ASK {}") + "&default-graph-uri=" + data(0), JSON));
    }

    @Test
    void query_post_form() throws Exception {
        assertYes(server.post("/sparql?default-graph-uri=" + data(0), FORM, "query=" + encode("ASK {}")));
    }

    @Test
    void query_post_direct() throws Exception {
        assertYes(server.post("/sparql", DIRECT, "ASK {}"));
    }

    @Test
    void query_dataset_default_graphs_get() throws Exception {
        String query = "ASK { <%s> a ?type . <%s> a ?type . }".formatted(DATA.formatted(1), DATA.formatted(2));
        assertYes(server.get("/sparql?query=" + encode(query) + graphs("default-graph-uri", 1, 2), JSON));
        assertNo(server.get("/sparql?query=" + encode(query) + graphs("default-graph-uri", 1), JSON));
    }

    @Test
    void query_dataset_default_graphs_post() throws Exception {
        String query = "ASK { <%s> a ?type . <%s> a ?type . }".formatted(DATA.formatted(1), DATA.formatted(2));
        assertYes(server.post("/sparql?" + graphs("default-graph-uri", 1, 2), DIRECT, query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void query_dataset_named_graphs(String method) throws Exception {
        String query = "ASK { GRAPH ?g1 { <%s> a ?type } GRAPH ?g2 { <%s> a ?type } }"
                .formatted(DATA.formatted(1), DATA.formatted(2));
        String graphs = graphs("named-graph-uri", 1, 2);
        assertYes(
                method.equals("GET")
                        ? server.get("/sparql?query=" + encode(query) + graphs, JSON)
                        : server.post("/sparql?" + graphs, DIRECT, query));
    }

    @Test
    void query_dataset_full() throws Exception {
        String query = "ASK { <%s> a ?type GRAPH ?g1 { <%s> a ?type } GRAPH ?g2 { <%s> a ?type } }"
                .formatted(DATA.formatted(3), DATA.formatted(1), DATA.formatted(2));
        assertYes(server.post(
                "/sparql?" + graphs("default-graph-uri", 3) + graphs("named-graph-uri", 1, 2), DIRECT, query));
    }

    @Test
    void query_multiple_dataset() throws Exception {
        String query = "ASK FROM <%s> { GRAPH ?g1 { <%s> a ?type } GRAPH ?g2 { <%s> a ?type } }"
                .formatted(DATA.formatted(3), DATA.formatted(1), DATA.formatted(2));
        assertYes(server.post("/sparql?" + graphs("named-graph-uri", 1, 2), DIRECT, query));
        assertNo(server.post("/sparql", DIRECT, query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (1 AS ?value) {} | application/sparql-results+json",
                "ASK {} | application/sparql-results+json",
                "DESCRIBE <http://example.org/> | text/turtle;charset=utf-8",
                "CONSTRUCT { <s> <p> 1 } WHERE {} | text/turtle;charset=utf-8",
            })
    void query_content_type(String query, String expected) throws Exception {
        HttpResponse<String> response = server.post("/sparql?default-graph-uri=" + data(0), DIRECT, query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(expected);
    }

    @Test
    void bad_query_method() throws Exception {
        HttpRequest.Builder put = server.request("/sparql?query=" + encode("ASK {}"))
                .header("Content-Type", FORM)
                .PUT(HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> response = server.send(put);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void bad_multiple_queries() throws Exception {
        String two = "query=" + encode("ASK {}") + "&query=" + encode("SELECT * {}");
        assertThat(server.get("/sparql?" + two, JSON).statusCode()).isEqualTo(400);
        assertThat(server.post("/sparql", FORM, two).statusCode()).isEqualTo(400);
        assertThat(server.post("/sparql?query=" + encode("ASK {}"), DIRECT, "ASK {}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void bad_query_wrong_media_type() throws Exception {
        assertThat(server.post("/sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query=ASK%20%7B%7D", "ASK {}"})
    void bad_query_missing_type(String body) throws Exception {
        HttpRequest.Builder untyped = server.request("/sparql").POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(server.send(untyped).statusCode()).isEqualTo(415);
    }

    @Test
    void bad_query_non_utf8() throws Exception {
        HttpRequest.Builder utf16 = server.request("/sparql")
                .header("Content-Type", DIRECT + "; charset=UTF-16")
                .POST(HttpRequest.BodyPublishers.ofString("ASK {}", StandardCharsets.UTF_16));
        HttpRequest.Builder latin1 = server.request("/sparql")
                .header("Content-Type", DIRECT)
                .POST(HttpRequest.BodyPublishers.ofString("ASK { ?s ?p 'é' }", StandardCharsets.ISO_8859_1));
        assertThat(server.send(utf16).statusCode()).isEqualTo(400);
        assertThat(server.send(latin1).statusCode()).isEqualTo(400);
        assertThat(server.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%27%E9%27%20%7D", JSON)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void bad_query_syntax() throws Exception {
        assertThat(server.get("/sparql?query=" + encode("ASK {"), JSON).statusCode())
                .isEqualTo(400);
    }

    @Test
    void bad_update_get() throws Exception {
        assertThat(server.get("/sparql?update=" + encode("CLEAR ALL"), JSON).statusCode())
                .isEqualTo(403);
    }

    static Stream<String> updates() {
        return Stream.of(
                "CLEAR ALL",
                "LOAD <http://127.0.0.1:1/>",
                "DROP DEFAULT",
                "INSERT DATA { <http://example.org/s> <http://example.org/p> 1 }",
                "DELETE WHERE { ?s ?p ?o }");
    }

    @ParameterizedTest
    @MethodSource("updates")
    void anUpdateIsRefusedHoweverItComes(String update) throws Exception {
        assertThat(Stream.of(
                                server.post("/sparql", "application/sparql-update", update),
                                server.post("/sparql", FORM, "update=" + encode(update)),
                                server.post("/sparql", FORM, "query=" + encode(update)),
                                server.post("/sparql", DIRECT, update),
                                server.get("/sparql?query=" + encode(update), JSON))
                        .map(HttpResponse::statusCode))
                .allMatch(status -> status >= 400 && status < 500);
        assertYes(server.post("/sparql", DIRECT, "ASK { <%s> a ?type }".formatted(DATA.formatted(1))));
    }

    @Test
    void aGraphThatIsNotHereIsNotFetched() throws Exception {
        String from = "SELECT * FROM <http://127.0.0.1:1/data.ttl> { ?s ?p ?o }";
        assertThat(server.query(from, JSON).statusCode()).isEqualTo(400);
        assertThat(server.get("/sparql?query=" + encode("ASK {}") + "&named-graph-uri=file:///etc/passwd", JSON)
                        .statusCode())
                .isEqualTo(400);
    }

    /** CVE-2026-61372 of Jena's updates: neither these nor anything else that names a file has it read. */
    @Test
    void aFileOfTheMachineIsReadByNoRequest() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.nt"), "<x:secret> <x:is> \"told\" .\n");
        for (String address : List.of(file.toUri().toString(), "file:" + file, "file://" + file, file.toString())) {
            String load = "LOAD <" + address + ">";
            String named = encode(address);
            for (HttpResponse<String> answer : List.of(
                    server.post("/sparql", "application/sparql-update", load),
                    server.post(
                            "/sparql", "application/sparql-update", "LOAD SILENT <" + address + "> INTO GRAPH <x:g>"),
                    server.post("/sparql", FORM, "update=" + encode(load)),
                    server.post("/sparql", FORM, "query=" + encode("ASK {}") + "&update=" + encode(load)),
                    server.get("/sparql?update=" + encode(load), JSON),
                    server.query(load, JSON),
                    server.query("ASK {} ; " + load, JSON),
                    server.query("SELECT * FROM <" + address + "> { ?s ?p ?o }", JSON),
                    server.query("SELECT * FROM NAMED <" + address + "> { GRAPH ?g { ?s ?p ?o } }", JSON),
                    server.query("SELECT * { SERVICE <" + address + "> { ?s ?p ?o } }", JSON),
                    server.get("/sparql?query=" + encode("ASK {}") + "&default-graph-uri=" + named, JSON),
                    server.get("/sparql?query=" + encode("ASK {}") + "&named-graph-uri=" + named, JSON),
                    server.get(
                            "/sparql?query=" + encode("ASK {}") + "&using-graph-uri=" + named + "&update=x", JSON))) {
                assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
                assertThat(answer.body()).doesNotContain("told");
            }
            HttpResponse<String> described = server.query("DESCRIBE <" + address + ">", JSON);
            assertThat(described.body()).doesNotContain("told");
        }
        assertNo(server.query("ASK { ?s ?p \"told\" }", JSON));
        assertNo(server.query("ASK { GRAPH ?g { ?s ?p \"told\" } }", JSON));
    }

    @Test
    void aHeadHasTheHeadersOfTheGetAndNoBody() throws Exception {
        String path = "/sparql?query=" + encode("ASK {}");
        HttpRequest.Builder head = server.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody());
        HttpResponse<String> response = server.send(head);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type"))
                .isEqualTo(server.get(path, "*/*").headers().firstValue("Content-Type"));
    }

    @Test
    void parametersBeyondTheStandardAreNotObeyed() throws Exception {
        HttpResponse<String> response = server.get(
                "/sparql?query=" + encode("ASK {}") + "&force-accept=text/html&output=xml&callback=alert&timeout=9999",
                JSON);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
        assertYes(response);
        assertThat(response.body()).doesNotContain("alert");
    }

    private static void assertYes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).containsPattern("\"boolean\" ?: ?true");
    }

    private static void assertNo(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).containsPattern("\"boolean\" ?: ?false");
    }

    private static String graphs(String parameter, int... numbers) {
        StringBuilder parameters = new StringBuilder();
        for (int number : numbers) {
            parameters.append('&').append(parameter).append('=').append(data(number));
        }
        return parameters.toString();
    }

    private static String data(int number) {
        return encode(DATA.formatted(number));
    }

    private static String encode(String value) {
        return LocalServer.encode(value);
    }
}
