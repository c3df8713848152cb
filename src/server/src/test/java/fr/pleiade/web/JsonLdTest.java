package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Promises u4 and c13: JSON-LD that anybody can read, with our context and without fetching it. */
class JsonLdTest {
    private static final String DOCUMENT = "doc/etablissement/0Mvk5";
    private static final List<String> DOCUMENTS = List.of(
            DOCUMENT, "doc/commune/35238", "catalog", "dataset/etablissements", "vocab", "void", "dump/regions");

    @Test
    void u4_otherReadersFindTheSameGraphInJsonLdAsInNTriples() {
        for (String path : DOCUMENTS) {
            Model expected = model(sample().get(path + ".nt").body(), Lang.NTRIPLES);
            Model actual = model(sample().get(path + ".jsonld").body(), Lang.JSONLD11);
            assertThat(actual.isIsomorphicWith(expected)).as(path).isTrue();
        }
    }

    @Test
    void c13_noDocumentAsksForAContext() throws Exception {
        for (String path : DOCUMENTS) {
            JsonDocument document = JsonDocument.of(
                    new StringReader(sample().get(path + ".jsonld").body()));
            assertThat(JsonLd.expand(document).options(offline()).get())
                    .as(path)
                    .isNotEmpty();
        }
    }

    @Test
    void theContextStandsInFront() {
        for (String path : DOCUMENTS) {
            assertThat(sample().get(path + ".jsonld").body()).as(path).matches("(?s)\\{\\s*\"@context\".*");
        }
    }

    @Test
    void c13_theContextThatWeHostSaysWhatTheDocumentsSayThemselves() {
        JsonNode hosted = JsonMapper.shared()
                .readTree(sample().get("context.jsonld").body())
                .get("@context");
        for (String path : List.of(DOCUMENT, "dataset/etablissements", "vocab")) {
            JsonNode inline = JsonMapper.shared()
                    .readTree(sample().get(path + ".jsonld").body())
                    .get("@context");
            inline.propertyStream()
                    .forEach(term -> assertThat(hosted.get(term.getKey()))
                            .as(path + " " + term.getKey())
                            .isEqualTo(term.getValue()));
        }
    }

    @Test
    void c13_aDocumentReadWithTheHostedContextIsTheSameGraph() {
        String hosted = sample().get("context.jsonld").body();
        for (String path : List.of(DOCUMENT, "doc/commune/35238", "dataset/etablissements")) {
            String inline = sample().get(path + ".jsonld").body();
            ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(inline);
            document.set("@context", JsonMapper.shared().readTree(hosted).get("@context"));
            assertThatGraph(graph(document.toString())).isIsomorphicTo(graph(inline));
        }
    }

    @Test
    void c13_theHostedContextIsCachedReadableFromAnywhereAndPinned() {
        HttpResponse<String> context = sample().get("context.jsonld", "Origin", "https://elsewhere.example");
        assertThat(context.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(context.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(context.headers().firstValue("Cache-Control").orElse("")).startsWith("public, max-age=");
        assertThat(context.headers().firstValue("ETag")).isPresent();
        String pinned = "release/" + sample().release().id() + "/context.jsonld";
        assertThat(sample().get(pinned).body()).isEqualTo(context.body());
        assertThat(sample().get(pinned).headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
    }

    @Test
    void theOntologySaysWhatTheTermsAre() {
        JsonNode context = JsonMapper.shared()
                .readTree(sample().get("context.jsonld").body())
                .get("@context");
        assertThat(context.get("uai").get("@id").asString()).isEqualTo(BASE + "vocab/pleiade#uai");
        assertThat(context.get("uai").has("@type")).isFalse();
        assertThat(context.get("prefLabel").get("@container").asString()).isEqualTo("@language");
        TreeSet<String> kinds = new TreeSet<>();
        context.values().stream()
                .filter(JsonNode::isObject)
                .forEach(term -> kinds.add(term.path("@type").asString("")
                        + term.path("@container").asString("")));
        assertThat(kinds).contains("@id", "@language", Vocabulary.XSD + "integer");
    }

    @Test
    void aDocumentCallsAPropertyByItsTerm() {
        JsonNode thing =
                JsonMapper.shared().readTree(sample().get(DOCUMENT + ".jsonld").body()).get("@graph").values().stream()
                        .filter(node -> node.get("@id").asString().endsWith("id/etablissement/0Mvk5"))
                        .findFirst()
                        .orElseThrow();
        assertThat(thing.get("uai").asString()).isEqualTo("0753480A");
    }

    private static JsonLdOptions offline() {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader((address, how) -> {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "asked for " + address);
        });
        return options;
    }

    private static Model model(String text, Lang syntax) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), BASE, syntax);
        return model;
    }

    private static InMemoryGraph graph(String jsonLd) {
        byte[] bytes = jsonLd.getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "memory", Syntax.JSON_LD, BASE);
    }
}
