package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /sparql/build} and {@code /sparql/terms}: queries for who writes none, and the words to complete one. */
class QueryFormTest {
    private static final String ORGANIZATIONS = "sparql/build?lang=fr&class=org:FormalOrganization";
    private static final Pattern WRITTEN = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    @Test
    void aClassIsChosenByItsNameAndWithItsNumber() {
        assertThat(page("sparql/build?lang=fr"))
                .contains("<option value=\"igeo:Departement\">Département (101)</option>")
                .doesNotContain("<textarea", "name=\"show\"");
        assertThat(page("sparql/build?lang=en"))
                .contains("<option value=\"igeo:Departement\">Département (101)</option>");
    }

    /** Expected by reading the ministry's file: one of its two institutions of Bretagne is a university; eight were founded since 2015. */
    @ParameterizedTest
    @CsvSource({
        "p1=pleiade:region&o1=is&v1=bretagne&p2=pleiade:typeEtablissement&o2=has&v2=Universit%C3%A9, Université Rennes-II",
        "p1=schema:foundingDate&o1=least&v1=2015&p2=schema:foundingDate&o2=most&v2=2015, Université de Guyane;Université des Antilles",
        "p1=schema:foundingDate&o1=least&v1=2020, Université Paris-Panthéon-Assas;Université de Lille"
    })
    void theAnswerIsWhatTheFileHas(String conditions, String names) {
        HttpResponse<String> response =
                sample().get(ORGANIZATIONS + "&" + conditions + "&sort=skos:prefLabel&run=1", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(303);
        String answer = response.headers().firstValue("Location").orElseThrow();
        assertThat(answer).startsWith(BASE + "sparql?query=");
        List<String> rows = sample().get(ServedSample.path(answer) + "&format=csv")
                .body()
                .lines()
                .skip(1)
                .map(row -> row.substring(row.indexOf(',') + 1))
                .toList();
        assertThat(rows).containsExactlyInAnyOrder(names.split(";"));
    }

    @Test
    void theQueryIsShownAndRunsAsItStands() {
        String written = query(
                page(
                        ORGANIZATIONS
                                + "&show=skos:prefLabel&show=pleiade:siren&p1=pleiade:sigle&o1=any&p2=pleiade:rna&o2=none&desc=1&limit=50"));
        assertThat(written).isEqualTo("""
                PREFIX org: <http://www.w3.org/ns/org#>
                PREFIX pleiade: <https://data.example.org/vocab/pleiade#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT DISTINCT ?thing ?prefLabel ?siren {
                  ?thing a org:FormalOrganization .
                  FILTER NOT EXISTS { ?thing pleiade:rna ?none }
                  ?thing pleiade:sigle ?sigle .
                  OPTIONAL { ?thing skos:prefLabel ?prefLabel . FILTER(LANG(?prefLabel) IN ("fr", "")) }
                  OPTIONAL { ?thing pleiade:siren ?siren . }
                }
                ORDER BY DESC(?prefLabel)
                LIMIT 50
                """);
        assertThat(sample().get("sparql?format=csv&query=" + encoded(written)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyClassHasAFormWhoseQueryIsAnswered() {
        Matcher option = Pattern.compile("<option value=\"([^\"]+:[^\"]+)\"").matcher(page("sparql/build"));
        List<String> classes = new ArrayList<>();
        while (option.find()) {
            classes.add(option.group(1));
        }
        assertThat(classes).hasSizeGreaterThan(20);
        for (String each :
                classes.stream().filter(name -> name.hashCode() % 4 == 0).toList()) {
            String query = query(page("sparql/build?class=" + encoded(each)));
            HttpResponse<String> answer = sample().get("sparql?format=csv&query=" + encoded(query));
            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            assertThat(answer.body().lines()).as(query).hasSizeGreaterThan(1);
        }
    }

    @Test
    void whatIsTypedWrongIsToldAtItsField() {
        String page = page(ORGANIZATIONS + "&p1=schema:foundingDate&o1=least&v1=jadis&run=1");
        assertThat(page)
                .contains("aria-invalid=\"true\" aria-describedby=\"wrong1\"", "id=\"wrong1\"")
                .contains("Ce n&#39;est pas une année");
        assertThat(query(page)).doesNotContain("jadis");
    }

    @Test
    void anUnknownClassIsSaidWithTheListToChooseFrom() {
        HttpResponse<String> response =
                sample().get("sparql/build?lang=fr&class=%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "igeo:Departement")
                .doesNotContain("<script>alert");
    }

    @Test
    void aHundredConditionsAreCutToWhatAFormHolds() {
        String many = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "&p%d=skos:prefLabel&o%d=has&v%d=a%d".formatted(i, i, i, i))
                .reduce("", String::concat);
        String columns = "&show=skos:prefLabel&show=nothing:such&show=%22%7D".repeat(40);
        String page = page(ORGANIZATIONS + many + columns + "&texts=xx&limit=9999999&sort=%3Cb%3E");
        assertThat(page).contains("Laissé de côté", "nothing:such").doesNotContain("<b>");
        assertThat(Pattern.compile("name=\"p\\d+\"").matcher(page).results()).hasSize(8);
        String query = query(page);
        assertThat(QueryFactory.create(query).getProjectVars()).hasSize(2);
        assertThat(query).contains("LIMIT 200", "\"a8\"").doesNotContain("\"a9\"");
    }

    @Test
    void theWordsOfTheReleaseAreOneSmallDocumentThatIsKept() {
        HttpResponse<String> response = sample().get("sparql/terms");
        JsonNode document = JsonMapper.shared().readTree(response.body());
        assertThat(document.at("/prefixes/org").asString()).isEqualTo("http://www.w3.org/ns/org#");
        List<JsonNode> terms = new ArrayList<>();
        document.get("terms").forEach(terms::add);
        assertThat(terms).anySatisfy(term -> {
            assertThat(term.get("name").asString()).isEqualTo("igeo:Departement");
            assertThat(term.get("kind").asString()).isEqualTo("class");
            assertThat(term.get("uses").asInt()).isEqualTo(101);
            assertThat(term.get("fr").asString()).isEqualTo("département");
        });
        assertThat(terms).extracting(term -> term.get("uses").asInt()).isSortedAccordingTo((a, b) -> b - a);
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(sample().get("sparql/terms", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(response.body().length()).isLessThan(60_000);
    }

    @Test
    void aFaultLeadsToItsPlaceAndAQueryThatIsNoneIsAPage() {
        HttpResponse<String> response =
                sample().get("sparql?lang=fr&query=" + encoded("SELECT * {\n  ?s ?p }"), "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("id=\"place\" href=\"#query\" data-line=\"2\" data-column=\"9\"");
        for (String query : List.of("", "</textarea><script>alert(1)</script>", "\u0000", "1".repeat(5000))) {
            HttpResponse<String> none = sample().get("sparql?query=" + encoded(query), "Accept", "text/html");
            assertThat(none.statusCode()).as(query).isEqualTo(400);
            assertThat(none.body()).contains("<textarea").doesNotContain("<script>alert");
        }
    }

    @Test
    void anAnswerOpensInASpreadsheetOfTheReadersLanguage() {
        String query = """
                PREFIX igeo: <http://rdf.insee.fr/def/geo#>
                SELECT * { VALUES (?where ?number ?code ?text) {
                  (<https://data.example.org/id/region/53> 12.5 "0351" "=1+1;2") (<urn:x> 1e3 UNDEF "a") } }""";
        HttpResponse<String> french = sample().get("sparql?lang=fr&format=excel.csv&query=" + encoded(query));
        assertThat(french.statusCode()).isEqualTo(200);
        assertThat(french.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(french.body().lines())
                .containsExactly(
                        "\uFEFFwhere;number;code;text", "Bretagne;12,5;\"=\"\"0351\"\"\";\"'=1+1;2\"", "urn:x;1000;;a");
        assertThat(sample().get("sparql?lang=en&format=excel.csv&query=" + encoded(query))
                        .body())
                .contains("where,number,code,text", "Brittany,12.5,");
        assertThat(page("sparql?lang=fr&query=" + encoded(query))).contains("format=excel.csv", "CSV pour Excel");
        assertThat(sample().get("sparql?format=excel.csv&query=ASK%7B%7D").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAnswerThatIsTooLongForASpreadsheetIsToldSoAndNotCut() {
        String all =
                "SELECT * { ?a a <http://rdf.insee.fr/def/geo#Departement> . ?b a <http://rdf.insee.fr/def/geo#Departement> }";
        HttpResponse<String> response = sample().get("sparql?lang=fr&format=excel.csv&query=" + encoded(all));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("#sheet-too-long", "trop longue pour un tableur");
    }

    /** What a browser loads at first, with what it asks for when something is typed, and at the next page. */
    @Test
    void thePageIsLight() throws IOException, InterruptedException {
        Matcher part = Pattern.compile("(?:href|src)=\"/((?:assets|look|logo)[^\"]*)\"")
                .matcher(page("sparql"));
        Set<String> parts = new TreeSet<>(Set.of("sparql/terms"));
        while (part.find()) {
            parts.add(part.group(1));
        }
        assertThat(parts).hasSize(5);
        int next = weight("sparql");
        int first = next;
        for (String each : parts) {
            first += weight(each);
        }
        assertThat(first).isLessThan(60_000);
        assertThat(next).isLessThan(20_000);
    }

    private static int weight(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sample().origin() + path))
                .headers("Accept", "text/html,*/*;q=0.1", "Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body().length;
    }

    private static String page(String path) {
        HttpResponse<String> response = sample().get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static String query(String page) {
        Matcher written = WRITTEN.matcher(page);
        assertThat(written.find()).isTrue();
        return HtmlUtils.htmlUnescape(written.group(1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
