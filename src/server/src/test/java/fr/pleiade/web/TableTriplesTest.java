package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise w4: what a converter of CSVW makes of the published tables. */
class TableTriplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"regions", "departements", "communes", "collectivites-outremer", "etablissements"})
    void w4_whatATableGivesIsPublishedAndWhatItDoesNotGiveIsNoted(String slug) throws IOException {
        JsonNode description = description(slug);
        Set<String> converted = converted(slug);
        Set<String> published = published(slug);
        assertThat(published).containsAll(converted);
        List<String> noted = StreamSupport.stream(description.path("notes").spliterator(), false)
                .map(note -> pattern(note.path("dc:subject").asString("")) + " "
                        + pattern(note.path("dc:type").asString("")))
                .toList();
        Set<String> links = linkProperties(slug);
        Set<String> silent = new TreeSet<>();
        for (String line : published) {
            Quad quad = QuadLine.parse(line);
            String said = quad.subject().text() + " " + quad.predicate().text();
            if (!converted.contains(line)
                    && !links.contains(quad.predicate().text())
                    && noted.stream().noneMatch(said::matches)) {
                silent.add(line);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static String pattern(String template) {
        return template.isEmpty()
                ? "\\S*"
                : template.replaceAll("([.#?])", "\\\\$1")
                        .replaceAll("\\{\\+[^}]*}", "\\\\S*")
                        .replaceAll("\\{[^}]*}", "[^/#]*");
    }

    /** From mappings/regions/mapping.ttl and the row {@code 53,35238,0,,Bretagne,Bretagne} by hand: the second property of a column that gives two is left out, and so is what follows by ontology/materialisation.ttl. */
    @Test
    void w4_theTableOfRegionsGivesAllThatCsvwCanSay() throws IOException {
        Set<String> converted = converted("regions");
        String brittany = "<" + BASE + "id/region/53>";
        assertThat(converted.stream().filter(line -> line.startsWith(brittany)))
                .containsExactlyInAnyOrder(
                        brittany
                                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://rdf.insee.fr/def/geo#Region> .",
                        brittany + " <http://www.w3.org/2000/01/rdf-schema#label> \"Bretagne\"@fr .",
                        brittany + " <http://rdf.insee.fr/def/geo#nomSansArticle> \"Bretagne\" .",
                        brittany + " <http://rdf.insee.fr/def/geo#codeArticle> \"0\" .",
                        brittany + " <http://rdf.insee.fr/def/geo#codeINSEE> \"53\" .",
                        brittany + " <" + BASE + "vocab/pleiade#codeChefLieu> \"35238\" .");
        JsonNode description = description("regions");
        assertThat(description.at("/tableSchema/primaryKey").toString()).isEqualTo("[\"REG\"]");
        assertThat(StreamSupport.stream(description.path("notes").spliterator(), false)
                        .map(note -> note.path("dc:type").asString()))
                .containsExactlyInAnyOrder(
                        "http://rdf.insee.fr/def/geo#nom",
                        "http://www.w3.org/2004/02/skos/core#notation",
                        "http://www.w3.org/2000/01/rdf-schema#label", // in English, looked up by the code
                        "http://schema.org/identifier",
                        "http://schema.org/name",
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    }

    @Test
    void w4_aColumnHasTheDatatypeOfItsPublishedValuesAndACodeIsAText() throws IOException {
        JsonNode columns = description("collectivites-outremer").at("/tableSchema/columns");
        assertThat(StreamSupport.stream(columns.spliterator(), false)
                        .filter(column -> !column.has("virtual"))
                        .map(column -> column.path("name").asString() + " "
                                + column.path("datatype").asString()))
                .contains("population integer", "code_commune string", "code_postal string");
    }

    private Set<String> converted(String slug) throws IOException {
        Path metadata = Files.writeString(
                folder.resolve(slug + ".csv-metadata.json"),
                sample().get("dump/" + slug + ".csv-metadata.json").body());
        Files.writeString(
                folder.resolve(slug + ".csv"),
                sample().get("dump/" + slug + ".csv").body());
        List<MappingError> faults = new ArrayList<>();
        Set<String> lines = new HashSet<>();
        Csvw.read(metadata, folder, BASE + "dump/")
                .run(Csvw.Mode.MINIMAL, quad -> lines.add(quad.toNQuads()), faults::add);
        assertThat(faults).isEmpty();
        return lines;
    }

    private static JsonNode description(String slug) {
        return JsonMapper.shared()
                .readTree(sample().get("dump/" + slug + ".csv-metadata.json").body());
    }

    private static Set<String> published(String slug) {
        return sample().get("dump/" + slug + ".nt").body().lines().collect(Collectors.toSet());
    }

    /** Links to other datasets are looked up there, and are not of the table. */
    private static Set<String> linkProperties(String slug) {
        return sample().release().links(slug).stream()
                .map(report -> report.predicate())
                .collect(Collectors.toSet());
    }
}
