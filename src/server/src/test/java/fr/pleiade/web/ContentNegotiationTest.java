package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises c1 to c14: content negotiation; {@code http.NegotiationTest} has the cases of the header itself. */
class ContentNegotiationTest {
    private static final String DOCUMENT = "doc/etablissement/0Mvk5";
    private static final List<String> NEGOTIATED =
            List.of(DOCUMENT, "catalog", "dataset/etablissements", "vocab", "vocab/pleiade", "dump/regions");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void c1_eachTypeGetsExactlyThatType() {
        for (String type : List.of(
                "text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples", "text/html")) {
            for (String path : NEGOTIATED) {
                if (!path.startsWith("dump/") || !type.equals("text/html")) {
                    assertThat(type(sample().get(path, "Accept", type)))
                            .as(path)
                            .isEqualTo(type);
                }
            }
        }
    }

    @Test
    void c2_weightsDecide() {
        assertThat(type(sample().get(DOCUMENT, "Accept", "text/turtle;q=0.2, application/ld+json;q=0.9")))
                .isEqualTo("application/ld+json");
        assertThat(type(sample().get(DOCUMENT, "Accept", "text/html;q=0, */*;q=0.1")))
                .isEqualTo("text/turtle");
        assertThat(type(sample().get(DOCUMENT, "Accept", "text/*;q=0.3, text/turtle;q=0.8")))
                .isEqualTo("text/turtle");
    }

    @Test
    void c3_parametersAreParsed() {
        assertThat(type(sample().get(DOCUMENT, "Accept", "application/ld+json;profile=\"http://a/, http://b/;q=0\"")))
                .isEqualTo("application/ld+json");
        assertThat(type(sample().get(DOCUMENT, "Accept", "text/turtle;charset=utf-8")))
                .isEqualTo("text/turtle");
    }

    @Test
    void c4_noAcceptHeaderGetsTheDefault() {
        for (String path : NEGOTIATED) {
            assertThat(type(sample().get(path))).as(path).isEqualTo("text/turtle");
            assertThat(type(sample().get(path, "Accept", "*/*"))).as(path).isEqualTo("text/turtle");
        }
    }

    @Test
    void c5_aBrowserGetsThePage() {
        String chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
        for (String path : NEGOTIATED.subList(0, 5)) {
            assertThat(type(sample().get(path, "Accept", chrome))).as(path).isEqualTo("text/html");
        }
    }

    @Test
    void c6_realClientsGetRdf() {
        for (String accept : List.of(
                "application/rdf+xml, text/html;q=0.3, application/xhtml+xml;q=0.3, text/n3, text/turtle, */*;q=0.1",
                "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3",
                "application/n-quads,application/trig;q=0.95,text/html;q=0.2,application/xhtml+xml;q=0.18",
                "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09")) {
            assertThat(type(sample().get(DOCUMENT, "Accept", accept)))
                    .as(accept)
                    .isNotEqualTo("text/html");
        }
    }

