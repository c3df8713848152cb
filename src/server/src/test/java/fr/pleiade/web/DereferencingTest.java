package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promises u1 to u9: addresses and what they lead to. */
class DereferencingTest {
    private static final String THING = "id/etablissement/0Mvk5";
    private static final String ROR = "035xkbk20";
    private static final String DOCUMENT = "doc/etablissement/0Mvk5";

    @Test
    void u1_aThingAnswers303WithTheAddressOfItsDocument() {
        for (String accept : List.of("text/turtle", "application/ld+json", "application/rdf+xml", "*/*")) {
            HttpResponse<String> response = sample().get(THING, "Accept", accept);
            assertThat(response.statusCode()).isEqualTo(303);
            assertThat(response.headers().firstValue("Location")).contains(BASE + DOCUMENT);
        }
        assertThat(sample().get(THING, "Accept", "text/html").headers().firstValue("Location"))
                .contains(BASE + DOCUMENT + ".html");
    }

    @Test
    void u2_theDocumentIsAboutTheThingAndSaysWhereItBelongs() {
        InMemoryGraph graph = graph(DOCUMENT, Syntax.TURTLE);
        Term.Iri document = new Term.Iri(BASE + DOCUMENT);
        Term.Iri thing = new Term.Iri(BASE + THING);
        assertThat(graph.about(thing)).isNotEmpty();
        assertThat(graph.objects(document, Vocabulary.FOAF + "primaryTopic")).containsExactly(thing);
        assertThat(graph.objects(document, Vocabulary.VOID + "inDataset"))
                .containsExactly(new Term.Iri(BASE + "dataset/etablissements"));
        assertThat(graph.objects(document, Vocabulary.DCT + "license")).hasSize(1);
    }

    @Test
    void u3_aSuffixGivesItsFormWhateverTheHeaderSays() {
        for (Syntax syntax : Syntax.values()) {
            HttpResponse<String> response = sample().get(DOCUMENT + "." + syntax.suffix(), "Accept", "image/png");
            assertThat(response.statusCode()).as(syntax.suffix()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("").split(";")[0])
                    .isEqualTo(syntax.mediaType());
        }
        HttpResponse<String> page = sample().get(DOCUMENT + ".html", "Accept", "text/turtle");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    }

    @Test
    void u4_everySyntaxHasTheSameGraph() {
        InMemoryGraph turtle = graph(DOCUMENT, Syntax.TURTLE);
        assertThat(turtle.size()).isGreaterThan(30);
        for (Syntax syntax : Syntax.values()) {
            assertThatGraph(graph(DOCUMENT, syntax)).isIsomorphicTo(turtle);
        }
    }

    @Test
    void whatTheAddressNamesAndTheDocumentDoesNotHaveIsRefused() {
        String document = "doc/region/11";
        assertThat(sample().get(document + "?_profile=names").statusCode()).isEqualTo(200);
        HttpResponse<String> profile = sample().get(document + "?_profile=zzz");
        assertThat(profile.statusCode()).isEqualTo(400);
        assertThat(profile.body()).contains("zzz", "names", "description");
        assertThat(sample().get("catalog.ttl?_profile=zzz").statusCode()).isEqualTo(400);
        assertThat(sample().get(document + "?_mediatype=text/turtle").statusCode())
                .isEqualTo(200);
        HttpResponse<String> type = sample().get(document + "?_mediatype=zzz");
        assertThat(type.statusCode()).isEqualTo(406);
        assertThat(type.body()).contains("text/turtle");
    }

