package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An answer that was kept cannot be told from one that was made. */
class KeptAnswersTest {
    private static final String DOCUMENT = "doc/region/11";

    @Test
    void h3_theSecondAnswerIsTheFirst() {
        for (String accept : new String[] {"text/turtle", "application/ld+json", "text/html", "image/png"}) {
            HttpResponse<String> first = sample().get(DOCUMENT, "Accept", accept);
            HttpResponse<String> second = sample().get(DOCUMENT, "Accept", accept);
            assertThat(second.statusCode()).isEqualTo(first.statusCode());
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(fields(second)).isEqualTo(fields(first));
        }
    }

    /** A page for frames of other sites, and a picture that does nothing else, say of themselves what others do not. */
    @Test
    void anAnswerKeepsAPolicyOfItsOwn() {
        for (String path : List.of("embed/card/etablissement/xJdyB", "logo.svg")) {
            HttpResponse<String> first = sample().get(path, "Accept", "*/*;q=0.9");
            HttpResponse<String> second = sample().get(path, "Accept", "*/*;q=0.9");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> held = sample().get(path, "Accept", "*/*;q=0.9", "If-None-Match", tag);
            assertThat(held.statusCode()).isEqualTo(304);
            assertThat(policies(first))
                    .as(path)
                    .hasSize(1)
                    .doesNotContain(policies(sample().get("catalog.ttl")).get(0));
            assertThat(policies(second)).as(path).isEqualTo(policies(first));
            assertThat(policies(held)).as(path).isEqualTo(policies(first));
        }
    }

    private static List<String> policies(HttpResponse<String> answer) {
        return answer.headers().allValues("Content-Security-Policy");
    }

    @Test
    void h3_aPageIsKeptInEachLanguageHoweverItWasChosen() {
        for (int round = 0; round < 3; round++) {
            assertThat(language("Accept-Language", "fr-CA, en;q=0.5")).isEqualTo("fr");
            assertThat(language("Accept-Language", "en")).isEqualTo("en");
            assertThat(language("Accept-Language", "en", "Cookie", "other=1; lang=fr"))
                    .isEqualTo("fr");
            assertThat(language("Accept-Language", "fr", "Cookie", "lang=en")).isEqualTo("en");
            assertThat(language("Accept-Language", "fr", "Cookie", "lang=xx")).isEqualTo("fr");
            assertThat(language("Accept-Language", "de")).isEqualTo("en");
        }
    }

    /** {@return the language of every page that is asked for with some fields} */
    private static String language(String... fields) {
        Set<String> languages = new TreeSet<>();
        for (String path : List.of("catalog.html", DOCUMENT + ".html", "dataset/regions.html")) {
            HttpResponse<String> page = sample().get(path, fields);
            languages.add(page.headers().firstValue("Content-Language").orElseThrow());
            assertThat(page.body()).as(path).containsAnyOf("<html lang=\"fr\"", "<html lang=\"en\"");
            languages.add(page.body().replaceAll("(?s).*<html lang=\"(..)\".*", "$1"));
        }
        return String.join(" and ", languages);
    }

    @Test
    void h3_whatTheClientHoldsIsNotSentAgain() {
        String tag =
                sample().get(DOCUMENT + ".ttl").headers().firstValue("ETag").orElseThrow();
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> held = sample().get(DOCUMENT + ".ttl", "If-None-Match", tag);
            assertThat(held.statusCode()).isEqualTo(304);
            assertThat(held.headers().firstValue("ETag")).contains(tag);
            assertThat(held.headers().firstValue("Vary")).isPresent();
            assertThat(held.headers().firstValue("Cache-Control")).isPresent();
            assertThat(held.body()).isEmpty();
        }
    }

    @Test
    void h8_aDownloadIsTheSameTheSecondTime() {
        for (String file : new String[] {"dump/regions.nq", "dump/regions.ttl.gz", "dump/regions.csv"}) {
            HttpResponse<String> first = sample().get(file);
            HttpResponse<String> second = sample().get(file);
            assertThat(second.body()).as(file).isNotEmpty().isEqualTo(first.body());
            assertThat(fields(second)).isEqualTo(fields(first));
            assertThat(sample().get(file, "Range", "bytes=0-9").statusCode()).isEqualTo(206);
            assertThat(sample().get(file).body()).isEqualTo(first.body());
        }
    }

    private static Map<String, Object> fields(HttpResponse<?> response) {
        Map<String, Object> fields = new TreeMap<>(response.headers().map());
        fields.remove("date");
        return fields;
    }
}
