package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise j6: what the Croissant format specification 1.0 requires of each of its objects, held against the sample's datasets. */
class CroissantTest {
    private static final Set<String> TYPES =
            Set.of("sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date", "sc:DateTime", "sc:URL");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"regions", "departements", "communes", "collectivites-outremer", "etablissements"})
    void j6_aDatasetHasWhatTheSpecificationRequires(String slug) {
        HttpResponse<String> response = sample().get("croissant/" + slug);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/ld+json");
        JsonNode dataset = JsonMapper.shared().readTree(response.body());
        assertThat(dataset.path("@context").path("@vocab").asString()).isEqualTo("https://schema.org/");
        assertThat(dataset.path("@context").path("cr").asString()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(dataset.path("@type").asString()).isEqualTo("sc:Dataset");
        assertThat(dataset.path("conformsTo").asString()).isEqualTo("http://mlcommons.org/croissant/1.0");
        assertThat(dataset.path("url").asString()).isEqualTo(BASE + "dataset/" + slug);
        for (String required : List.of("name", "description", "license", "creator", "datePublished", "distribution")) {
            assertThat(dataset.path(required).isMissingNode()
                            || dataset.path(required).isEmpty()
                                    && dataset.path(required).isContainer())
                    .as(required)
                    .isFalse();
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode file : dataset.path("distribution")) {
            assertThat(file.path("@type").asString()).isEqualTo("cr:FileObject");
            assertThat(ids.add(file.path("@id").asString())).isTrue();
            for (String required : List.of("name", "contentUrl", "contentSize", "encodingFormat", "sha256")) {
                assertThat(file.path(required).asString("")).as(required).isNotEmpty();
            }
            assertThat(file.path("sha256").asString()).matches("[0-9a-f]{64}");
            assertThat(file.path("encodingFormat").asString()).matches("[a-z]+/[a-z-]+");
        }
        for (JsonNode records : dataset.path("recordSet")) {
            assertThat(records.path("@type").asString()).isEqualTo("cr:RecordSet");
            assertThat(ids.add(records.path("@id").asString())).isTrue();
            for (JsonNode field : records.path("field")) {
                assertThat(field.path("@type").asString()).isEqualTo("cr:Field");
                assertThat(ids.add(field.path("@id").asString())).isTrue();
                assertThat(TYPES).contains(field.path("dataType").asString());
                assertThat(ids).contains(field.at("/source/fileObject/@id").asString());
            }
            for (JsonNode key : records.path("key")) {
                assertThat(ids).contains(key.path("@id").asString());
            }
        }
    }

    @Test
    void j6_theFieldsAreTheColumnsOfTheFileWithThatDigest() throws IOException {
        JsonNode dataset = JsonMapper.shared()
                .readTree(sample().get("croissant/collectivites-outremer").body());
        JsonNode file = dataset.at("/distribution/0");
        assertThat(file.path("contentUrl").asString()).isEqualTo(BASE + "dump/collectivites-outremer.csv");
        String csv = sample().get("dump/collectivites-outremer.csv").body();
        Path copy = Files.writeString(folder.resolve("x.csv"), csv, StandardCharsets.UTF_8);
        assertThat(file.path("sha256").asString()).isEqualTo(Sha256.of(copy));
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (JsonNode field : dataset.at("/recordSet/0/field")) {
            columns.add(field.at("/source/extract/column").asString());
            types.add(field.path("dataType").asString());
        }
        assertThat(String.join(",", columns)).isEqualTo(csv.lines().findFirst().orElseThrow());
        assertThat(types.get(columns.indexOf("population"))).isEqualTo("sc:Integer");
        assertThat(types.get(columns.indexOf("code_commune"))).isEqualTo("sc:Text");
    }

    @Test
    void j6_itSaysHowToCiteItWhenAndWhereItHoldsAndWhatItsColumnsMean() {
        JsonNode dataset =
                JsonMapper.shared().readTree(sample().get("croissant/communes").body());
        assertThat(dataset.path("citeAs").asString()).contains("(2026)", ", 2024.", BASE + "dataset/communes");
        assertThat(dataset.path("inLanguage").asString()).isEqualTo("en");
        assertThat(dataset.path("temporalCoverage").asString()).isEqualTo("2024-01-01/2024-12-31");
        assertThat(dataset.at("/spatialCoverage/0/name").asString()).isEqualTo("France");
        assertThat(dataset.path("isPartOf").get(0).asString()).contains("series/");
        boolean isExplained = false;
        for (JsonNode field : dataset.at("/recordSet/0/field")) {
            isExplained |= !field.path("description").asString("").isEmpty();
        }
        assertThat(isExplained).isTrue();
    }

    @Test
    void j6_itIsJsonLdThatNeedsNoOtherDocument() throws IOException {
        Path copy = Files.writeString(
                folder.resolve("x.jsonld"), sample().get("croissant/regions").body());
        InMemoryGraph graph = RdfReader.readGraph(copy, BASE + "croissant/");
        Term.Iri dataset = new Term.Iri(BASE + "dataset/regions");
        assertThat(graph.object(dataset, Vocabulary.DCT + "conformsTo")).isPresent();
        assertThat(graph.subjects(Vocabulary.RDF + "type", new Term.Iri("http://mlcommons.org/croissant/Field")))
                .hasSize(6);
    }

    @Test
    void j6_theDatasetLeadsToItAndAnUnknownOneIsNotFound() {
        assertThat(sample().get("dataset/regions", "Accept", "text/html")
                        .headers()
                        .allValues("Link"))
                .anyMatch(link -> link.contains("<" + BASE + "croissant/regions>; rel=\"describedby\""));
        assertThat(sample().get("croissant/nothing").statusCode()).isEqualTo(404);
        assertThat(sample().get("croissant/vocab").statusCode()).isEqualTo(404);
    }
}
