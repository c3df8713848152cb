package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** What holds on the pages of the sample site: order, languages, drawings. What holds of all links is in {@link CrawlTest}. */
class PortalTest {
    static final List<String> PAGES = List.of(
            "",
            "catalog",
            "stars",
            "dataset/etablissements",
            "dataset/communes",
            "dataset/etablissements/stars",
            "doc/etablissement/0Mvk5.html",
            "doc/etablissement/BOl78.html",
            "doc/etablissement/Zz9zZ.html",
            "doc/commune/35238.html",
            "doc/commune/75056.html",
            "doc/arrondissement-municipal/75105.html",
            "doc/departement/35.html",
            "doc/region/53.html",
            "doc/region/11.html",
            "doc/type-etablissement/universite.html",
            "doc/nomenclature/type-etablissement.html",
            "doc/systeme-identifiant/uai.html",
            "doc/agent/mesr.html",
            "vocab",
            "vocab/pleiade.html",
            "sparql",
            "sparql/build",
            "list/etablissement",
            "list/commune",
            "changes",
            "compare",
            "reconcile/table",
            "accessibility",
            "legal",
            "why?subject=id/etablissement/xJdyB",
            "why?subject=id/departement/35&predicate=skos:exactMatch",
            "why?subject=id/etablissement/VaJ52&predicate=schema:foundingDate",
            "doc/etablissement/VaJ52.html",
            "doc/commune/91228.html",
            "doc/commune/91182.html",
            "doc/mouvement/1968-01-01-41-COM78228-COM91228.html",
            "list/etablissement?view=areas",
            "search?q=universit%C3%A9",
            "search?q=universit%C3%A9&view=map",
            "search?q=universit%C3%A9&view=table",
            "search?q=zzzzqqq",
            "cube",
            "cube/inscrits?rentree=2017",
            "compare?a=etablissement/xJdyB&b=etablissement/ti37C",
            "vocab/pleiade/uai.html",
            "series/code-officiel-geographique",
            "dataset/etablissements/harvest",
            "catalog/harvest",
            "catalog?_profile=alt",
            "conformance.html",
            "api",
            "sparql?query=SELECT",
            "nowhere");

    @Test
    void aReaderWhoWishesForNoLanguageIsAnsweredInFrenchAndAProgramInEnglish() {
        assertThat(sample().get("catalog", "Accept", "text/html").headers().firstValue("Content-Language"))
                .contains("fr");
        assertThat(sample().get("catalog", "Accept", "text/html", "Accept-Language", "en-GB,en;q=0.9")
                        .headers()
                        .firstValue("Content-Language"))
                .contains("en");
        assertThat(sample().get("catalog", "Accept", "text/html", "Accept-Language", "de")
                        .body())
                .contains("<html lang=\"en\"");
        assertThat(sample().get("nowhere", "Accept", "text/html").body()).contains("<html lang=\"fr\"");
        assertThat(sample().get("nowhere", "Accept", "application/json")
                        .headers()
                        .firstValue("Content-Language"))
                .contains("en");
    }

    @Test
    void searchEnginesAreToldOfBothLanguagesAtAddressesThatTheyMayVisit() {
        String robots = sample().get("robots.txt").body();
        for (String page : List.of("catalog", "doc/region/53", "dataset/regions")) {
            String canonical = BASE + page;
            for (String query : List.of("", "?lang=en")) {
                String html = sample().get(page + query, "Accept", "text/html").body();
                assertThat(html)
                        .contains("<link rel=\"canonical\" href=\"" + canonical + query + "\">")
                        .contains("hreflang=\"fr\" href=\"" + canonical + "\"")
                        .contains("hreflang=\"en\" href=\"" + canonical + "?lang=en\"")
                        .contains("hreflang=\"x-default\" href=\"" + canonical + "\"")
                        .contains("<meta property=\"og:url\" content=\"" + canonical + query + "\">")
                        .containsPattern("<meta name=\"description\" content=\"[^\"]{10,}\">")
                        .containsPattern("<title>[^<]{3,}</title>");
            }
        }
        assertThat(robots.lines()).contains("Allow: /*?lang=en$", "Allow: /*?lang=fr$");
    }

    @Test
    void aPageOfNoThingSaysNothingOfLanguagesToSearchEngines() {
        assertThat(sample().get("nowhere", "Accept", "text/html").body())
                .doesNotContain("rel=\"canonical\"", "hreflang=\"x-default\"");
    }

