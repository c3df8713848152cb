package fr.pleiade.quality.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListsTest {
    private static final String EU = "http://publications.europa.eu/resource/authority/";

    @ParameterizedTest
    @CsvSource({
        "frequency/ANNUAL, frequency",
        "language/FRA, language",
        "language/DEU, language",
        "country/GRC, country",
        "country/CPTP, country",
        "file-type/RDF_N_QUADS, file-type",
        "access-right/PUBLIC, access-right",
        "data-theme/REGI, data-theme",
        "planned-availability/STABLE, planned-availability"
    })
    void aTermIsOfItsList(String term, String list) {
        assertThat(CodeLists.bundled().of(EU + term)).map(CodeList::iri).contains(EU + list);
    }

    @Test
    void theListsOfAdmsHaveAVersionInTheirOwnAddressAndNotInThoseOfTheirTerms() {
        assertThat(CodeLists.bundled().of("http://purl.org/adms/publishertype/NationalAuthority"))
                .map(CodeList::iri)
                .contains("http://purl.org/adms/publishertype/1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EU + "frequency/YEARLY",
                EU + "frequency/annual",
                EU + "frequency/",
                EU + "frequency",
                EU + "language/FR",
                EU + "country/FRANCE",
                "https://publications.europa.eu/resource/authority/frequency/ANNUAL",
                "http://purl.org/adms/publishertype/1.0",
                "http://example.org/frequency/ANNUAL"
            })
    void whatOnlyLooksLikeATermIsOfNoList(String address) {
        assertThat(CodeLists.bundled().of(address)).isEmpty();
    }
}
