package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of vocabularies and the terms of code lists, each with a page. */
class TermPagesTest {
    /** The one that it says that it is, in the document and below a release; no other. */
    @Test
    void theVersionOfAVocabularyLeadsToIt() {
        String said = sample().get("vocab/pleiade.nt")
                .body()
                .lines()
                .filter(line -> line.contains("versionIRI"))
                .map(line -> line.replaceAll(".*<([^>]*)> \\.", "$1"))
                .findFirst()
                .orElseThrow();
        String path = ServedSample.path(said);
        String pinned = "release/" + sample().release().id() + "/";
        for (String below : List.of("", pinned)) {
            HttpResponse<String> answer = sample().get(below + path);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(BASE + below + "vocab/pleiade");
        }
        assertThat(sample().get("vocab/gate/1.0").statusCode()).isEqualTo(303);
        assertThat(sample().get("vocab/pleiade/0.9").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uai", "region", "inscrits"})
    void aPropertyIsUsedAsOftenAsTheDataSay(String property) {
        String counted = sample().get("sparql?format=csv&query="
                        + URLEncoder.encode(
                                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <%1$svocab/pleiade#%2$s> ?o } FILTER (?g != <%1$svocab>) }"
                                        .formatted(BASE, property), // in datasets, not where vocabularies use it
                                StandardCharsets.UTF_8))
                .body()
                .split("\r\n")[1];
        String page = page("vocab/pleiade/" + property + "?lang=en");
        assertThat(page.replace(",", "")).contains(">Used " + counted + " times in the data.<");
        assertThat(page.substring(page.indexOf("id=\"examples\"")))
                .containsPattern("(?s)(<dt><a href=\"/id/etablissement/[^<]+</a>.*?</dt><dd>.+?){3}");
    }

    /** A class with a narrower one and a property; a code list three levels deep, of which two terms are each wider than the other. */
    @Test
    void aClassHasItsThingsAndACodeListItsLevels(@TempDir Path folder) {
        SmallSite site = new SmallSite(folder);
        site.write("ontology/small.ttl", """
                @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                <vocab/small> a owl:Ontology ; dct:title "Small words"@en .
                <vocab/small#Kept> a owl:Class ; rdfs:label "Kept thing"@en ; rdfs:comment "One that was kept."@en .
                <vocab/small#Rare> a owl:Class ; rdfs:label "Rare thing"@en ; rdfs:subClassOf <vocab/small#Kept> .
                <vocab/small#keeper> a owl:ObjectProperty ; rdfs:label "keeper"@en ; rdfs:domain <vocab/small#Kept> .
                <id/scheme/s> a skos:ConceptScheme ; skos:prefLabel "Levels"@en .
                <id/level/a> a skos:Concept ; skos:inScheme <id/scheme/s> ; skos:prefLabel "Alpha"@en .
                <id/level/b> a skos:Concept ; skos:inScheme <id/scheme/s> ; skos:prefLabel "Beta"@en ; skos:broader <id/level/a> .
                <id/level/c> a skos:Concept ; skos:inScheme <id/scheme/s> ; skos:prefLabel "Gamma"@en ; skos:broader <id/level/b> , <id/level/d> .
                <id/level/d> a skos:Concept ; skos:inScheme <id/scheme/s> ; skos:prefLabel "Delta"@en ; skos:broader <id/level/c> .
                """);
        site.write(
                "mappings/things/mapping.ttl",
                SmallSite.MAPPING.replace("rml:class rdfs:Resource", "rml:class <vocab/small#Kept>"));
        site.publish(
                "1;One;https://data.example.org/id/level/b",
                "2;Two;https://data.example.org/id/level/b",
                "3;Three;https://other.example/");
        try (PleiadeServer server = site.serveBriefly()) {
            String kept = SmallSite.get(server, "vocab/small/Kept?lang=en", "Accept", "text/html")
                    .body();
            assertThat(kept)
                    .contains(
                            "<h1>Kept thing</h1>",
                            "One that was kept.",
                            ">3 things are of this class.<",
                            ">One</a>",
                            ">Two</a>",
                            ">Three</a>")
                    .contains(
                            ">Rare thing</a>",
                            ">keeper</a>",
                            "href=\"/search?q=&amp;type=https%3A%2F%2Fdata.example.org%2Fvocab%2Fsmall%23Kept\"");
            assertThat(SmallSite.get(server, "vocab/small/Rare?lang=en", "Accept", "text/html")
                            .body())
                    .contains("Not used in the data yet.", ">Kept thing</a>");
            String scheme = SmallSite.get(server, "doc/scheme/s.html?lang=en").body();
            assertThat(scheme.replaceAll("(?s)<span class=\"tag.*?</span>|<[^>]+>|\\s+", " ")
                            .replaceAll(" +", " "))
                    .contains("Levels 4 Alpha Beta 2 things of this kind Gamma Delta");
        }
    }

    @Test
    void everyTermHasAPageAndAnAnchorInItsVocabulary() {
        List<String> vocabularies = Pattern.compile("href=\"/(vocab/[a-z-]+)\"")
                .matcher(page("vocab"))
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertThat(vocabularies).contains("vocab/pleiade", "vocab/link").hasSizeGreaterThan(3);
        for (String vocabulary : vocabularies) {
            String index = page(vocabulary + "?lang=fr");
            List<String> links = links(vocabulary);
            assertThat(links).as(vocabulary).isNotEmpty();
            for (String link : links) {
                assertThat(index).contains("id=\"" + link.substring(vocabulary.length() + 1) + "\"");
                assertThat(page(link + "?lang=fr")).as(link).contains("<h1>").doesNotContain("??");
            }
        }
    }

    @Test
    void aTermIsHadAsDataByItself() {
        InMemoryGraph graph = RdfReader.readGraph(
                new ByteArrayInputStream(
                        sample().get("vocab/pleiade/uai.ttl").body().getBytes(StandardCharsets.UTF_8)),
                "uai.ttl",
                Syntax.TURTLE,
                BASE);
        assertThat(graph.triples().stream()
                        .map(Quad::subject)
                        .map(Object::toString)
                        .distinct())
                .hasSize(1)
                .allMatch(subject -> subject.contains("vocab/pleiade#uai"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vocab/pleiade/none", "vocab/none/uai", "vocab/pleiade/%3Cscript%3E", "vocab/pleiade/uai.pdf"})
    void whatIsNoTermIsNotFound(String path) {
        assertThat(sample().get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "doc/nomenclature/type-etablissement.html, false",
        "doc/type-etablissement/universite.html, true",
    })
    void aCodeListIsATreeWithHowManyThingsAreFiledUnderEach(String path, boolean isTerm) {
        String page = page(path + "?lang=en");
        String tree = page.substring(page.indexOf("<ul class=\"tree\">"));
        tree = tree.substring(0, tree.indexOf("</section>"));
        assertThat(Pattern.compile("<li>(?:<a[^>]*>|<strong[^>]*>)([^<]+)<")
                        .matcher(tree)
                        .results()
                        .map(result -> result.group(1)))
                .containsExactly("Grand établissement", "Other institution", "School", "University");
        assertThat(tree.contains("<strong aria-current=\"true\">University</strong>"))
                .isEqualTo(isTerm);
        String universities = page("list/etablissement?lang=en&in=type-etablissement/universite");
        String count = Pattern.compile("<span class=\"count\">(\\d+)</span>")
                .matcher(universities)
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(tree.substring(tree.indexOf("University"))).contains("<span>" + count + "</span>");
        assertThat(page.contains("Terms and codes")).as("said once").isFalse();
    }

    @Test
    void aPinnedCodeListDoesNotForgetTheCountsOfTheOther() {
        page("release/" + sample().release().id() + "/doc/nomenclature/secteur.html");
        assertThat(page("doc/nomenclature/secteur.html?lang=en"))
                .containsPattern("<span>\\d+</span><span class=\"unseen\">");
    }

    private static List<String> links(String vocabulary) {
        return Pattern.compile("<a href=\"/(" + vocabulary + "/[^\"?]+)\"")
                .matcher(page(vocabulary + "?lang=fr"))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String page(String path) {
        var answer = sample().get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
