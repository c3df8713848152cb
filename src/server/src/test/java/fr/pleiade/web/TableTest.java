package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises w1 to w3: the tables that datasets are made from, as CSV on the Web. */
class TableTest {
    @Test
    void w1_theTableIsCsvWithAHeaderAndLeadsToItsDescription() {
        HttpResponse<String> response = sample().get("dump/regions.csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .startsWith("text/csv;")
                .contains(";charset=utf-8", ";header=present");
        assertThat(response.headers().allValues("Link"))
                .contains("<" + BASE
                        + "dump/regions.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
        assertThat(response.body().lines().count())
                .isEqualTo(sample().release().graph("regions").orElseThrow().rows() + 1);
    }

    @Test
    void w1_theTableIsOneOfTheFormsOfADataset() {
        HttpResponse<String> response = sample().get("dump/regions", "Accept", "text/csv");
        assertThat(response.headers().firstValue("Content-Location")).contains(BASE + "dump/regions.csv");
        assertThat(sample().get("dump/regions")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/turtle");
        assertThat(sample().get("dump/all", "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(sample().get("dump/vocab.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void w2_theDescriptionNamesTheColumnsOfTheTableInTheirOrder() {
        HttpResponse<String> response = sample().get("dump/communes.csv-metadata.json");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/csvm+json");
        JsonNode description = JsonMapper.shared().readTree(response.body());
        assertThat(description.get("@context").asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(description.get("url").asString()).isEqualTo(BASE + "dump/communes.csv");
        List<String> titles = StreamSupport.stream(
                        description.at("/tableSchema/columns").spliterator(), false)
                .map(column -> column.get("titles").asString())
                .toList();
        String header =
                sample().get("dump/communes.csv").body().lines().findFirst().orElseThrow();
        assertThat(String.join(",", titles)).isEqualTo(header);
        for (JsonNode column : description.at("/tableSchema/columns")) {
            assertThat(column.get("name").asString())
                    .matches("([A-Za-z0-9]|%[0-9A-F]{2})([A-Za-z0-9_.]|%[0-9A-F]{2})*");
        }
    }

    @Test
    void w3_theSiteSaysWhereDescriptionsAre() {
        assertThat(sample().get(".well-known/csvm").body()).isEqualTo("{+url}-metadata.json\n");
    }

    @Test
    void theCompressedTableIsTheSameTable() {
        HttpResponse<String> response = sample().get("dump/regions.csv.gz");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/gzip");
    }
}
