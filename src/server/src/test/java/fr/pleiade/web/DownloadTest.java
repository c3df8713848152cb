package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
    @ParameterizedTest
    @EnumSource(value = Syntax.class, names = "N3", mode = EnumSource.Mode.EXCLUDE)
    void aDatasetIsTheSameInEverySyntax(Syntax syntax) {
        assertThatGraph(dump("departements", syntax)).isIsomorphicTo(dump("departements", Syntax.N_QUADS));
    }

    @Test
    void aLargeJsonLdDocumentIsWrittenInBlocks() {
        assertThatGraph(dump("etablissements", Syntax.JSON_LD)).isIsomorphicTo(dump("etablissements", Syntax.N_QUADS));
    }

    @Test
    void theWholeHasEveryGraphOfTheRelease() {
        String nquads = sample().get("dump/all.nq").body();
        long lines =
                sample().release().graphs().stream().mapToLong(g -> g.triples()).sum();
        assertThat(nquads.lines().count()).isEqualTo(lines);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LD", "TRIG"})
    void theWholeNamesEveryGraph(Syntax syntax) {
        Map<Term, Long> triples = new HashMap<>();
        String body = sample().get("dump/all." + syntax.suffix()).body();
        RdfReader.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "all",
                syntax,
                "urn:none",
                quad -> triples.merge(quad.graph(), 1L, Long::sum));
        Map<Term, Long> expected = sample().get("dump/all.nq")
                .body()
                .lines()
                .collect(Collectors.groupingBy(line -> QuadLine.parse(line).graph(), Collectors.counting()));
        assertThat(triples).isEqualTo(expected);
    }

    @Test
    void lexicalFormsAreThoseOfTheSources() {
        assertThat(sample().get("dump/communes.nt").body())
                .contains("<http://rdf.insee.fr/def/geo#codeINSEE> \"01015\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dump/nothing.nq",
                "dump/regions.doc",
                "dump/regions.gz",
                "dump/regions.html",
                "dump/.nq",
                "dump/regions.nq.zip"
            })
    void whatIsNotThereAnswers404(String path) {
        assertThat(sample().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheClientHoldsIsSaidBeforeItsRangeIsLookedAt() {
        HttpResponse<String> whole = sample().get("dump/regions.nt");
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        String modified = whole.headers().firstValue("Last-Modified").orElseThrow();
        for (String range : List.of("bytes=0-9", "bytes=9999999-", "bytes=-0")) { // RFC 9110, 13.2.2
            assertThat(status("Range", range, "If-None-Match", tag)).as(range).isEqualTo(304);
            assertThat(status("Range", range, "If-None-Match", "*")).as(range).isEqualTo(304);
            assertThat(status("Range", range, "If-Modified-Since", modified))
                    .as(range)
                    .isEqualTo(304);
        }
        assertThat(status("Range", "bytes=0-9", "If-None-Match", "\"other\"")).isEqualTo(206);
        assertThat(status("Range", "bytes=9999999-", "If-Range", "\"other\"")).isEqualTo(200);
        HttpResponse<String> beyond =
                sample().get("dump/regions.nt", "Range", "bytes=9999999-", "If-None-Match", "\"other\"");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range"))
                .contains("bytes */" + whole.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(beyond.headers().firstValue("ETag")).isEmpty();
        assertThat(beyond.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static int status(String... headers) {
        return sample().get("dump/regions.nt", headers).statusCode();
    }

    private static InMemoryGraph dump(String slug, Syntax syntax) {
        String body = sample().get("dump/" + slug + "." + syntax.suffix()).body();
        InMemoryGraph graph = new InMemoryGraph();
        RdfReader.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                slug,
                syntax,
                "urn:none",
                quad -> graph.add(quad.in(Quad.DEFAULT_GRAPH)));
        return graph;
    }
}