    @Test
    void c7_whatCannotBeHadIsRefusedWithTheAlternatives() {
        HttpResponse<String> response = sample().get(DOCUMENT, "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(406);
        assertThat(problem.get("alternatives")
                        .valueStream()
                        .map(a -> a.get("href").asString()))
                .contains(BASE + DOCUMENT + ".ttl", BASE + DOCUMENT + ".html");
    }

    @Test
    void c8_everyNegotiatedAnswerSaysWhatItVariesOn() {
        assertThat(vary(sample().get("id/etablissement/0Mvk5"))).contains("Accept");
        assertThat(vary(sample().get(DOCUMENT))).contains("Accept");
        assertThat(vary(sample().get(DOCUMENT, "Accept", "image/png"))).contains("Accept");
        HttpResponse<String> page = sample().get(DOCUMENT, "Accept", "text/html");
        assertThat(vary(page)).contains("Accept", "Accept-Language");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> notModified = sample().get(DOCUMENT, "Accept", "text/html", "If-None-Match", tag);
        assertThat(notModified.statusCode()).isEqualTo(304);
        assertThat(vary(notModified)).contains("Accept", "Accept-Language");
    }

    @Test
    void c9_aliasesAreUnderstoodAndOnlyRegisteredTypesAreSent() {
        Map.of(
                        "application/x-turtle", "text/turtle",
                        "application/turtle", "text/turtle",
                        "text/rdf+n3", "text/turtle",
                        "application/json", "application/ld+json",
                        "application/xml", "application/rdf+xml",
                        "text/xml", "application/rdf+xml",
                        "text/plain", "application/n-triples")
                .forEach((alias, registered) -> assertThat(type(sample().get(DOCUMENT, "Accept", alias)))
                        .as(alias)
                        .isEqualTo(registered));
    }

    @Test
    void c9_n3IsRegisteredAndSoSentWhereADocumentIsAskedForInIt() {
        for (String path : List.of(DOCUMENT, "catalog", "dataset/etablissements", "vocab", "void")) {
            HttpResponse<String> response = sample().get(path, "Accept", "text/n3");
            assertThat(response.headers().firstValue("Content-Type")).contains("text/n3;charset=utf-8");
            assertThat(response.headers().firstValue("Content-Location")).contains(BASE + path + ".n3");
            assertThat(response.body()).isEqualTo(sample().get(path + ".ttl").body());
        }
        assertThat(type(sample().get("dump/regions", "Accept", "text/n3"))).isEqualTo("text/turtle");
    }

    @Test
    void c10_thePageIsInTheReadersLanguage() {
        HttpResponse<String> french =
                sample().get(DOCUMENT, "Accept", "text/html", "Accept-Language", "fr-CA, fr;q=0.8");
        assertThat(french.headers().firstValue("Content-Language")).contains("fr");
        assertThat(french.body()).contains("<html lang=\"fr\"").contains("Ailleurs sur le web");
        HttpResponse<String> english = sample().get(DOCUMENT, "Accept", "text/html", "Accept-Language", "en");
        assertThat(english.body()).contains("<html lang=\"en\"").contains("Elsewhere on the web");
    }

    @Test
    void aChosenLanguageIsRememberedByACookie() {
        HttpResponse<String> chosen = sample().get(DOCUMENT + ".html?lang=fr", "Accept-Language", "en");
        assertThat(chosen.headers().firstValue("Content-Language")).contains("fr");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=fr;");
        HttpResponse<String> next = sample().get("", "Accept-Language", "en", "Cookie", "lang=fr");
        assertThat(next.headers().firstValue("Content-Language")).contains("fr");
    }

    @Test
    void c11_linksNameTheSameAlternatesInTheHeaderAndOnThePage() {
        HttpResponse<String> page = sample().get(DOCUMENT, "Accept", "text/html");
        TreeSet<String> inHeader = new TreeSet<>();
        Pattern link = Pattern.compile("<([^>]+)>; rel=\"alternate\"; type=\"([^\"]+)\"");
        page.headers().allValues("Link").forEach(value -> {
            Matcher matcher = link.matcher(value);
            if (matcher.matches()) {
                inHeader.add(matcher.group(2) + " " + ServedSample.path(matcher.group(1)));
            }
        });
        TreeSet<String> onPage = new TreeSet<>();
        Matcher matcher = Pattern.compile("<link rel=\"alternate\" type=\"([^\"]+)\" href=\"/([^\"]+)\"")
                .matcher(page.body());
        while (matcher.find()) {
            onPage.add(matcher.group(1) + " " + matcher.group(2));
        }
        assertThat(onPage).hasSize(7).isEqualTo(inHeader);
    }

    @Test
    void c13_jsonLdNeedsNoRemoteContext() {
        JsonNode context =
                JSON.readTree(sample().get(DOCUMENT + ".jsonld").body()).get("@context");
        assertThat(context.isObject()).isTrue();
    }

    @Test
    void c14_jsonInsideThePageIsValidAndCannotEndItsElement() {
        String page = sample().get(DOCUMENT + ".html").body();
        Matcher matcher = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group(1)).doesNotContain("<");
        assertThat(JSON.readTree(matcher.group(1)).has("@graph")).isTrue();
    }

    private static String type(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(200);
        return response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    }

    private static List<String> vary(HttpResponse<String> response) {
        return List.of(String.join(", ", response.headers().allValues("Vary")).split(", "));
    }
}
