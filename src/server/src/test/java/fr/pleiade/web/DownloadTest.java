package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
