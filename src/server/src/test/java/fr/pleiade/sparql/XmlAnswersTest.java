package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.pleiade.store.Fixture;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XML cannot hold is refused with the reason, and never sent broken. */
class XmlAnswersTest {
    private static final String RDF_XML = "application/rdf+xml";
    private static final String RESULTS = "application/sparql-results+xml";

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = LocalServer.over(Fixture.QUADS, folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ex.org/p/1",
                "http://ex.org/w#",
                "http://ex.org/w/",
                "http://ex.org/a%41",
                "http://ex.org/a(b)",
                "http://ex.org/p?x=1",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description",
            })
    void aPredicateWithoutANameIsNamed(String predicate) throws Exception {
        String query = "CONSTRUCT { <urn:s> <%s> 1 } WHERE {}".formatted(predicate);
        HttpResponse<String> answer = server.query(query, RDF_XML);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(406);
        assertThat(answer.body())
                .contains("no XML element can be called", "Turtle") // the page writes / as an entity
                .doesNotContain("seconds");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(server.query(query, "text/turtle").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"\\u0001, U+0001", "\\u000B, U+000B", "\\uFFFE, U+FFFE", "\\u001F, U+001F", "\\u0000, U+0000"})
    void aCharacterThatXmlHasNotIsNamed(String escaped, String name) throws Exception {
        String construct = "CONSTRUCT { <urn:s> <urn:p#p> \"a%sb\" } WHERE {}".formatted(escaped);
        String select = "SELECT (\"a%sb\" AS ?x) {}".formatted(escaped);
        HttpResponse<String> graph = server.query(construct, RDF_XML);
        HttpResponse<String> rows = server.query(select, RESULTS);
        assertThat(graph.statusCode()).as(graph.body()).isEqualTo(406);
        assertThat(rows.statusCode()).as(rows.body()).isEqualTo(406);
        assertThat(graph.body()).contains(name);
        assertThat(rows.body()).contains(name);
        assertThat(server.query(construct, "application/n-triples").statusCode())
                .isEqualTo(200);
        assertThat(server.query(select, "application/sparql-results+json").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTRUCT WHERE { ?s ?p ?o }, application/rdf+xml",
        "DESCRIBE <http://example.org/id/etablissement/a>, application/rdf+xml",
        "SELECT * { ?s ?p ?o }, application/sparql-results+xml",
        "ASK {}, application/sparql-results+xml",
        "SELECT (\"\\t\\n <&> é 𝔻\" AS ?x) {}, application/sparql-results+xml",
    })
    void whatXmlCanHoldIsWellFormed(String query, String mediaType) throws Exception {
        HttpResponse<String> answer = server.query(query, mediaType);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
    }
}
