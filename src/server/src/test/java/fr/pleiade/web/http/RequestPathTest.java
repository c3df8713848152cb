package fr.pleiade.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/../etc",
                "/id/%2e%2e/x",
                "/id/%2E./x",
                "/id/.",
                "/a%0d%0aSet-Cookie:x",
                "/a%00",
                "/a%",
                "/a%2",
                "/a%zz",
                "/%c3%28",
                "/id/..%5cx",
                "/id/..%2fx"
            })
    void anAddressThatLeavesItsPlaceIsNotSafe(String path) {
        assertThat(RequestPath.isSafe(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/id/a/b", "/id/a/%C3%A9%20%2F;x=1", "/id/a/b.c..d", "/id/a/%252e%252e", "/id/a/100%25"})
    void anHonestAddressIsSafe(String path) {
        assertThat(RequestPath.isSafe(path)).isTrue();
    }

    @Test
    void lettersBecomeLettersAndOtherEscapesStay() {
        assertThat(RequestPath.toIri("etablissement/%C3%89cole%20%2B%3B%2F"))
                .isEqualTo("etablissement/École%20%2B%3B%2F");
        assertThat(RequestPath.toIri("a/%FF")).isEqualTo("a/%FF");
    }

    @Test
    void everyKeyComesBack() {
        for (String key :
                new String[] {"é à", "a+b", "a;b:c", "a%20b", "100%", "a/b", "😀", "~-._", "a?b#c", "\"<>\\"}) {
            String encoded = RequestPath.encode(key);
            assertThat(RequestPath.decode(encoded)).as(encoded).contains(key);
            assertThat(RequestPath.toIri(RequestPath.toUri(encoded))).isEqualTo(encoded);
        }
    }
}
