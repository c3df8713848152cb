package fr.pleiade.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are the examples of BCP 47, section 2.1.1 and appendix A, and others by its rule. */
class TagCaseTest {
    @ParameterizedTest
    @CsvSource({
        "fr, fr",
        "FR, fr",
        "Fr, fr",
        "FRA, fra",
        "mn-cYRL-mn, mn-Cyrl-MN",
        "MN-CYRL-MN, mn-Cyrl-MN",
        "en-ca-x-CA, en-CA-x-ca",
        "EN-CA-X-CA, en-CA-x-ca",
        "sgn-be-fr, sgn-BE-FR",
        "AZ-LATN-X-LATN, az-Latn-x-latn",
        "zh-hant-tw, zh-Hant-TW",
        "ZH-CMN-HANS-CN, zh-cmn-Hans-CN",
        "de-ch-1901, de-CH-1901",
        "sl-ROZAJ-Biske, sl-rozaj-biske",
        "es-419, es-419",
        "I-KLINGON, i-klingon",
        "x-WHATEVER-Latn, x-whatever-latn",
        "en-GB-OED, en-GB-oed",
        "en-US-U-ISLAMCAL-LATN, en-US-u-islamcal-latn",
    })
    void aTagIsWrittenInOneCase(String tag, String canonical) {
        assertThat(TagCase.canonical(tag)).isEqualTo(canonical);
        assertThat(TagCase.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void whatIsNoTagIsLeftInPieces() {
        assertThat(TagCase.canonical("")).isEmpty();
        assertThat(TagCase.canonical("-")).isEqualTo("-");
        assertThat(TagCase.canonical("fr--FR-")).isEqualTo("fr--FR-");
    }

    @Test
    void literalsWhoseTagsDifferInTheirCaseAreEqual() {
        assertThat(Term.Literal.inLanguage("salut", "FR")).isEqualTo(Term.Literal.inLanguage("salut", "fr"));
        assertThat(NQuads.parseTerm("\"colour\"@EN-gb").toNTriples()).isEqualTo("\"colour\"@en-GB");
    }
}
