package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Pages and documents about what exists no more, and about what took its place. */
class HistoryPagesTest {
    @Test
    void aFormerCommuneSaysUntilWhenItWasAndWhatItIsToday() {
        assertThat(page("doc/commune/91182", "fr"))
                .contains(
                        "Ancienne commune, code Insee 91182, qui a existé jusqu'au 1er janvier 2019",
                        "c'est aujourd'hui Évry-Courcouronnes",
                        "href=\"/id/commune/91228\"",
                        "Création de commune nouvelle");
        assertThat(page("doc/commune/91182", "en")).contains("Former commune", "it is Évry-Courcouronnes today");
    }

    @Test
    void aCommuneSaysWhatWentIntoIt() {
        assertThat(page("doc/commune/01015", "fr"))
                .contains("Communes qui y sont entrées", "Saint-Bois", "href=\"/id/commune/01340\"", "Mouvements");
    }

    @Test
    void aRegionSaysWhichItReplaced() {
        assertThat(page("doc/region/84", "fr")).contains("Régions qu'elle a remplacées", "Rhône-Alpes");
        assertThat(page("doc/region/82", "en")).contains("Former région", "Auvergne-Rhône-Alpes");
    }

    @Test
    void theAddressOfAFormerCommuneDereferences() {
        assertThat(sample().get("id/commune/78228", "Accept", "text/turtle").statusCode())
                .isEqualTo(303);
        HttpResponse<String> document = sample().get("doc/commune/78228.ttl");
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("dct:isReplacedBy", "<" + BASE + "id/commune/91228>", "\"1968-01-01\"^^xsd:date");
    }

    @Test
    void aFormerCodeIsResolved() {
        HttpResponse<String> response = sample().get("resolve/commune/01340");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + "id/commune/01340");
    }

    @Test
    void whoSearchesByNameFindsTerritoriesAndNotTheirMovements() {
        assertThat(sample().get("search?q=Courcouronnes", "Accept", "application/json")
                        .body())
                .contains("id/commune/91182", "id/commune/91228")
                .doesNotContain("id/mouvement/");
    }

    private static String page(String path, String language) {
        HttpResponse<String> response = sample().get(path, "Accept", "text/html", "Accept-Language", language);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().replace("&#39;", "'");
    }
}
