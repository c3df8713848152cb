package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise gsp: the Graph Store Protocol, reads only.
 *
 * <p>The W3C's tests write first and then read; here the release is what has been written, and each test is the reading part of the
 * test in {@code manifest-indirect.ttl} or {@code manifest-direct.ttl} whose name it has.
 */
class GraphStoreTest {
    private static final String GRAPH = BASE + "dataset/regions";
    private static final String INDIRECT = "data?graph=" + URLEncoder.encode(GRAPH, StandardCharsets.UTF_8);
    private static final String DIRECT = "data/regions";

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/ld+json, JSON_LD",
        "application/rdf+xml, RDF_XML",
        "application/n-triples, N_TRIPLES",
    })
    void gsp_putGetRepeatIndirect(String mediaType, Syntax syntax) {
        HttpResponse<String> response = sample().get(INDIRECT, "Accept", mediaType);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
        assertThatGraph(graph(response, syntax)).isIsomorphicTo(published());
    }

    @Test
    void gsp_putGetDefault() {
        HttpResponse<String> response = sample().get("data?default", "Accept", "application/n-triples");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(BASE + "id/region/").contains(BASE + "id/commune/");
    }

    @Test
    void gsp_headExistingIndirect() {
        assertHead(INDIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void gsp_headNonExistingIndirect(String method) {
        assertThat(status(method, INDIRECT + "-of-nowhere")).isEqualTo(404);
    }

    @Test
    void gsp_putGetUriPctEncodedIndirect() {
        HttpResponse<String> plain = sample().get("data?graph=" + GRAPH, "Accept", "application/n-triples");
        HttpResponse<String> encoded = sample().get(INDIRECT, "Accept", "application/n-triples");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo(encoded.body());
    }

    @Test
    void gsp_putGetUriPctEncodedTwice() {
        assertThat(status("GET", "data?graph=" + BASE + "dataset/%72egions")).isEqualTo(200);
        assertThat(status("GET", "data?graph=" + BASE + "dataset/%2572egions")).isEqualTo(404);
    }

    @Test
    void gsp_putGetRepeatDirect() {
        HttpResponse<String> response = sample().get(DIRECT, "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        assertThatGraph(graph(response, Syntax.TURTLE)).isIsomorphicTo(published());
    }

    @Test
    void gsp_headExistingDirect() {
        assertHead(DIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void gsp_putDeleteGetDeleteDirect(String method) {
        assertThat(status(method, "data/nowhere")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void gsp_everyWriteIsRefused(String method) {
        for (String path : new String[] {INDIRECT, DIRECT, "data?default", "data?graph=" + BASE + "new", "data"}) {
            HttpResponse<String> response = sample().send(
                            method,
                            path,
                            BodyPublishers.ofString("<a:a> <a:b> <a:c> ."),
                            "Content-Type",
                            "text/turtle");
            assertThat(response.statusCode()).as(path).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data?graph=",
                "data?graph=dataset/regions",
                "data?graph=/dataset/regions",
                "data?graph=//data.example.org/dataset/regions",
                "data?default&graph=" + GRAPH,
                "data?graph=" + GRAPH + "&graph=" + BASE + "dataset/departements",
                "data?graf=" + GRAPH,
            })
    void gsp_aRequestThatDoesNotNameOneGraphIsRefused(String path) {
        assertThat(status("GET", path)).isEqualTo(400);
        assertThat(status("HEAD", path)).isEqualTo(400);
    }

    @Test
    void gsp_aGraphThatIsHeldAlreadyIsNotSentAgain() {
        String tag = sample().get(DIRECT).headers().firstValue("ETag").orElseThrow();
        assertThat(sample().get(DIRECT, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private static void assertHead(String path) {
        HttpResponse<String> head = sample().send("HEAD", path, BodyPublishers.noBody(), "Accept", "text/turtle");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        assertThat(head.body()).isEmpty();
    }

    private static int status(String method, String path) {
        return sample().send(method, path, BodyPublishers.noBody()).statusCode();
    }

    private static InMemoryGraph published() {
        return RdfReader.readGraph(sample().release().graphFile("regions"), BASE);
    }

    private static InMemoryGraph graph(HttpResponse<String> response, Syntax syntax) {
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "answer", syntax, BASE);
    }
}