    @Test
    void aListIsInTheOrderOfItsNamesWithItsPlaceInTheWhole() {
        String page = sample().get("doc/departement/75.html?lang=fr").body();
        String list = page.substring(page.indexOf("id=\"in-1\""));
        List<String> names = Pattern.compile("<li><a[^>]*>([^<]+)</a>")
                .matcher(list.substring(0, list.indexOf("</section>")))
                .results()
                .map(name -> HtmlUtils.htmlUnescape(name.group(1)))
                .toList();
        assertThat(names).hasSizeGreaterThan(5).isSortedAccordingTo(Collator.getInstance(Locale.FRENCH));
        String institutions = sample().get("list/etablissement?lang=fr&page=99", "Accept", "text/html")
                .body();
        // 47 institutions, six that only statistics name, most of them merged since, and three that only events have
        assertThat(institutions.replaceAll("(?s).*<caption>(.*?)</caption>.*", "$1"))
                .isEqualTo("51–56 sur 56");
    }

    /** The 470 observations of it are rows of the cubes that the page draws or leads to: no list repeats them. */
    @Test
    void whatFiguresShowIsNotListedAgain() {
        String page = sample().get("doc/etablissement/ti37C.html?lang=fr", "Accept", "text/html")
                .body();
        assertThat(page)
                .contains("/id/finances/", "href=\"/cube/finances?")
                .doesNotContain("<span>comme «\u00a0établissement\u00a0»</span>");
    }

    @Test
    void aListIsTakenAsItIsShown() {
        String all = sample().get("list/etablissement.excel.csv?in=region/53", "Accept-Language", "fr")
                .body();
        assertThat(all).startsWith("\uFEFFnom;UAI;SIREN;");
        assertThat(all.lines())
                .hasSize(3)
                .allMatch(line -> line.split(";", -1).length
                        == all.lines().findFirst().orElseThrow().split(";", -1).length);
        assertThat(sample().get("list/etablissement.geojson?in=region/53")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/geo+json");
        assertThat(sample().get("list/nothing").statusCode()).isEqualTo(404);
        assertThat(sample().get("list/etablissement?in=region/none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoThingsStandSideBySide() {
        String page = sample().get("compare?a=etablissement/xJdyB&b=etablissement/ti37C&lang=en", "Accept", "text/html")
                .body();
        assertThat(page).contains("63,948", "20,687", "Aix-Marseille University", "Rennes 2 University");
        String drawn = page.substring(0, page.indexOf("id=\"others\""));
        assertThat(drawn.split("<figure class=\"chart\"", -1))
                .as("one each, of the only cube that knows both")
                .hasSize(1 + 2);
        assertThat(sample().get("compare?a=etablissement/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aNumberOverTimeIsDrawnInOneWayWhereverItIsShown() {
        String query = "SELECT+*+%7B+VALUES+(%3Fyear+%3Fn)+%7B+(2010+1000)+(2017+1500)+%7D+%7D";
        String answer = sample().get("sparql?lang=en&query=" + query, "Accept", "text/html")
                .body();
        assertThat(chart(answer))
                .contains("<figcaption>N: 1,500 in 2017, after 1,000 in 2010 (+50%).</figcaption>")
                .contains("<path class=\"curve\" d=\"M", ">1,000</text>", ">1,500</text>");
        for (String page : List.of("doc/etablissement/xJdyB.html", "compare?a=etablissement/xJdyB")) {
            assertThat(chart(sample().get(page, "Accept", "text/html").body()))
                    .as(page)
                    .contains("<figcaption>", "<path class=\"curve\" d=\"M", "class=\"strong\"");
        }
    }

    private static String chart(String html) {
        int start = html.indexOf("<figure class=\"chart\">");
        assertThat(start).isPositive();
        return html.substring(start, html.indexOf("</figure>", start));
    }

    @Test
    void theFoldersOfThingsAndOfDocumentsAreNoThings() {
        for (String path : List.of("id", "doc", "id/", "doc/")) {
            assertThat(followed(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<String> followed(String path) {
        HttpResponse<String> answer = sample().get(path, "Accept", "text/html,*/*;q=0.1");
        for (int i = 0; i < 3 && answer.statusCode() / 100 == 3; i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            String target = location.startsWith("/") ? location.substring(1) : ServedSample.path(location);
            answer = sample().get(target, "Accept", "text/html,*/*;q=0.1");
        }
        return answer;
    }

    /** Six are drawn, of each dataset in turn; the rest are links, and it is said how many. */
    @Test
    void aPageDrawsStatisticsOfEachDatasetAndLinksTheOthers() {
        String page = sample().get("doc/etablissement/ti37C.html?lang=en", "Accept", "text/html")
                .body();
        assertThat(page)
                .contains(
                        ">Students enrolled in the first place, without those who are also in preparatory classes",
                        ">Financial indicators of operators, by institution and financial year</h2>",
                        ">Employment of masters, by institution",
                        ">Rate of open access of publications, by institution and year</h2>",
                        "<h2 id=\"statistics\">18 more statistics</h2>");
        String links = page.substring(page.indexOf("id=\"statistics\""));
        assertThat(links.substring(0, links.indexOf("</section>")).split("<a href=\"/cube/", -1))
                .hasSize(1 + 18);
    }
}
