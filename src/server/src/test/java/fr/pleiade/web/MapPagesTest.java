package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Maps on pages: of lists, territories, results of searches and queries. */
class MapPagesTest {
    /** What an SVG of ours may have in it: nothing that runs, or is fetched. */
    private static final Pattern HARMLESS = Pattern.compile("</?(svg|path|rect|circle|text)\\b[^<>]*>");

    @Test
    void aListShowsWhereAllOfItIs() {
        String page = page("list/etablissement?lang=fr");
        int features = JsonMapper.shared()
                .readTree(sample().get("list/etablissement.geojson").body())
                .get("features")
                .size();
        int all = JsonMapper.shared()
                .readTree(sample().get("list/etablissement.json").body())
                .size();
        String sentence = sentence(page);
        assertThat(sentence)
                .startsWith("%d sur la carte, d'un total de %d : France métropolitaine ".formatted(features, all));
        assertThat(sentence).contains("La Réunion 1", "Nouvelle-Calédonie 1", "Europe et Méditerranée 4");
        assertThat(sum(sentence.substring(sentence.lastIndexOf(" : ")))).isEqualTo(features);
        assertThat(map(page)).contains(">Nouvelle-Calédonie</text>").contains("class=\"land\"");
    }

    @Test
    void aListIsCountedByTerritory() {
        Map<String, Long> counts = new TreeMap<>();
        JsonMapper.shared()
                .readTree(sample().get("list/etablissement.json", "Accept-Language", "fr")
                        .body())
                .forEach(row -> counts.merge(row.path("département").asString(""), 1L, Long::sum));
        counts.keySet().removeAll(Set.of("", "Nouvelle-Calédonie", "Polynésie française")); // have no outline
        String places = page("list/etablissement?lang=fr");
        assertThat(places).contains("href=\"/list/etablissement?lang=fr&amp;view=areas\"");
        String areas = page("list/etablissement?lang=fr&view=areas");
        assertThat(sentence(areas))
                .isEqualTo("Établissements par territoire : %d en ont, d'abord Paris avec %d."
                        .formatted(counts.size(), counts.get("Paris")));
        String map = map(areas);
        assertThat(map)
                .contains(">aucun<", "svg-maps (CC BY 4.0)", "area other")
                .doesNotContain("class=\"land\"");
        assertThat(Pattern.compile("area shade-\\d\" d=").matcher(map).results().count())
                .isEqualTo(counts.size());
        assertThat(sentence(page("list/etablissement?in=region/53&view=areas&lang=en")))
                .isEqualTo("Institutions by territory: 2 have some, first Finistère with 1.");
        assertThat(page("list/region?view=areas&lang=fr")).doesNotContain("<figure class=\"map", "view=places");
    }

    @Test
    void theHomePageShowsWhereWhatIsPublishedIs() {
        String home = page("?lang=fr");
        assertThat(sentence(home)).isEqualTo(sentence(page("list/etablissement?lang=fr")));
        assertThat(home).contains("href=\"/list/etablissement\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list/region", "list/type-etablissement", "doc/agent/pleiade.html", "search?q=bretagne&view=list"
            })
    void whatIsNowhereHasNoMap(String path) {
        assertThat(page(path + (path.contains("?") ? "&" : "?") + "lang=fr")).doesNotContain("<figure class=\"map");
    }

    @Test
    void aTerritoryIsAmongItsNeighboursWithWhatIsInIt() {
        String brittany = page("doc/region/53.html?lang=fr");
        assertThat(sentence(brittany)).isEqualTo("Bretagne sur la carte, avec 2 lieux.");
        assertThat(map(brittany))
                .contains(">Finistère</text>", ">Morbihan</text>", "area own", "area other")
                .contains("svg-maps (CC BY 4.0)");
        assertThat(sentence(page("doc/departement/974.html?lang=en")))
                .isEqualTo("La Réunion on the map, with one place.");
        String paris = page("doc/commune/75056.html?lang=fr");
        long institutions = Pattern.compile("<li><a href=\"/id/etablissement/")
                .matcher(paris)
                .results()
                .count();
        assertThat(institutions).as("of its arrondissements too").isGreaterThan(5);
        assertThat(sentence(paris)).isEqualTo("Paris sur la carte, avec %d lieux.".formatted(institutions));
    }

    @Test
    void onePlaceIsOnItsLandAndInItsArea() {
        String page = page("doc/etablissement/ti37C.html?lang=fr");
        assertThat(sentence(page)).startsWith("Université Rennes-II se trouve à 48,12");
        assertThat(map(page)).contains("class=\"land\"", "area own", ">Ille-et-Vilaine</text>");
        assertThat(map(page("doc/etablissement/Z2FY5.html?lang=fr")))
                .as("Nouméa")
                .contains("class=\"land\"");
    }

