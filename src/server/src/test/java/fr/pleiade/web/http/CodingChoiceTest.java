package fr.pleiade.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quads.Coding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.3. */
class CodingChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | gzip",
                "zstd | zstd",
                "x-gzip | gzip",
                "gzip, deflate, br, zstd | zstd",
                "gzip, zstd;q=0.9 | gzip",
                "gzip;q=0.5, zstd;q=0.5 | zstd",
                "* | zstd",
                "*;q=0.5, gzip | gzip",
                "zstd;q=0, * | gzip",
                "zstd;q=0, gzip;q=0 | identity",
                "br | identity",
                "identity | identity",
                "gzip;q=0.5, identity;q=0.8 | identity",
                "gzip;q=0.5, identity;q=0.5 | gzip",
                "identity;q=0, gzip;q=0.1 | gzip",
                "gzip, *;q=0 | gzip",
                "identity, *;q=0 | identity"
            })
    void theCodingThatTheClientLikesBestIsChosen(String field, String expected) {
        assertThat(CodingChoice.of(List.of(field)).map(Coding::token).orElse("identity"))
                .isEqualTo(expected);
    }

    @Test
    void whoSaysNothingGetsThePlainBytes() {
        assertThat(CodingChoice.of(List.of())).isEmpty();
        assertThat(CodingChoice.of(List.of(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"identity;q=0", "*;q=0", "br, *;q=0"})
    void whoAcceptsNothingIsRefused(String field) {
        assertThatThrownBy(() -> CodingChoice.of(List.of(field)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(406));
    }
}
