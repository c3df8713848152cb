package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Numbers that are not there say why, in words: line 3 of the sample of the employment of masters, whose 17 indicators are {@code
 * 32;87;7;91;ns;ns;ns;ns;ns;49;6.7;1770;ns;ns;68;1400;2120}.
 */
class CubeStatusTest {
    private static final String SLICE =
            "?etablissement=etablissement/ti37C&refPeriod=2017&discipline=disc08&delai=delai-insertion/30-mois&diplome=diplome-insertion/master-lmd";

    private static String body(String path, String... headers) {
        HttpResponse<String> answer = sample().get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aFileHasTheCodeOfTheStatusAndItsWords() {
        List<String> french =
                body("cube/insertion-master.csv" + SLICE + "&lang=fr").lines().toList();
        assertThat(french).hasSize(18);
        assertThat(french)
                .filteredOn(line -> line.endsWith(",,statut-observation/ns,non significatif : trop peu de réponses"))
                .hasSize(7);
        assertThat(body("cube/insertion-master.csv" + SLICE + "&lang=en").lines())
                .filteredOn(line -> line.endsWith(",,statut-observation/ns,not significant: too few answers"))
                .hasSize(7);
        assertThat(body("cube/insertion-master.excel.csv" + SLICE + "&lang=fr").lines())
                .filteredOn(line -> line.endsWith(";;non significatif : trop peu de réponses"))
                .hasSize(7);
    }

    @Test
    void aPageSaysItInTheTableAndHowManyInASentence() {
        assertThat(body("cube/insertion-master" + SLICE + "&lang=fr", "Accept", "text/html"))
                .contains(">non significatif : trop peu de réponses</a>")
                .contains("Sans nombre : « non significatif : trop peu de réponses » (7).");
        assertThat(body("cube/insertion-master" + SLICE + "&lang=en", "Accept", "text/html"))
                .contains(">not significant: too few answers</a>")
                .contains("Without a number: “not significant: too few answers” (7).");
    }

    @Test
    void theOneNumberThatIsNotThereSaysWhy() {
        assertThat(body(
                        "cube/insertion-master" + SLICE + "&indicateur=indicateur-insertion/emplois-stables&lang=en",
                        "Accept",
                        "text/html"))
                .contains("<p class=\"lead\">Share of stable jobs: not significant: too few answers</p>")
                .doesNotContain("Without a number");
    }

    @Test
    void jsonStatHasItBesideTheNumbers() {
        assertThat(body("cube/insertion-master.json" + SLICE + "&lang=en"))
                .contains("not significant: too few answers");
    }

    @Test
    void theSameValuesLeadToOtherStatistics() {
        String page = body("cube/insertion-master?etablissement=etablissement/ti37C&lang=en", "Accept", "text/html");
        assertThat(page)
                .contains("<a href=\"/cube/insertion-master-domaines?etablissement=etablissement/ti37C\">")
                .contains("href=\"/cube/effectifs-sexe?etablissement=etablissement/ti37C\"")
                .contains("other statistics have these values");
    }
}
