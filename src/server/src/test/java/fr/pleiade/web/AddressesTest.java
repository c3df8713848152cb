package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of an address, conditions on a version, and addresses of nobody. */
class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "sparql/?query=ASK%7B%7D, sparql?query=ASK%7B%7D",
        "catalog/, catalog",
        "vocab/, vocab",
        "dataset/regions/, dataset/regions",
        "dataset/regions//, dataset/regions",
        "dump/regions.nq/, dump/regions.nq",
        "conformance/?lang=en, conformance?lang=en"
    })
    void aSlashTooManyLeadsToTheAddressWithoutIt(String path, String expected) {
        HttpResponse<String> response = sample().get(path);
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).contains(BASE + expected);
    }

    @Test
    void aQueryThatIsPostedThereIsPostedAgain() {
        HttpResponse<String> response = sample().send(
                        "POST",
                        "sparql/",
                        BodyPublishers.ofString("ASK {}"),
                        "Content-Type",
                        "application/sparql-query");
        assertThat(response.statusCode()).isEqualTo(308);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/%2Fevil.example/x", "/%5Cevil.example", "/\\evil.example", "///"})
    void anAddressThatABrowserTakesForAnotherHostIsRefused(String path) {
        HttpResponse<String> response = sample().get(path.substring(1).replace("\\", "%5C"), "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("\"//evil", "\"/\\evil");
    }

    @Test
    void aReleaseIsWhatItsCatalogueSays() {
        String id = sample().release().id();
        HttpResponse<String> response = sample().get("release/" + id);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(BASE + "release/" + id + "/catalog");
        assertThat(sample().get("release/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dump/regions.nq", "catalog.ttl", "doc/region/53.ttl", "sparql?query=ASK%7B%7D"})
    void whoeverWantsAnotherVersionIsToldThatThisIsNotIt(String path) {
        HttpResponse<String> present = sample().get(path);
        String tag = present.headers().firstValue("ETag").orElseThrow();
        String date = present.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(sample().get(path, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(sample().get(path, "If-Match", "W/" + tag).statusCode()).isEqualTo(412);
        assertThat(sample().get(path, "If-Match", "\"x\", " + tag).statusCode()).isEqualTo(200);
        assertThat(sample().get(path, "If-Match", "*").statusCode()).isEqualTo(200);
        assertThat(sample().get(path, "If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(412);
        assertThat(sample().get(path, "If-Unmodified-Since", date).statusCode()).isEqualTo(200);
        assertThat(sample().get(path, "If-Unmodified-Since", "no date").statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = sample().get(path, "If-Match", "\"x\"");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
    }
}
