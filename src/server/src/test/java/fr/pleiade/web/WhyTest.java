package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** Where values of the sample come from, held to the CSV files themselves. */
class WhyTest {
    private static final String INSTITUTIONS =
            "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv";

    @Test
    void aValueLeadsToTheLineAndTheColumnThatSayIt() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("data").resolve(INSTITUTIONS));
        int line = 1;
        while (!lines.get(line - 1).contains("xJdyB")) {
            line++;
        }
        String page = page("subject=id/etablissement/xJdyB&predicate=skos:prefLabel&lang=en");
        assertThat(page)
                .contains("<code>" + INSTITUTIONS + "</code>", "<dd>" + line + "</dd>", "<code>uo_lib</code>")
                .contains("<code>etablissements/mapping.yml</code>");
        assertThat(lines.get(0).split(";")).contains("uo_lib");
    }

    @Test
    void everyStatementOfAThingHasAReason() {
        for (String thing : List.of("etablissement/xJdyB", "commune/35238", "region/53", "commune/75056")) {
            assertThat(page("lang=en&subject=id/" + thing))
                    .as(thing)
                    .doesNotContain("before the origin of values was kept");
        }
    }

    @Test
    void aLinkSaysItsRuleAndItsKey() {
        String page = page("lang=en&subject=id/departement/35&predicate=skos:exactMatch");
        assertThat(page).contains("A link made by a rule", "links.ttl", "cog-2024-departements.csv");
    }

    @Test
    void whatFollowsSaysFromWhatAndByWhichRule() {
        String page = page("lang=en&subject=id/etablissement/xJdyB&predicate=rdfs:label");
        assertThat(page).contains("a name, for who does not know SKOS", "<code>uo_lib</code>");
    }

    @Test
    void termsAreSaidByTheFilesOfTheOntology() {
        assertThat(page("lang=en&subject=vocab/pleiade%23sigle&predicate=rdfs:label"))
                .contains("<code>ontology/pleiade.ttl</code>");
        assertThat(page("lang=en&subject=catalog&predicate=dct:title")).contains("<code>mappings/catalog.ttl</code>");
    }

    @Test
    void itIsProvAndARowOfCsvw() {
        HttpResponse<String> answer = sample().get(
                        "why?subject=id/etablissement/xJdyB&predicate=skos:prefLabel", "Accept", "application/ld+json");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/ld+json");
        InMemoryGraph graph = read(answer.body(), Syntax.JSON_LD);
        Term statement = graph.subjects(Vocabulary.RDF + "predicate", new Term.Iri(Vocabulary.SKOS + "prefLabel"))
                .findFirst()
                .orElseThrow();
        Term row = graph.objects(statement, Vocabulary.PROV + "wasDerivedFrom").get(0);
        assertThat(graph.about(row).stream().map(Quad::predicate).map(Term.Iri::value))
                .contains(Vocabulary.CSVW + "url", Vocabulary.CSVW + "describes", Vocabulary.DCT + "isPartOf");
        assertThat(graph.object(row, Vocabulary.CSVW + "url").orElseThrow().text())
                .startsWith(INSTITUTIONS + "#row=");
        assertThat(graph.subjects(Vocabulary.CSVW + "title", Term.Literal.of("uo_lib")))
                .isNotEmpty();
        assertThat(statement.text()).startsWith(BASE + "why?subject=id/etablissement/xJdyB&predicate=skos:prefLabel#");
    }

    @Test
    void aPinnedReleaseAnswersForItself() {
        String id = sample().release().id();
        HttpResponse<String> answer = sample().get(
                        "release/" + id + "/why?subject=id/region/53&predicate=rdfs:label", "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.body()).contains("release/" + id + "/why?subject=id/region/53");
        assertThat(sample().get("release/000000000000/why?subject=id/region/53").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anErrorIsReportedFromTheVeryValue() {
        for (String language : List.of("fr", "en")) {
            String page = page("lang=" + language + "&subject=id/etablissement/xJdyB&predicate=skos:prefLabel");
            Matcher mail =
                    Pattern.compile("href=\"(mailto:[^\"]*body=[^\"]*)\"").matcher(page);
            assertThat(mail.find()).isTrue();
            String address = HtmlUtils.htmlUnescape(mail.group(1));
            assertThat(address)
                    .matches("mailto:[A-Za-z0-9.@-]+\\?subject=[A-Za-z0-9%:/._*-]+&body=[A-Za-z0-9%:/._*-]+");
            String text = URLDecoder.decode(address, StandardCharsets.UTF_8);
            assertThat(text)
                    .contains(
                            INSTITUTIONS,
                            "uo_lib",
                            BASE + "id/etablissement/xJdyB",
                            sample().release().id())
                    .contains(language.equals("fr") ? "cette valeur me semble fausse" : "this value seems to be wrong")
                    .contains(language.equals("fr") ? ", ligne " : ", line ");
        }
    }

    @Test
    void eachValueOfAThingsPageAsks() {
        Matcher links = Pattern.compile("<a class=\"why\"[^>]*href=\"([^\"]*)\" aria-label=\"([^\"]+)\"")
                .matcher(sample().get("doc/etablissement/xJdyB.html", "Accept", "text/html")
                        .body());
        Set<String> addresses = new TreeSet<>();
        while (links.find()) {
            addresses.add(HtmlUtils.htmlUnescape(links.group(1)));
        }
        assertThat(addresses).hasSizeGreaterThan(30).allMatch(address -> address.startsWith("/why?subject="));
        for (String address : addresses) {
            HttpResponse<String> answer = sample().get(address.substring(1), "Accept", "text/turtle");
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void aPageOfAnOldReleaseAsksThatRelease() {
        String id = sample().release().id();
        assertThat(sample().get("release/" + id + "/doc/region/53.html", "Accept", "text/html")
                        .body())
                .contains("href=\"/release/" + id + "/why?subject=id/region/53");
    }

    @Test
    void questionsThatCannotBeAnsweredAreRefused() {
        for (String bad : List.of(
                "",
                "subject=",
                "subject=_:b0",
                "subject=%3C%3E",
                "subject=a%20b",
                "subject=%22x%22",
                "subject=id/region/53&predicate=a%3Eb",
                "subject=x%0Ay")) {
            HttpResponse<String> answer = sample().get("why?" + bad, "Accept", "text/html");
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
        }
        for (String nothing : List.of(
                "subject=id/region/999",
                "subject=id/region/53&predicate=foaf:name",
                "subject=id/region/53&predicate=rdfs:label&object=Normandie",
                "subject=mailto:x@y.z",
                "subject=id/region/53&object=" + URLEncoder.encode("\"<script>\"@", StandardCharsets.UTF_8))) {
            HttpResponse<String> answer = sample().get("why?" + nothing, "Accept", "text/html");
            assertThat(answer.statusCode()).as(nothing).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("<script>\"");
        }
        assertThat(sample().get("why?subject=id/region/53", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void aValueMayBeWrittenInSeveralWays() {
        for (String object : List.of("Bretagne", "\"Bretagne\"@fr")) {
            assertThat(sample().get(
                                    "why?subject=id/region/53&predicate=rdfs:label&object="
                                            + URLEncoder.encode(object, StandardCharsets.UTF_8),
                                    "Accept",
                                    "text/turtle")
                            .statusCode())
                    .as(object)
                    .isEqualTo(200);
        }
        for (String subject :
                List.of(BASE + "id/region/53", "<" + BASE + "id/region/53>", "/id/region/53", "id/region/53")) {
            assertThat(page("subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8)))
                    .contains("Bretagne");
        }
    }

    private static String page(String query) {
        HttpResponse<String> answer = sample().get("why?" + query, "Accept", "text/html");
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.body();
    }

    private static InMemoryGraph read(String text, Syntax syntax) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "answer", syntax, BASE);
    }
}
