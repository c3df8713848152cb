package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and files of a cube whose one measure is in euros, per cent, days and plain numbers: each number has its unit, no drawing has two. */
class CubeUnitsTest {
    private static final String ACCOUNTS = """
            url: accounts.csv
            about:
              title: { fr: Comptes, en: Accounts }
              description: { en: "Accounts invented for tests: what towns spent, how long they could go on, and how many people work for them." }
              licence: cc0
              publisher: tests
            columns:
              Id: { is: key, type: code }
              Ville: { type: code, name: ville, valueUrl: "id/towns/{Ville}", fr: ville, en: town }
              Année: { type: year, name: annee, fr: année, en: year }
              "Montant {poste}":
                type: decimal
                name: montant
                fr: montant
                en: amount
                cube:
                  fr: Comptes des villes
                  en: Accounts of towns
                  dimensions: [Ville, Année]
                  unit: { value: "{poste}", lookup: units.csv, type: iri }
            """;
    private static PleiadeServer server;

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("accounts", ACCOUNTS);
        Files.writeString(folder.resolve("mappings/accounts/units.csv"), """
                key,value
                cost,http://publications.europa.eu/resource/authority/currency/EUR
                wages,http://publications.europa.eu/resource/authority/currency/EUR
                share,http://qudt.org/vocab/unit/PERCENT
                reserve,http://qudt.org/vocab/unit/DAY
                staff,http://qudt.org/vocab/unit/NUM
                """);
        Files.writeString(folder.resolve("data/accounts.csv"), """
                Id,Ville,Année,Montant cost,Montant wages,Montant share,Montant reserve,Montant staff
                1,35238,2021,1200000000,40000000,40,12.5,100
                2,35238,2022,1234567890.5,45312345,45,165.25,110
                3,01004,2022,-45312345,600.5,7.25,,3
                4,A1,2022,,,,,1
                5,A2,2022,,,,,2
                6,A3,2022,,,,,3
                7,A4,2022,,,,,4
                8,A5,2022,,,,,5
                9,A6,2022,,,,,6
                10,A1,2023,,,,,11
                11,A2,2023,,,,,12
                12,A3,2023,,,,,13
                13,A4,2023,,,,,14
                14,A5,2023,,,,,15
                15,A1,2024,,,,,21
                16,A2,2024,,,,,22
                17,A3,2024,,,,,23
                18,A4,2024,,,,,24
                """);
        Files.copy(Path.of("ontology/units.ttl"), folder.resolve("ontology/units.ttl"));
        PublishReport report = site.publish();
        assertThat(report.outcome()).as(report.toString()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        server = PleiadeServer.start(
                new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, Path.of("fuseki-config/pleiade.ttl")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String body(String path, String... headers) {
        HttpResponse<String> answer = SmallSite.get(server, path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String page(String query) {
        return body("cube/accounts?" + query, "Accept", "text/html");
    }

    /** {@return what the drawings of a page say} */
    private static List<String> sentences(String page) {
        return all(page, "<figcaption>([^<]*)</figcaption>");
    }

    private static List<String> all(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void aLineSaysItsUnit() {
        assertThat(sentences(page("ville=35238&poste=cost&lang=fr")))
                .containsExactly(
                        "Cost : 1,23\u00a0Md\u00a0€ en 2022, contre 1,2\u00a0Md\u00a0€ en 2021 (+2,9\u202f%).");
        assertThat(sentences(page("ville=35238&poste=cost&lang=en")))
                .containsExactly("Cost: €1.23B in 2022, after €1.2B in 2021 (+2.9%).");
        assertThat(sentences(page("ville=35238&poste=share&lang=fr")))
                .containsExactly("Share : 45\u202f% en 2022, contre 40\u202f% en 2021 (+5\u00a0points).");
        assertThat(sentences(page("ville=35238&poste=staff&lang=en")))
                .as("plain counts")
                .containsExactly("Staff: 110 in 2022, after 100 in 2021 (+10%).");
    }

    @Test
    void numbersOfSeveralUnitsAreInDrawingsOfTheirOwn() {
        assertThat(sentences(page("ville=35238&annee=2022&lang=fr")))
                .as("two are in euros, and of each other unit there is one")
                .containsExactly(
                        "Poste : cost a le plus, 1,23\u00a0Md\u00a0€ ; wages le moins, 45,3\u00a0M\u00a0€ (2 valeurs).");
        String lines = page("ville=35238&poste=cost&poste=reserve&lang=en");
        assertThat(sentences(lines))
                .containsExactly(
                        "Cost: €1.23B in 2022, after €1.2B in 2021 (+2.9%).",
                        "Reserve: 165\u00a0days in 2022, after 12.5\u00a0days in 2021 (+1,222%).");
        List<String> curves = all(lines, "<path class=\"curve\" d=\"([^\"]*)\"");
        assertThat(curves).hasSize(2).allSatisfy(curve -> assertThat(curve).endsWith(" 34.0"));
    }

    /** Eight towns say it for 2022, five for 2023, four for 2024. */
    @Test
    void barsAreOfTheLastYearThatMoreThanHalfHave() {
        assertThat(sentences(page("poste=staff&lang=en")))
                .containsExactly("Staff, 2023: A5 has the most, 15; A1 the least, 11 (5 values).");
    }

    @Test
    void aTableSaysAUnitInTheHeadOfItsColumnElseWithTheNumber() {
        String mixed = page("ville=35238&annee=2022&lang=fr");
        assertThat(all(mixed, "<td class=\"number\"><a[^>]*>([^<]*)</a>"))
                .containsExactly(
                        "1\u202f234\u202f567\u202f890,5\u00a0€",
                        "165,25\u00a0jours",
                        "45\u202f%",
                        "110",
                        "45\u202f312\u202f345\u00a0€");
        assertThat(all(mixed, "<th scope=\"col\" class=\"number\">([^<]*)</th>"))
                .containsExactly("montant");
        String euros = page("ville=35238&poste=cost&lang=fr");
        assertThat(all(euros, "<th scope=\"col\" class=\"number\">([^<]*)</th>"))
                .containsExactly("montant (€)");
        assertThat(all(euros, "<td class=\"number\"><a[^>]*>([^<]*)</a>"))
                .containsExactly("1\u202f200\u202f000\u202f000", "1\u202f234\u202f567\u202f890,5");
    }

    @Test
    void theOneNumberHasItsUnit() {
        assertThat(page("ville=01004&annee=2022&poste=cost&lang=en"))
                .contains("<p class=\"lead\">Cost: -€45.3M</p>")
                .contains(">-45,312,345</a>");
    }

    @Test
    void thePageOfAThingSaysThemToo() {
        String page = body("doc/towns/01004.html?lang=fr");
        assertThat(sentences(page))
                .containsExactly(
                        "Poste : wages a le plus, 601\u00a0€ ; cost le moins, -45,3\u00a0M\u00a0€ (2 valeurs).");
        assertThat(page).contains(">7,25\u202f%</a>", ">600,5\u00a0€</a>");
    }

    @Test
    void filesHaveUnitsInColumnsOfTheirOwnAndBareNumbers() {
        List<String> lines =
                body("cube/accounts.csv?ville=35238&annee=2022&lang=fr").lines().toList();
        assertThat(lines.get(0)).endsWith(",measure,unit,unit_label,value,status,status_label");
        assertThat(lines)
                .filteredOn(line -> line.contains(",cost,"))
                .singleElement()
                .asString()
                .contains("http://publications.europa.eu/resource/authority/currency/EUR,euros,1234567890.5,");
        assertThat(body("cube/accounts.excel.csv?ville=35238&annee=2022&lang=fr")
                        .lines())
                .filteredOn(line -> line.contains(";share;"))
                .singleElement()
                .asString()
                .contains(";pour cent;45;");
    }

    private static JsonNode jsonStat(String query) {
        return JsonMapper.builder().build().readTree(body("cube/accounts.json?" + query));
    }

    /** JSON-stat 2.0, {@code unit}: of the categories of a dimension with the role of a metric. */
    @Test
    void jsonStatHasTheUnitsOfItsMetric() {
        JsonNode several = jsonStat("ville=35238&lang=en");
        assertThat(several.get("role").toString()).isEqualTo("{\"time\":[\"annee\"],\"metric\":[\"poste\"]}");
        assertThat(several.at("/dimension/poste/category/unit").toString())
                .contains("\"cost\":{\"decimals\":1,\"label\":\"euros\",\"symbol\":\"€\"}")
                .contains("\"reserve\":{\"decimals\":2,\"label\":\"days\",\"symbol\":\"days\"}")
                .contains("\"staff\":{\"decimals\":0,\"label\":\"number\",\"symbol\":\"\"}");
        JsonNode one = jsonStat("poste=share&lang=fr");
        assertThat(one.get("role").toString()).isEqualTo("{\"time\":[\"annee\"],\"metric\":[\"measure\"]}");
        assertThat(one.at("/dimension/measure/category").toString())
                .isEqualTo("{\"index\":{\"montant\":0},\"label\":{\"montant\":\"montant\"},"
                        + "\"unit\":{\"montant\":{\"decimals\":2,\"label\":\"pour cent\",\"symbol\":\"%\"}}}");
        assertThat(one.get("id").size()).isEqualTo(one.get("size").size());
    }

    @Test
    void cubeLinkHasTheUnitThatAllNumbersHave() {
        String unit = "<http://qudt.org/schema/qudt/hasUnit> <http://qudt.org/vocab/unit/DAY>";
        assertThat(body("cube/accounts.nt?poste=reserve&_profile=cube-link")).contains(unit);
        assertThat(body("cube/accounts.nt?_profile=cube-link")).doesNotContain("hasUnit");
    }
}
