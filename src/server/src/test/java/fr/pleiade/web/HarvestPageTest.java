package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What portals would make of a dataset's description, as a page. */
class HarvestPageTest {
    private static final List<String> DATASETS =
            List.of("collectivites-outremer", "communes", "departements", "etablissements", "regions");
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

    private static String page(String slug) {
        return sample().get("dataset/" + slug + "/harvest.html?lang=en").body();
    }
}