    @Test
    void aThingOfAReleaseLeadsToItsDocumentInThatRelease() {
        String release = sample().get("doc/region/11.nt")
                .body()
                .lines()
                .filter(line -> line.contains("hasVersion"))
                .map(line -> line.replaceAll(".*/release/([0-9a-f]{12})/.*", "$1"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> thing = sample().get("release/" + release + "/id/region/11", "Accept", "text/turtle");
        assertThat(thing.statusCode()).isEqualTo(303);
        assertThat(thing.headers().firstValue("Location")).contains(BASE + "release/" + release + "/doc/region/11");
        assertThat(sample().get("release/" + release + "/id/region/0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theIconThatBrowsersAskForIsThere() {
        HttpResponse<String> icon = sample().get("favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(308);
        assertThat(icon.headers().firstValue("Location").orElse(""))
                .startsWith(BASE)
                .endsWith("pleiade.svg");
    }

    @Test
    void u5_anUnknownThingAnswers404() {
        for (String path : List.of(
                "id/etablissement/nobody", "doc/etablissement/nobody", "doc/etablissement/nobody.ttl", "id/x")) {
            assertThat(sample().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void u6_linksAreCanonicalWhateverHostIsAsked() {
        HttpResponse<String> response =
                sample().get(DOCUMENT, "X-Forwarded-Host", "evil.example", "Accept", "text/turtle");
        assertThat(response.body()).contains(BASE).doesNotContain("127.0.0.1").doesNotContain("evil.example");
        assertThat(response.headers().map().toString()).doesNotContain("evil.example");
        assertThat(sample().get(DOCUMENT + ".html").body()).doesNotContain("127.0.0.1");
    }

    @Test
    void u7_anAddressThatLeavesItsPlaceIsRefused() {
        for (String path :
                List.of("id/%2e%2e/etc", "doc/a/..%2f..%2fetc", "id/a%0d%0aX:y/b", "id/a/%00", "id/%c3%28/b")) {
            HttpResponse<String> response = sample().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void u8_otherSpellingsAreSentOnceToTheCanonicalOne() {
        for (String path :
                List.of("doc/etablissement/0Mvk5/", "doc/Etablissement/0Mvk5", "doc/etablissement/0%4Dvk5")) {
            HttpResponse<String> response = sample().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(308);
            assertThat(response.headers().firstValue("Location")).contains(BASE + DOCUMENT);
        }
    }

    @Test
    void u9_everyThingThatIsMintedDereferences() {
        Set<String> things = new LinkedHashSet<>();
        HttpResponse<String> dump = sample().get("dump/all.nq");
        dump.body().lines().forEach(line -> {
            String subject = line.substring(1, line.indexOf('>'));
            if (subject.startsWith(BASE + "id/")) {
                things.add(subject.replaceFirst("#.*", ""));
            }
        });
        assertThat(things).hasSizeGreaterThan(200);
        int step = Math.max(1, things.size() / 100);
        int n = 0;
        for (String thing : things) {
            if (n++ % step == 0) {
                HttpResponse<String> response = sample().get(ServedSample.path(thing));
                assertThat(response.statusCode()).as(thing).isEqualTo(303);
                String document = response.headers().firstValue("Location").orElseThrow();
                assertThat(sample().get(ServedSample.path(document)).body()).contains(thing.substring(BASE.length()));
            }
        }
    }

    @Test
    void anIdentifierResolvesToItsBearer() {
        HttpResponse<String> response = sample().get("resolve/uai/0753480A");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + THING);
        assertThat(sample().get("resolve/uai/0000000X").statusCode()).isEqualTo(404);
        assertThat(sample().get("resolve/nothing/0753480A").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "uai/0753480a, id/etablissement",
        "uai/075%203480%20A, id/etablissement",
        "uai?code=075-3480-A, id/etablissement",
        "commune/35238, id/commune/35238",
        "commune/1015, id/commune/01015",
        "departement/D035, id/departement/35",
        "departement/035, id/departement/35",
        "region/R53, id/region/53",
        "academie/14, id/academie/A14",
        "academie/a14, id/academie/A14",
        "uai/UAI%3A0753480A, id/etablissement",
        "uai/RNE%20075%E2%80%913480%E2%80%91A, id/etablissement",
        "uai/%EF%BB%BF075%C2%A03480%E2%80%AFA%E2%80%8B, id/etablissement",
        "uai/0753480A/, id/etablissement",
        "uai?code=urn:uai:0753480A, id/etablissement",
        "uai?code=N%C2%B0+UAI+0753480A, id/etablissement",
        "commune/COM35238, id/commune/35238",
        "commune/http%3A%2F%2Fid.insee.fr%2Fgeo%2Fcommune%2F35238, id/commune/35238",
        "departement/FR-35, id/departement/35",
        "region/r%C3%A9gion%2053, id/region/53",
        "academie/acad%C3%A9mie%2014, id/academie/A14"
    })
    void aCodeResolvesInEverySpellingThatItsSystemAccepts(String asked, String thing) {
        HttpResponse<String> response = sample().get("resolve/" + asked);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location").orElseThrow()).startsWith(BASE + thing);
    }

    @Test
    void theAddressOfARegistersRecordIsASpelling() {
        HttpResponse<String> bare = sample().get("resolve/ror/" + ROR);
        assertThat(bare.statusCode()).isEqualTo(303);
        for (String asked : List.of(
                "/https%3A%2F%2Fror.org%2F{}",
                "/ror.org%2F{}",
                "?code=https://ror.org/{}",
                "/https://ror.org/{}",
                "/https:/ror.org/{}",
                "/http://www.ror.org/{}/",
                "/ror.org/{}?utm_source=x",
                "/https%3A%2F%2Fror.org%2F{}%3Fa%3Db%23top",
                "?code=http://www.ror.org/{}/%23top",
                "/ROR:{}",
                "/urn:ror:{}",
                "/ROR%20ID%3A%20https%3A%2F%2Fror.org%2F{}")) {
            HttpResponse<String> response = sample().get("resolve/ror" + asked.replace("{}", ROR));
            assertThat(response.statusCode()).as(asked).isEqualTo(303);
            assertThat(response.headers().firstValue("Location"))
                    .isEqualTo(bare.headers().firstValue("Location"));
        }
    }

    @Test
    void whatCannotBeACodeIsRefusedWithThePattern() {
        HttpResponse<String> response = sample().get("resolve/uai/12", "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("[0-9]{7}[A-Z]");
        assertThat(sample().get("resolve/uai/0753480A%2Fx").statusCode()).isEqualTo(400);
        assertThat(sample().get("resolve/uai?code=").statusCode()).isEqualTo(400);
    }

    @Test
    void aSystemWithoutACodeLeadsToItsDescription() {
        HttpResponse<String> response = sample().get("resolve/uai");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + "id/systeme-identifiant/uai");
        assertThat(sample().get("resolve/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aCodeThatNobodyBearsIsNotFoundAndAFailedCheckSaysWhy() {
        assertThat(sample().get("resolve/uai/0000000A").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong = sample().get("resolve/uai/0753480B", "Accept", "application/json");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).contains("it would hold for 0753480A");
    }

    @Test
    void aCodeThatIsAPropertyOfTheThingResolvesToo() {
        HttpResponse<String> response = sample().get("resolve/insee/35238");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + "id/commune/35238");
    }

    @Test
    void aCodeOfSeveralThingsAnswers300WithAllOfThem() {
        HttpResponse<String> response = sample().get("resolve/insee/01015", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(300);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        InMemoryGraph choices = RdfReader.readGraph(
                new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)),
                "choices",
                Syntax.TURTLE,
                BASE);
        List<Term> things = choices.objects(new Term.Iri(BASE + "resolve/insee/01015"), Vocabulary.RDFS + "seeAlso");
        assertThat(things).contains(new Term.Iri(BASE + "id/commune/01015")).hasSizeGreaterThan(1);
        for (Term thing : things) {
            assertThat(response.headers().allValues("Link")).contains("<" + thing.text() + ">; rel=\"alternate\"");
            assertThat(choices.objects(thing, Vocabulary.TYPE.value())).isNotEmpty();
            assertThat(sample().get(ServedSample.path(thing.text())).statusCode())
                    .isEqualTo(303);
        }
        HttpResponse<String> page = sample().get("resolve/insee/01015?lang=fr", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(300);
        assertThat(page.body()).contains("Plusieurs choses portent le code 01015", "href=\"/id/commune/01015\"");
        assertThat(sample().get("resolve/insee/01015", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    private static InMemoryGraph graph(String document, Syntax syntax) {
        HttpResponse<String> response = sample().get(document + "." + syntax.suffix());
        assertThat(response.statusCode()).isEqualTo(200);
        InMemoryGraph graph = new InMemoryGraph();
        RdfReader.read(
                new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)),
                document,
                syntax,
                "urn:none",
                quad -> graph.add(quad.in(Quad.DEFAULT_GRAPH)));
        return graph;
    }
}
