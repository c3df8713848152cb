package fr.pleiade.web;

import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.cube.Violation;
import fr.pleiade.cube.link.LinkShapes;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /cube/…}: slices at addresses of their own, in every form, and what is said of addresses that mean nothing. */
class CubePagesTest {
    private static final String CUBE_LINK = "https://cube.link/";
    private static final String BASE = ServedCube.BASE;
    private static ServedCube site;

    @BeforeAll
    static void serve(@TempDir Path folder) {
        site = ServedCube.start(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String body(String path, String... headers) {
        HttpResponse<String> answer = site.get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** {@return the cells of some columns, a row to a line} */
    private static List<String> columns(String csv, String... names) {
        List<String> lines = csv.lines().toList();
        List<String> header = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> Stream.of(names)
                        .map(name -> line.split(",", -1)[header.indexOf(name)])
                        .collect(Collectors.joining(",")))
                .toList();
    }

    @Test
    void numbersOfTerritoriesAreOnAMap() {
        String page = body("cube/headcounts?annee=2021&sexe=F&lang=fr", "Accept", "text/html");
        int map = page.indexOf("<figure class=\"map shaded");
        assertThat(map).as("there is a map").isPositive();
        String drawn = page.substring(map, page.indexOf("</figure>", map));
        assertThat(drawn)
                .contains(
                        "<p>Effectif : de 4 (Acigné) à 10 (Rennes), la moitié au-dessous de 10 ; territoires : 2.</p>")
                .contains("area shade-1\" d=", "area shade-5\" d=", "Carrés");
        assertThat(body("cube/headcounts?annee=2022&sexe=F&lang=fr", "Accept", "text/html"))
                .as("an outline of one of the towns only")
                .doesNotContain("<figure class=\"map");
        assertThat(body("cube/headcounts?ville=35238&lang=fr", "Accept", "text/html"))
                .as("the sexes are no territories")
                .doesNotContain("<figure class=\"map");
    }

    @Test
    void wholeCubeAsCsvHasARowForEachObservation() {
        String csv = body("cube/headcounts.csv");
        assertThat(csv.lines().findFirst().orElseThrow().split(","))
                .containsExactlyInAnyOrder(
                        "ville", "ville_label", "annee", "sexe", "measure", "value", "status", "status_label");
        assertThat(columns(csv, "ville", "ville_label", "annee", "sexe", "measure", "value", "status"))
                .containsExactly(
                        "towns/35238,Rennes,2021,F,effectif,10,",
                        "towns/35238,Rennes,2021,H,effectif,11,",
                        "towns/35238,Rennes,2022,F,effectif,12,",
                        "towns/35238,Rennes,2022,H,effectif,13,",
                        "towns/01004,Ambérieu,2022,F,effectif,3,",
                        "towns/35001,Acigné,2021,F,effectif,4,",
                        "towns/35001,Acigné,2021,H,effectif,5,");
    }

    @Test
    void dimensionsAreHeldInTheAddress() {
        assertThat(columns(body("cube/headcounts.csv?ville=towns/35238&sexe=H"), "ville", "annee", "value"))
                .containsExactly("towns/35238,2021,11", "towns/35238,2022,13");
        assertThat(columns(body("cube/headcounts?format=csv&ville=35238&sexe=H&annee=2022"), "ville", "value"))
                .as("the last part of a value will do")
                .containsExactly("towns/35238,13");
        assertThat(columns(
                        body("cube/headcounts?ville=35238&ville=01004&annee=2022&sexe=F", "Accept", "text/csv"),
                        "ville_label",
                        "value"))
                .containsExactly("Rennes,12", "Ambérieu,3");
    }

    @Test
    void spreadsheetIsInTheLanguageOfItsReader() {
        String french = body("cube/headcounts.excel.csv?ville=01004&lang=fr");
        assertThat(french).startsWith("\uFEFF").endsWith("\r\n");
        assertThat(french.substring(1).lines().findFirst().orElseThrow().split(";"))
                .containsExactlyInAnyOrder("ville", "année", "sexe", "mesure", "valeur", "statut");
        assertThat(french.lines().skip(1).findFirst().orElseThrow().split(";"))
                .containsExactlyInAnyOrder("Ambérieu", "2022", "F", "effectif", "3");
        String english = body("cube/headcounts.excel.csv?ville=01004&lang=en");
        assertThat(english.substring(1).lines().findFirst().orElseThrow().split(","))
                .containsExactlyInAnyOrder("town", "year", "sexe", "measure", "value", "status");
    }

    @Test
    void jsonStatHasItsNumbersInTheOrderOfItsDimensions() {
        JsonNode cube = JsonMapper.builder().build().readTree(body("cube/headcounts.json?annee=2022&lang=en"));
        assertThat(cube.get("version").asString()).isEqualTo("2.0");
        assertThat(cube.get("class").asString()).isEqualTo("dataset");
        assertThat(cube.get("label").asString()).isEqualTo("Headcounts");
        Map<String, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < cube.get("id").size(); i++) {
            sizes.put(cube.get("id").get(i).asString(), cube.get("size").get(i).asInt());
        }
        assertThat(sizes).isEqualTo(Map.of("ville", 2, "annee", 1, "sexe", 2));
        assertThat(cube.get("role").toString()).isEqualTo("{\"time\":[\"annee\"]}");
        assertThat(cube.at("/dimension/ville").toString())
                .as("in the order of their names")
                .contains("\"label\":\"town\"")
                .contains("\"index\":{\"towns/01004\":0,\"towns/35238\":1}")
                .contains("\"label\":{\"towns/01004\":\"Ambérieu\",\"towns/35238\":\"Rennes\"}");
        assertThat(value(cube, Map.of("ville", "towns/35238", "annee", "2022", "sexe", "H"))
                        .asInt())
                .isEqualTo(13);
        assertThat(value(cube, Map.of("ville", "towns/01004", "annee", "2022", "sexe", "H"))
                        .isNull())
                .isTrue();
    }

    /** {@return a value by its codes, found as the specification says: the last dimension changes fastest} */
    private static JsonNode value(JsonNode cube, Map<String, String> codes) {
        int place = 0;
        for (int i = 0; i < cube.get("id").size(); i++) {
            String name = cube.get("id").get(i).asString();
            JsonNode index = cube.get("dimension").get(name).get("category").get("index");
            place = place * cube.get("size").get(i).asInt()
                    + index.get(codes.get(name)).asInt();
        }
        return cube.get("value").get(place);
    }

    @Test
    void turtleHasTheSliceWithWhatItHoldsAndTheObservationsAsPublished() {
        String turtle = body("cube/headcounts.ttl?ville=01004");
        assertThat(turtle)
                .contains(
                        "linked-data/cube#Slice>",
                        "linked-data/cube#SliceKey>",
                        "<http://localhost:8080/cube/headcounts?ville=towns/01004>",
                        "<http://localhost:8080/id/headcounts/3/F>",
                        "\"Effectifs\"@fr")
                .doesNotContain("headcounts/1/F");
        assertThat(body("cube/headcounts?ville=01004", "Accept", "application/ld+json"))
                .contains("headcounts/3/F", "Slice");
    }

    @Test
    void pageHasSentenceDrawingTableAndFacets() {
        String page = body("cube/headcounts?ville=35238&sexe=F", "Accept", "text/html", "Accept-Language", "en");
        assertThat(page)
                .contains("<h1>Headcounts</h1>", "<span>Town: Rennes</span> <span aria-hidden=\"true\">×</span>")
                .contains("<a href=\"/cube/headcounts?sexe=F\">", "<a href=\"/cube/headcounts?ville=towns/35238\">")
                .contains("Headcount: 12 in 2022, after 10 in 2021 (+20%).")
                .contains("role=\"img\"", "name=\"ville\"", "name=\"annee\"", "\"@type\":\"Observation\"")
                .contains("<a class=\"plain\" href=\"/id/headcounts/2/F\">12</a>");
    }

    @Test
    void categoriesAreBars() {
        String page = body("cube/headcounts?annee=2022&sexe=F&lang=fr", "Accept", "text/html");
        assertThat(page).contains("Effectif : Rennes a le plus, 12 ; Ambérieu le moins, 3 (2 valeurs).");
    }

    @Test
    void severalThingsAreDrawnBesideOneAnother() {
        String page = body("cube/headcounts?ville=35238&ville=35001&sexe=H&lang=en", "Accept", "text/html");
        assertThat(page)
                .contains("Rennes, headcount: 13 in 2022, after 11 in 2021 (+18.2%).")
                .contains("Acigné, headcount: 5 in 2021.");
    }

    @Test
    void wholeCubeShowsAnExampleThatCanBeDrawn() {
        assertThat(body("cube/headcounts", "Accept", "text/html", "Accept-Language", "fr"))
                .contains("Par exemple", "ville=towns/35238", "Tout le cube");
    }

    @Test
    void perimeterOfTodayAddsWhatAThingTookOverAndSaysSo() {
        assertThat(columns(
                        body("cube/headcounts.csv?ville=35238&annee=2021&perimeter=today"),
                        "ville_label",
                        "annee",
                        "sexe",
                        "value",
                        "added"))
                .containsExactly("Rennes,2021,F,14,2", "Rennes,2021,H,16,2");
        assertThat(body("cube/headcounts?ville=35238&sexe=F&perimeter=today&lang=en", "Accept", "text/html"))
                .contains("(sum of 2)", "On the perimeter of today", "Headcount: 12 in 2022, after 14 in 2021");
    }

    @Test
    void sliceWithoutObservationsSaysWhatThereIs() {
        String page = body("cube/headcounts?ville=01004&annee=2021&lang=en", "Accept", "text/html");
        assertThat(page).contains("No observation has all of these values at once.", "Ambérieu", "2022");
        assertThat(body("cube/headcounts.csv?ville=01004&annee=2021").lines()).hasSize(1);
        assertThat(body("cube/headcounts.json?ville=01004&annee=2021")).contains("\"value\":");
        assertThat(body("cube/headcounts.ttl?ville=01004&annee=2021")).contains("cube#Slice>");
    }

    @Test
    void addressesThatMeanNothingAreToldWhatThereIs() {
        HttpResponse<String> dimension = site.get("cube/headcounts?couleur=rouge&lang=fr", "Accept", "text/html");
        assertThat(dimension.statusCode()).isEqualTo(400);
        assertThat(dimension.body()).contains("couleur", "ville (ville)", "annee (année)", "sexe (sexe)");
        HttpResponse<String> value = site.get("cube/headcounts.csv?annee=1850");
        assertThat(value.statusCode()).isEqualTo(404);
        assertThat(value.body()).contains("1850", "2021", "2022");
        HttpResponse<String> many = site.get("cube/headcounts?" + "sexe=F&".repeat(100) + "annee=2021");
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("101", "60");
        HttpResponse<String> unknown = site.get("cube/nothing", "Accept", "text/html");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("nothing", "headcounts");
        assertThat(site.get("cube/headcounts?format=xls").statusCode()).isEqualTo(400);
        assertThat(site.get("cube/headcounts?perimeter=mars").statusCode()).isEqualTo(400);
        assertThat(site.get("cube/headcounts.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void emptyValuesOfAFormMeanNothing() {
        assertThat(body("cube/headcounts.csv?ville=&annee=&sexe=H&utm_source=x").lines())
                .hasSize(4);
    }

    @Test
    void cubesAreListed() {
        assertThat(body("cube", "Accept", "text/html", "Accept-Language", "en"))
                .contains("<a href=\"/cube/headcounts\">Headcounts</a>", "town", "year", "sexe");
    }

    @Test
    void sliceOfAReleaseStaysWhatItIs() {
        String id = fr.pleiade.release.Releases.in(site.state())
                .current()
                .orElseThrow()
                .id();
        HttpResponse<String> pinned = site.get("release/" + id + "/cube/headcounts.csv?ville=01004");
        assertThat(pinned.body().lines()).hasSize(2);
        assertThat(pinned.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(body("release/" + id + "/cube/headcounts?ville=01004", "Accept", "text/html"))
                .contains("/release/" + id + "/cube/headcounts.csv?ville=towns/01004");
    }

    @Test
    void sameSliceIsNotSentTwice() {
        HttpResponse<String> first = site.get("cube/headcounts.csv?ville=01004");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("cube/headcounts.csv?ville=01004", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get("cube/headcounts.csv?ville=35001", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void pageOfAThingShowsWhatCubesSayOfIt() {
        String page = body("doc/towns/35238.html?lang=en");
        assertThat(page)
                .contains("<h2 id=\"cube-1\">Headcounts</h2>", "Headcount: 12 in 2022, after 10 in 2021 (+20%).")
                .contains("<li>Sexe: F</li>", "href=\"/cube/headcounts?ville=towns/35238\"")
                .doesNotContain("<li>Town: Rennes</li>");
        assertThat(body("doc/towns/01004.html?lang=en")).contains("Headcount: 3");
    }

    @Test
    void observationIsCalledByWhatItMeasures() {
        assertThat(body("doc/headcounts/2/F.html?lang=en")).contains("<h1>headcount, Rennes, ", "2022");
        assertThat(body("doc/headcounts/2/F.html?lang=fr")).contains("<h1>effectif, Rennes, ");
        assertThat(body("doc/towns/35238.html?lang=en"))
                .as("and where it is linked to")
                .contains("headcount, Rennes, ");
    }

    @Test
    void severalThingsAreComparedOnOneScale() {
        String page = body("compare?a=towns/35238&b=towns/35001&lang=en", "Accept", "text/html");
        assertThat(page)
                .contains("Rennes, headcount: 12 in 2022, after 10 in 2021 (+20%).")
                .contains("Acigné, headcount: 4 in 2021.")
                .contains("/cube/headcounts?ville=towns/35238&amp;ville=towns/35001");
    }

    /** The conditions of visualize.admin.ch on a cube: its profile-visualize and standalone-cube-constraint shapes. */
    @Test
    void sliceInTheWordsOfCubeLinkIsWhatVisualizeOpens() {
        String address = BASE + "cube/headcounts?sexe=F";
        InMemoryGraph graph = RdfReader.readGraph(
                new ByteArrayInputStream(
                        body("cube/headcounts.nt?sexe=F&_profile=cube-link").getBytes(StandardCharsets.UTF_8)),
                "slice.nt",
                Syntax.N_TRIPLES,
                BASE);
        Term cube = new Term.Iri(address);
        assertThat(graph.objects(cube, CUBE_LINK + "observationConstraint")).hasSize(1);
        for (String wanted : List.of(
                "name",
                "creativeWorkStatus",
                "workExample",
                "dateCreated",
                "datePublished",
                "dateModified",
                "contactPoint")) {
            assertThat(graph.objects(cube, SCHEMA + wanted)).as(wanted).isNotEmpty();
        }
        Term set = graph.object(cube, CUBE_LINK + "observationSet").orElseThrow();
        List<Term> observations = graph.objects(set, CUBE_LINK + "observation");
        assertThat(observations).as("four observations are of F").hasSize(4);
        assertThat(observations)
                .allSatisfy(observation -> assertThat(graph.objects(observation, CUBE_LINK + "observedBy"))
                        .hasSize(1));
        Term constraint =
                graph.object(cube, CUBE_LINK + "observationConstraint").orElseThrow();
        List<Term> keys = graph.objects(constraint, SHACL + "property").stream()
                .filter(property ->
                        graph.objects(property, TYPE.value()).contains(new Term.Iri(CUBE_LINK + "KeyDimension")))
                .toList();
        assertThat(keys).hasSize(3).allSatisfy(key -> {
            assertThat(graph.objects(key, SHACL + "nodeKind")).hasSize(1);
            assertThat(graph.objects(key, "http://qudt.org/schema/qudt/scaleType"))
                    .hasSize(1);
            assertThat(graph.objects(key, SHACL + "in")).hasSize(1);
            assertThat(graph.objects(key, SHACL + "datatype")).hasSizeLessThan(2);
        });
        assertThat(body("cube/headcounts.ttl?sexe=F")).contains("cube#Slice>");
    }

    /** The whole cube, a slice, and one on the perimeter of today, whose sums have addresses of their own. */
    @Test
    void whatIsServedAsCubeLinkKeepsTheShapesOfVisualize(@TempDir Path folder) throws IOException {
        for (String query : List.of("?", "?sexe=F&", "?perimeter=today&")) {
            List<String> lines = body("cube/headcounts.nt" + query + "_profile=cube-link")
                    .lines()
                    .sorted(Comparator.comparing(
                            line -> line.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                    .toList();
            List<Violation> violations = new ArrayList<>();
            LinkShapes.check(Files.write(folder.resolve("cube.nt"), lines), violations::add);
            assertThat(violations).as(query).isEmpty();
        }
    }
}
