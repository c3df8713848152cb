package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises n1 to n6: search. */
class SearchTest {
    private static JsonNode json(String path) {
        HttpResponse<String> response = sample().get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return JsonMapper.shared().readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EHESS                                       | etablissement/y52D7
            ecole des hautes etudes en sciences sociale | etablissement/y52D7
            École des hautes études en sciences social  | etablissement/y52D7
            0753742K                                    | etablissement/y52D7
            0753742k                                    | etablissement/y52D7
            075 3742 K                                  | etablissement/y52D7
            197 537 426                                 | etablissement/y52D7
            SIREN 197537426                             | etablissement/y52D7
            iep lyon                                    | etablissement/hfCvd
            sciences po lyon                            | etablissement/hfCvd
            univ. Rennes 2                              | etablissement/ti37C
            UNIVERSITÉ DE RENNES II                     | etablissement/ti37C
            Univ Paris I                                | etablissement/6G2TU
            https://ror.org/035xkbk20                   | etablissement/xJdyB
            ile de france                               | region/11
            ÎLE-DE-FRANCE                               | region/11
            """)
    void n1_aThingIsFoundByAnyOfItsNamesAndCodes(String text, String thing) {
        JsonNode results = json("search.json?q=" + encoded(text)).get("results");
        assertThat(results.get(0).get("id").asString()).as(text).isEqualTo(BASE + "id/" + thing);
    }

    @Test
    void n2_thePageListsResultsInBothLanguages() {
        HttpResponse<String> page = sample().get("search?q=iep%20lyon&lang=fr", "Accept", "text/html");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"fr\"")
                .contains("href=\"/id/etablissement/hfCvd\"")
                .contains("Institut d&#39;études politiques de Lyon")
                .contains("IEP Lyon") // by which it was found
                .contains("Sigle")
                .contains("value=\"iep lyon\"")
                .contains("<h1>Un résultat pour « iep lyon »</h1>")
                .contains("<title>Un résultat pour « iep lyon » · ");
        assertThat(sample().get("search?q=iep%20lyon&lang=en", "Accept", "text/html")
                        .body())
                .contains("<html lang=\"en\"")
                .contains("<h1>One result for “iep lyon”</h1>")
                .contains("Acronym");
    }

    @Test
    void n2_theQueryIsTextOnThePage() {
        String page = sample().get("search?q=" + encoded("\"><script>alert(1)</script>"), "Accept", "text/html")
                .body();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void n3_resultsAreCountedAndNarrowedByWhatTheyHave() {
        JsonNode all = json("search.json?q=lyon&size=100");
        assertThat(all.get("total").asInt()).isEqualTo(all.get("results").size());
        JsonNode type = facet(all, "type");
        assertThat(type.get("values").get(0).get("name").asString()).isNotEmpty();
        for (JsonNode value : type.get("values")) {
            JsonNode narrowed =
                    json("search.json?q=lyon&type=" + encoded(value.get("value").asString()));
            assertThat(narrowed.get("total").asInt())
                    .as(value.toString())
                    .isEqualTo(value.get("count").asInt());
        }
        JsonNode region = facet(json("search.json?q="), "region");
        assertThat(region.get("property").asString()).isEqualTo(BASE + "vocab/pleiade#region");
        JsonNode first = region.get("values").get(0);
        JsonNode there =
                json("search.json?size=100&region=" + encoded(first.get("value").asString()));
        assertThat(there.get("total").asInt()).isEqualTo(first.get("count").asInt());
        assertThat(json("search.json?q=lyon&type=org:FormalOrganization")
                        .get("total")
                        .asInt())
                .isPositive();
    }

    private static JsonNode facet(JsonNode answer, String parameter) {
        for (JsonNode facet : answer.get("facets")) {
            if (facet.get("parameter").asString().equals(parameter)) {
                return facet;
            }
        }
        throw new AssertionError(parameter + " in " + answer.get("facets"));
    }

    @Test
    void n3_pagesTogetherHaveAllResultsOnce() {
        int total = json("search.json?q=&dataset=regions").get("total").asInt();
        assertThat(total).isEqualTo(18);
        TreeSet<String> seen = new TreeSet<>();
        for (int page = 1; page <= 4; page++) {
            json("search.json?q=&dataset=regions&size=5&page=" + page)
                    .get("results")
                    .forEach(result -> seen.add(result.get("id").asString()));
        }
        assertThat(seen).hasSize(18);
    }

    @Test
    void n4_resultsAreATableAndAMapToo() {
        HttpResponse<String> csv = sample().get("search.csv?q=ehess");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv;");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).startsWith("uri,name,matched,");
        assertThat(lines.get(1))
                .startsWith(
                        BASE + "id/etablissement/y52D7,École des hautes études en sciences sociales,EHESS,acronym,");
        HttpResponse<String> map = sample().get("search.geojson?q=ehess");
        assertThat(map.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode feature =
                JsonMapper.shared().readTree(map.body()).get("features").get(0);
        assertThat(feature.at("/geometry/type").asString()).isEqualTo("Point");
        assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(2.2, 2.5); // longitude first
        assertThat(sample().get("search?q=ehess", "Accept", "application/geo+json")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/geo+json");
    }

    @Test
    void n5_whatCannotBeAnsweredSaysWhy() {
        assertThat(json("search.json?q=" + encoded("zzzqqq xxyyzz"))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(json("search.json?q=lyon&type=" + encoded("http://ex.org/Nothing"))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(json("search.json?q=lyon&type=nothing").get("total").asInt()).isZero();
        assertThat(json("search.json?q=" + encoded("\"(*)? AND OR NOT ~^[]{}\\/:"))
                        .get("results")
                        .isArray())
                .isTrue();
        for (String wrong : List.of("page=0", "page=x", "size=1001", "size=-1", "page=999999")) {
            HttpResponse<String> response = sample().get("search.json?q=lyon&" + wrong);
            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(response.body()).contains(wrong.substring(0, 4));
        }
        assertThat(sample().get("search.xml?q=a").statusCode()).isEqualTo(404);
        assertThat(sample().get("search?q=a", "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(sample().get("search.json?q=" + "a".repeat(10_000_000)).statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=nothing",
                "type=:",
                "type=%3Cscript%3Ealert(1)%3C/script%3E",
                "dataset=nowhere",
                "dataset=a/b%20c",
                "lang=xx",
                "lang=%3Cscript%3Ealert(1)%3C/script%3E",
                "view=globe"
            })
    void n5_whateverTheAddressHasThereIsAPageAndThereAreData(String asked) {
        for (String more : List.of("", "&a=b".repeat(100), "&type=x&dataset=y&region=z".repeat(100))) {
            HttpResponse<String> page = sample().get("search?q=a&" + asked + more, "Accept", "text/html");
            assertThat(page.statusCode()).as(asked).isEqualTo(200);
            assertThat(page.body()).contains("</html>").doesNotContain("<script>alert");
            for (String form : List.of("json", "csv", "geojson")) {
                assertThat(sample().get("search." + form + "?q=a&" + asked).statusCode())
                        .as(form)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void n6_namesThatBeginSoAreSuggested() {
        JsonNode suggestions = json("search/suggest?q=" + encoded("écol")).get("suggestions");
        assertThat(suggestions.size()).isBetween(3, 10);
        suggestions.forEach(suggestion ->
                assertThat(suggestion.get("matched").asString().toLowerCase()).contains("école"));
        assertThat(json("search/suggest?q=eh")
                        .get("suggestions")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(BASE + "id/etablissement/y52D7");
        assertThat(json("search/suggest?q=").get("suggestions").size()).isZero();
    }
}
