package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Coding;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFWriter;
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
        "application/n-quads, N_QUADS",
        "application/trig, TRIG",
        "text/n3, N3",
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

    /** Who reads a graph's quads wants the graph: under a name of ours, a query of the default graph would find nothing in them. */
    @ParameterizedTest
    @ValueSource(strings = {"application/n-quads", "application/trig"})
    void gsp_aGraphIsSentWithoutANameInASyntaxThatHasNames(String mediaType) {
        String body = sample().get(INDIRECT, "Accept", mediaType).body();
        assertThat(body).doesNotContain("<" + GRAPH + "> .").doesNotContain("<" + GRAPH + "> {");
    }

    /** The union is a set: what two graphs say stands in it once, whatever the syntax. */
    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/ld+json, JSON_LD",
        "application/rdf+xml, RDF_XML",
        "application/n-triples, N_TRIPLES",
        "application/n-quads, N_QUADS",
        "application/trig, TRIG",
        "text/n3, N3",
    })
    void gsp_theDefaultGraphIsTheUnionOfAll(String mediaType, Syntax syntax) {
        HttpResponse<String> response = sample().get("data?default", "Accept", mediaType);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
        InMemoryGraph union = new InMemoryGraph();
        sample().release()
                .graphs()
                .forEach(graph -> sample().release()
                        .graphContent(graph.slug())
                        .triples()
                        .forEach(triple -> union.add(triple.in(Quad.DEFAULT_GRAPH))));
        assertThatGraph(graph(response, syntax)).isIsomorphicTo(union);
        if (syntax == Syntax.N_TRIPLES) {
            assertThat(response.body().lines()).hasSameSizeAs(union.triples()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void gsp_aGraphIsCompressedForWhoLikesThat(String coding) throws IOException {
        HttpResponse<byte[]> response = sample().bytes(DIRECT, "Accept-Encoding", coding, "Accept", "text/turtle");
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue(coding);
        InputStream plain =
                Coding.valueOf(coding.toUpperCase(Locale.ROOT)).decode(new ByteArrayInputStream(response.body()));
        assertThatGraph(RdfReader.readGraph(plain, "answer", Syntax.TURTLE, BASE))
                .isIsomorphicTo(published());
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
        if (syntax == Syntax.RDF_XML) { // Rio's reader takes a value of one space for an empty one
            ByteArrayOutputStream triples = new ByteArrayOutputStream();
            RDFParser.fromString(response.body(), Lang.RDFXML)
                    .labelToNode(LabelToNode.createUseLabelAsGiven())
                    .parse(StreamRDFWriter.getWriterStream(triples, Lang.NTRIPLES));
            return RdfReader.readGraph(
                    new ByteArrayInputStream(triples.toByteArray()), "answer", Syntax.N_TRIPLES, BASE);
        }
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "answer", syntax, BASE);
    }
}
