package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stars of datasets as pages, JSON, picture and DQV: the same in each. */
class StarsTest {
    private static final String STARS = "dataset/etablissements/stars";

    @TempDir
    private Path folder;

    @Test
    void e1_aDatasetsPageShowsItsStarsWithTheirEvidenceInTheReadersLanguage() {
        assertThat(sample().get("dataset/etablissements.html?lang=en").body())
                .contains("5 stars of 5", "use URIs to denote things", "dereference: this release describes them")
                .contains("Open Licence 2.0");
        assertThat(sample().get("dataset/etablissements.html?lang=fr").body())
                .contains("5 étoiles sur 5", "désignez les choses par des URI", "se déréférencent");
    }

    @Test
    void e1_jsonHasAllThatThePageHas() {
        HttpResponse<String> response = sample().get(STARS, "Accept", "application/json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode stars = JsonMapper.shared().readTree(response.body());
        assertThat(stars.get("dataset").asString()).isEqualTo(BASE + "dataset/etablissements");
        assertThat(stars.get("release").asString()).isEqualTo(sample().release().id());
        assertThat(stars.get("verified").asString())
                .isEqualTo(sample().release().created().toString());
        assertThat(stars.get("stars").asInt()).isEqualTo(5);
        assertThat(stars.get("steps")).hasSize(5);
        assertThat(stars.at("/steps/0/sentence/en").asString())
                .isEqualTo("make your stuff available on the Web (whatever format) under an open license");
        long targets = 0;
        for (JsonNode publisher : stars.get("publishers")) {
            targets += publisher.get("targets").asLong();
            assertThat(publisher.get("verified").asLong())
                    .isLessThanOrEqualTo(publisher.get("targets").asLong());
        }
        assertThat(stars.at("/figures/targets").asLong()).isEqualTo(targets).isPositive();
    }

    @Test
    void e1_theStoreSaysTheSameFigures() {
        JsonNode figures = JsonMapper.shared()
                .readTree(sample().get(STARS + ".json").body())
                .get("figures");
        String query =
                "PREFIX%20dqv:%3Chttp://www.w3.org/ns/dqv%23%3E%20SELECT%20?v%20%7B%20GRAPH%20?g%20%7B%20%3C" + BASE
                        + "dataset/etablissements%3E%20dqv:hasQualityMeasurement%20?m%20.%20?m%20dqv:isMeasurementOf%20%3C"
                        + BASE
                        + "vocab/quality%23verifiedTargets%3E%20;%20dqv:value%20?v%20%7D%20%7D";
        String csv = sample().get("sparql?query=" + query, "Accept", "text/csv").body();
        assertThat(csv.lines().skip(1))
                .containsExactly(figures.get("verifiedTargets").asString());
    }

    @Test
    void theMetricsDereference() {
        assertThat(sample().get("vocab/quality.ttl").body()).contains("dqv#Metric", "verifiedTargets");
        assertThat(sample().get("vocab/quality.html?lang=fr").body()).contains("adresses qui répondent");
        assertThat(sample().get("dataset/regions.ttl").body()).contains("QualityMeasurement");
    }

    @Test
    void theBadgeIsAPictureThatSaysWhatItShowsAndMayBeKept() {
        HttpResponse<String> badge = sample().get(STARS + ".svg");
        assertThat(badge.statusCode()).isEqualTo(200);
        assertThat(badge.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(badge.headers().firstValue("Cache-Control").orElse("")).contains("public", "max-age");
        assertThat(badge.headers().firstValue("ETag")).isPresent();
        assertThat(badge.body())
                .contains("role=\"img\"", "<title", "5 étoiles sur 5 / 5 stars of 5", "★★★★★")
                .contains("Principaux établissements d&#39;enseignement supérieur")
                .doesNotContain("<script", "style=");
    }

    @Test
    void allDatasetsAndProducersAreInOneTable() {
        String page = sample().get("stars.html?lang=en").body();
        assertThat(page)
                .contains("French Ministry of Higher Education and Research")
                .contains("National Institute of Statistics and Economic Studies (INSEE)")
                .contains("/dataset/regions/stars");
        assertThat(JsonMapper.shared().readTree(sample().get("stars.json").body()))
                .hasSize(ServedSample.datasets().size());
        assertThat(sample().get("catalog.html?lang=fr").body()).contains("href=\"/stars\"");
    }

    @Test
    void itsPageOfStarsSaysWhomItLeadsTo() {
        assertThat(sample().get(STARS + ".html?lang=en").body())
                .contains("<h1>The stars of Main higher-education institutions</h1>", "Research Organization Registry")
                .contains("form and check character are those of the register");
    }

    @Test
    void aReleaseKeepsItsOwnAndWhatIsNoDatasetHasNone() {
        String id = sample().release().id();
        assertThat(sample().get("release/" + id + "/" + STARS + ".json").body())
                .isEqualTo(sample().get(STARS + ".json").body());
        assertThat(sample().get("dataset/nothing/stars").statusCode()).isEqualTo(404);
        assertThat(sample().get("dataset/vocab/stars").statusCode()).isEqualTo(404);
        assertThat(sample().get(STARS + ".ttl").statusCode()).isEqualTo(404);
        assertThat(sample().get(STARS, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void theTrendShowsEachReleaseThatIsKept() {
        SmallSite site = new SmallSite(folder).publish("a;A;");
        site.publish("a;A;", "b;B;https://other.example/1");
        try (PleiadeServer server = site.serve()) {
            String page = SmallSite.get(server, "dataset/things.html?lang=en").body();
            assertThat(page).contains("0 stars of 5"); // an unknown licence
            String trend = page.substring(page.indexOf("<caption>Its stars in this release"));
            trend = trend.substring(0, trend.indexOf("</table>"));
            assertThat(trend.split("<time", -1)).as("two releases in the trend").hasSize(3);
            assertThat(trend.split("<a href=\"/release/", -1)).hasSize(3);
        }
    }
}
