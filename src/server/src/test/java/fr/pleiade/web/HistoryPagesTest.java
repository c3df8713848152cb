package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
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
                .contains("Communes qui y sont entrées", "Saint-Bois", "href=\"/id/commune/01340\"");
    }

    @Test
    void whatHappenedToACommuneStandsInTheOrderOfTimeAsALineAndAsAList() {
        String history = history("doc/commune/91228", "fr");
        assertThat(history).contains("<h2", "Histoire", "aria-label=\"3 dates, de 1968 à 2020.\"");
        assertThat(events(history))
                .containsExactly(
                        "1er janvier 1968",
                        "Changement de code dû à un changement de département : Évry (78228) devient Évry (91228)",
                        "1er janvier 2019",
                        "Création de commune nouvelle : Courcouronnes (91182) devient Évry-Courcouronnes (91228)",
                        "Création de commune nouvelle : Évry (91228) devient Évry (commune déléguée)",
                        "Création de commune nouvelle : Évry (91228) devient Évry-Courcouronnes (91228)",
                        "1er mars 2020",
                        "Suppression de commune déléguée : Courcouronnes (commune déléguée) devient Évry-Courcouronnes (91228)",
                        "Suppression de commune déléguée : Évry (commune déléguée) devient Évry-Courcouronnes (91228)");
        assertThat(history).contains("href=\"/id/mouvement/1968-01-01-41-COM78228-COM91228\"");
        assertThat(events(history("doc/commune/91228", "en")))
                .startsWith(
                        "1 January 1968",
                        "Change of code by a change of département: Évry (78228) becomes Évry (91228)");
        assertThat(events(history("doc/commune/77083", "fr")))
                .containsExactly("9 avril 1962", "Changement de nom : Champs (77083) devient Champs-sur-Marne (77083)");
    }

    @Test
    void aFormerRegionAndAnInstitutionSayWhenTheyEndedAndBegan() {
        assertThat(events(history("doc/region/84", "fr")))
                .containsExactly("1er janvier 2016", "Fin de Rhône-Alpes, dont le territoire est repris");
        assertThat(events(history("doc/region/82", "en")))
                .contains("1 January 2016", "Exists no more; succeeded by Auvergne-Rhône-Alpes");
        String school = history("doc/etablissement/VaJ52", "fr");
        assertThat(events(school)).startsWith("1793", "Fondation");
        assertThat(school)
                .as("where it comes from")
                .contains("/why?subject=id/etablissement/VaJ52&amp;predicate=schema:foundingDate");
    }

    private static String history(String path, String language) {
        String page = page(path, language);
        int heading = page.indexOf(language.equals("fr") ? ">Histoire</h2>" : ">History</h2>");
        assertThat(heading).as("a history on %s", path).isPositive();
        return page.substring(page.lastIndexOf("<section", heading), page.indexOf("</section>", heading));
    }

    /** {@return the days and what happened on each, without markup} */
    private static List<String> events(String history) {
        return Pattern.compile("<(dt|dd)>(.*?)</\\1>", Pattern.DOTALL)
                .matcher(history)
                .results()
                .map(part -> part.group(2).replaceAll("<[^>]*>", "").strip())
                .toList();
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