    @Test
    void aSearchIsAListAMapOrATableAtItsAddress() {
        String list = page("search?q=universit%C3%A9&lang=fr");
        List<String> views = Pattern.compile("<ul class=\"views\">(.*?)</ul>", Pattern.DOTALL)
                .matcher(list)
                .results()
                .flatMap(nav -> Pattern.compile("href=\"([^\"]+)\"")
                        .matcher(nav.group(1))
                        .results())
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(views).hasSize(3);
        assertThat(list).contains("<ol class=\"results\">").doesNotContain("<figure class=\"map", "<caption");
        String map = page(views.get(1).substring(1) + "&lang=fr");
        assertThat(sentence(map)).matches("\\d+ sur la carte, d'un total de \\d+ : France métropolitaine .*");
        assertThat(map).doesNotContain("<ol class=\"results\">");
        String table = page(views.get(2).substring(1) + "&lang=fr");
        assertThat(table).contains(">UAI</th>", ">SIREN</th>").doesNotContain("<ol class=\"results\">");
        assertThat(table.substring(table.indexOf("<tbody>"))).contains("<td>130015332</td>");
        assertThat(map).as("what narrows keeps the view").contains("/search?q=universit%C3%A9&amp;view=map&amp;");
        assertThat(page("search?q=bretagne&dataset=regions&view=map&lang=fr"))
                .contains("Aucun de ces résultats n&#39;a de lieu connu.");
        assertThat(page("search?q=universit%C3%A9&view=%3Cb%3E&lang=fr")).contains("<ol class=\"results\">");
    }

    @Test
    void areasWithANumberAreShaded() {
        String page = page(query("""
                PREFIX igeo: <http://rdf.insee.fr/def/geo#>
                SELECT ?place (STRLEN(?name) AS ?letters) {
                  VALUES (?place ?name) { (<%1$sid/departement/01> "one") (<%1$sid/departement/35> "three") (<%1$sid/departement/974> "three") }
                }
                """.formatted(BASE)));
        assertThat(sentence(page))
                .isEqualTo("Letters : de 3 (Ain) à 5 (La Réunion), la moitié au-dessous de 5 ; territoires : 3.");
        String map = map(page);
        assertThat(Pattern.compile("area shade-1").matcher(map).results().count())
                .as("one, and its key")
                .isEqualTo(2);
        assertThat(Pattern.compile("area shade-5").matcher(map).results().count())
                .as("two, and their key")
                .isEqualTo(3);
        assertThat(map).contains(">sans nombre<", ">La Réunion</text>");
    }

    @Test
    void whatHasNoOutlineIsShadedByItsPartsButNotThoseWithANumberOfTheirOwn() {
        String page = page(query("""
                SELECT ?place ?number {
                  VALUES (?place ?number) { (<%1$sid/region/53> 1) (<%1$sid/region/11> 2) (<%1$sid/departement/35> 3) (<%1$sid/commune/35238> 4) }
                }
                """.formatted(BASE)));
        assertThat(sentence(page))
                .isEqualTo(
                        "Number : de 1 (Bretagne) à 3 (Ille-et-Vilaine), la moitié au-dessous de 2 ; territoires : 3.");
        for (String shadeAndAreas :
                List.of("1 3", "3 8", "5 1")) { // Brittany without Ille-et-Vilaine, Île-de-France, it
            int shade = Integer.parseInt(shadeAndAreas.split(" ")[0]);
            long areas = Pattern.compile("area shade-" + shade + "\" d=")
                    .matcher(map(page))
                    .results()
                    .count();
            assertThat(areas)
                    .as("shade %d", shade)
                    .isEqualTo(Long.parseLong(shadeAndAreas.split(" ")[1]));
        }
    }

    @Test
    void aColumnOfPlacesIsAMapAndWhatIsNoPlaceIsCounted() {
        String page = page(query("""
                PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                SELECT ?where { VALUES ?where { "POINT(2.3 48.8)"^^geo:wktLiteral "POINT(999 1)"^^geo:wktLiteral "POINT(55.5 -21.1)"^^geo:wktLiteral } }
                """));
        assertThat(sentence(page))
                .isEqualTo("2 sur la carte, d'un total de 3 : France métropolitaine 1, La Réunion 1.");
    }

    @Test
    void aMapHasNothingInItThatRuns() {
        for (String path : List.of("list/etablissement", "doc/region/11.html", "search?q=paris&view=map")) {
            String map = map(page(path));
            String drawing = map.substring(map.indexOf("<svg"), map.lastIndexOf("</svg>"));
            Matcher tags = Pattern.compile("<[^>]*>").matcher(drawing);
            while (tags.find()) {
                assertThat(tags.group()).matches(HARMLESS);
            }
        }
    }

    private static String query(String query) {
        return "sparql?lang=fr&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static long sum(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .mapToLong(n -> Long.parseLong(n.group()))
                .sum();
    }

    private static String map(String page) {
        int start = page.indexOf("<figure class=\"map");
        assertThat(start).as("there is a map").isPositive();
        return page.substring(start, page.indexOf("</figure>", start));
    }

    private static String sentence(String page) {
        Matcher caption = Pattern.compile("<figcaption>\\s*<p>([^<]*)</p>").matcher(map(page));
        assertThat(caption.find()).isTrue();
        String sentence = caption.group(1).replace("&#39;", "'");
        assertThat(map(page)).as("read aloud too").contains("aria-label=\"" + caption.group(1) + "\"");
        return sentence;
    }

    private static String page(String path) {
        var answer = sample().get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
