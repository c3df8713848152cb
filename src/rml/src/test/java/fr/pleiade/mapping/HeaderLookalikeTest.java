package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that the mapping names and the file has under a name that looks the same. */
class HeaderLookalikeTest {
    private final MappingRun mapping = new MappingRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "libell\u00E9 | ~libelle\u0301~ | has its accents behind the letters (NFD): U+0065 U+0301 instead of U+00E9",
                "libelle\u0301 | ~libell\u00E9~ | has its accents within the letters (NFC): U+00E9 instead of U+0065 U+0301",
                "nom usuel | ~nom\u00A0usuel~ | has other characters: U+00A0 instead of U+0020",
                "nom usuel | ~nom\u202Fusuel~ | U+202F instead of U+0020",
                "nom usuel | ~nom  usuel~ | U+0020 instead of nothing",
                "nom | ~nom ~ | U+0020 instead of nothing",
                "nom | ~\u00A0nom~ | U+00A0 instead of nothing",
                "nom | ~no\u200Bm~ | U+200B instead of nothing",
                "nom | ~n\u00ADom~ | U+00AD instead of nothing",
                "nom | ~\u200Enom~ | U+200E instead of nothing",
                "nom | ~nom\uFEFF~ | U+FEFF instead of nothing",
                "nom | ~Nom~ | has other capitals: U+004E instead of U+006E",
                "nom | ~n\u043Em~ | U+043E instead of U+006F",
                "ALPHA | ~\u0391LPHA~ | U+0391 instead of U+0041",
                "l'adresse | ~l\u2019adresse~ | U+2019 instead of U+0027",
                "a-b | ~a\u2013b~ | U+2013 instead of U+002D",
                "no | ~\uFF4Eo~ | U+FF4E instead of U+006E"
            })
    void whatDiffersIsToldInCodePoints(String wanted, String found, String difference) {
        mapping.file("a.csv", "id," + found + "\n1,x\n");
        assertThat(mapping.errors(mapping.simple("rml:reference \"" + wanted + "\"")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("there is no column '" + wanted + "'")
                .contains("('" + found + "' is there, which looks the same but ")
                .contains(difference + ")");
    }

    @Test
    void aByteOrderMarkBeforeASecondOneIsTold() {
        mapping.file("a.csv", "\uFEFF\uFEFFid,v\n1,x\n");
        assertThat(mapping.errors(mapping.simple("rml:reference \"v\"")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("U+FEFF instead of nothing");
    }

    @Test
    void aNameThatLooksOtherwiseIsOnlyAdvised() {
        mapping.file("a.csv", "id,name\n1,x\n");
        assertThat(mapping.errors(mapping.simple("rml:reference \"nome\"")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("(did you mean 'name'?)");
    }
}
