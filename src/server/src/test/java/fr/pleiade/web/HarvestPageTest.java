package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What portals would make of a dataset's description, as a page. */
class HarvestPageTest {
    private static final List<String> DATASETS = ServedSample.datasets();
    private static final String HARVEST = "dataset/etablissements/harvest";

    @Test
    void aPageTellsTheScoresEachLostPointAndWhatBecomesOfEachField() {
        String page = sample().get(HARVEST + ".html?lang=en").body();
        assertThat(page)
                .contains("data.europa.eu: 395 of 405", "data.gouv.fr: 9 of 9", "No point is lost.")
                .contains("list of licences", "dct:accrualPeriodicity", "dropped");
        assertThat(Pattern.compile("<li>−").matcher(page).results()).hasSize(1);
        assertThat(sample().get(HARVEST + ".html?lang=fr").body())
                .contains(
                        "data.europa.eu : 395 sur 405",
                        "Aucun point n",
                        "ignorée",
                        "Nommer une autre licence serait faux");
    }

    @Test
    void theDatasetsPageLeadsThere() {
        assertThat(sample().get("dataset/etablissements.html?lang=en").body())
                .contains("href=\"/dataset/etablissements/harvest\"");
    }

    @Test
    void aPinnedPageStaysWithItsRelease() {
        String id = sample().release().id();
        assertThat(sample().get("release/" + id + "/" + HARVEST + ".html?lang=en")
                        .body())
                .contains("href=\"/release/" + id + "/dataset/etablissements\"", "395 of 405");
    }

    @Test
    void whatIsNoDatasetIsNotFound() {
        assertThat(sample().get("dataset/vocab/harvest").statusCode()).isEqualTo(404);
        assertThat(sample().get("dataset/nothing/harvest").statusCode()).isEqualTo(404);
    }

    /** Of the 405 points only the ten for a licence of the European Union's list, which does not have the Licence Ouverte. */
    @Test
    void d5_eachDatasetOfTheSampleLosesOnlyThePointsOfItsLicence() {
        for (String slug : DATASETS) {
            assertThat(page(slug)).as(slug).contains("data.europa.eu: 395 of 405");
        }
    }

    @Test
    void d6_eachDatasetOfTheSampleMeetsAllNineCriteria() {
        for (String slug : DATASETS) {
            assertThat(page(slug)).as(slug).contains("data.gouv.fr: 9 of 9");
        }
    }

    @Test
    void theFiguresAreHadAsJsonByNegotiationAndBySuffix() {
        HttpResponse<String> answer = sample().get(HARVEST, "Accept", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode rehearsal = JsonMapper.shared().readTree(answer.body());
        assertThat(rehearsal.at("/scores/0/total").asInt()).isEqualTo(395);
        assertThat(rehearsal.at("/scores/1/portal").asString()).isEqualTo("data.gouv.fr");
        assertThat(rehearsal.at("/scores/1/total").asInt()).isEqualTo(9);
        assertThat(rehearsal.at("/day").asString())
                .isEqualTo(sample().release().created().toString().substring(0, 10));
        assertThat(JsonMapper.shared().readTree(sample().get(HARVEST + ".json").body()))
                .isEqualTo(rehearsal);
    }

    @Test
    void thePageOfTheCatalogueTellsTheMeanAndTheReasonOfEachLostPointOnce() {
        String page = sample().get("catalog/harvest.html?lang=en").body();
        assertThat(page)
                .contains("data.europa.eu: 395 of 405", "list of licences", "href=\"/dataset/communes/harvest\"");
        assertThat(Pattern.compile("<li>data.europa.eu, −").matcher(page).results())
                .as("one for each of two licences")
                .hasSize(2);
        assertThat(sample().get("catalog/harvest.html?lang=fr").body()).contains("data.europa.eu : 395 sur 405");
        JsonNode catalogue = JsonMapper.shared()
                .readTree(sample().get("catalog/harvest.json").body());
        assertThat(catalogue.get("europa").asInt()).isEqualTo(395);
        assertThat(catalogue.get("dataGouv").asInt()).isEqualTo(9);
        assertThat(catalogue.get("datasets").size()).isEqualTo(DATASETS.size());
        assertThat(catalogue.at("/lost/0/points").asInt()).isEqualTo(10);
        assertThat(catalogue.at("/lost/0/datasets").size()).isEqualTo(DATASETS.size() - 1);
        assertThat(catalogue.at("/lost/1/datasets").size()).as("ROR's").isEqualTo(1);
        assertThat(sample().get("catalog.html?lang=en").body()).contains("href=\"/catalog/harvest\"");
    }

    private static String page(String slug) {
        return sample().get("dataset/" + slug + "/harvest.html?lang=en").body();
    }
}
