package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What portals would make of a dataset's description, as a page. */
class HarvestPageTest {
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
}
