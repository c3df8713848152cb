package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;

/** The home page and the pages of datasets: what they show first, and in whose words. */
class CatalogPagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("<a href=\"(/id/[^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "fr, regions, lien introuvable, >région de 2011 chez l'Insee</a>",
        "en, regions, no link found, >région of 2011 at INSEE</a>",
        "fr, etablissements, clé de lien absente, « code de la commune »",
        "en, etablissements, no key to link by, “commune code”",
    })
    void aFindingIsToldInTheWordsOfThePagesLanguage(String language, String dataset, String rule, String words) {
        String page = HtmlUtils.htmlUnescape(sample().get("dataset/%s.html?lang=%s".formatted(dataset, language))
                .body());
        String findings = page.substring(page.indexOf("class=\"findings\""));
        assertThat(findings).contains(">" + rule + "<").contains(words).doesNotContain("#codeCommune", "#insee2011<");
    }

    @Test
    void findingsAreNamedByTheirRulesAndFilteredByThem() {
        String all = sample().get("dataset/etablissements.html?lang=fr").body();
        assertThat(all)
                .contains("objet auquel manque ce que la plupart ont")
                .doesNotContain("refusé par la fonction « shape-warning »");
        String some = sample().get("dataset/etablissements.html?lang=fr&rule=shape-warning")
                .body();
        String findings = some.substring(some.indexOf("<ul class=\"findings\""));
        assertThat(findings)
                .contains("objet auquel manque ce que la plupart ont")
                .doesNotContain("colonne vide");
        assertThat(all).contains("href=\"/dataset/etablissements.html?rule=shape-warning#findings\"");
        assertThat(sample().get("dataset/etablissements.html?lang=fr&rule=none").body())
                .contains("colonne vide"); // a rule that raised nothing filters nothing
    }

    /** Counted by hand in the sample: 117 communes, 6 overseas and 12 municipal arrondissements; 32 cells of 2017 that are numbers. */
    @Test
    void theHomePageSaysInFiguresWhatThereIs() {
        String page = sample().get("?lang=en").body();
        assertThat(page)
                .contains(
                        "<a href=\"/list/etablissement\">47 institutions: 19 universities, 11 schools, 11 grands établissements, 6 others</a>",
                        "<a href=\"/cube/inscrits\">513,320 students enrolled in the 32 institutions that declare them (2017)</a>",
                        "<a href=\"/list/region\">135 communes and municipal arrondissements, 101 départements, 18 régions</a>",
                        "<a href=\"/changes\">Published on ");
        assertThat(page.split("class=\"why\"", -1)).as("a query behind each").hasSize(1 + 3);
        assertThat(sample().get("?lang=fr").body().replaceAll("\\h", " ")).contains("513 320 inscrits");
    }

    @Test
    void aDatasetIsTakenFirstAsWhatPeopleOpen() {
        String page = sample().get("dataset/etablissements.html?lang=en").body();
        String take = page.substring(page.indexOf("id=\"downloads\""));
        assertThat(take.indexOf("CSV for Excel: Institutions"))
                .isPositive()
                .isLessThan(take.indexOf("The original file, CSV ("))
                .isLessThan(take.indexOf("RDF, in 6 forms"));
        assertThat(take).contains("href=\"/list/etablissement.excel.csv\"", "href=\"/dump/etablissements.csv\"");
    }

    @Test
    void theLegalNoticeNamesPublisherContactLicenceAndWhatIsKeptOfReaders() {
        assertThat(sample().get("legal?lang=en", "Accept", "text/html").body())
                .contains(">Pléiade</a>", "href=\"mailto:contact@pleiade.example\"", "Etalab", "kept for a year");
    }

    @Test
    void theHomePageBeginsWithTheDatasetThatLeadsToMostOthers() {
        assertThat(examples(sample().get("?lang=en").body()).get(0)).startsWith("/id/etablissement/");
    }

    @Test
    void theThingsToBeginWithAreThoseToWhichMostOthersLead(@TempDir Path folder)
            throws IOException, InterruptedException {
        String linked = ServedSample.BASE + "id/thing/z";
        SmallSite site = new SmallSite(folder)
                .publish("a;A;" + linked, "b;B;" + ServedSample.BASE + "id/thing/y", "c;C;" + linked, "y;Y;", "z;Z;");
        try (PleiadeServer server = site.serve()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .header("Accept", "text/html")
                    .build();
            String page = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            assertThat(examples(page)).containsExactly("/id/thing/z", "/id/thing/y", "/id/thing/a");
        }
    }

    private static List<String> examples(String page) {
        String shown = page.substring(page.indexOf("id=\"examples\""), page.indexOf("id=\"use\""));
        return EXAMPLE.matcher(shown).results().map(link -> link.group(1)).toList();
    }
}
