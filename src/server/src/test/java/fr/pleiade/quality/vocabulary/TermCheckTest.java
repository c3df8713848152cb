package fr.pleiade.quality.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermCheckTest {
    private static final String BASE = "https://data.example.org/";
    private static final Place PLACE = new Place.InLine("labs/mapping.ttl", 7);
    private static final TermCheck CHECK = new TermCheck(
            Vocabularies.shared().with(List.of(BASE + "vocab/lab#budget", "http://own.example/def/Lab")), BASE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                "http://purl.org/dc/terms/title",
                "http://www.w3.org/ns/org#FormalOrganization",
                "http://schema.org/foundingDate",
                "https://schema.org/CollegeOrUniversity",
                "http://purl.org/linked-data/cube#Observation",
                "http://www.w3.org/2006/vcard/ns#hasEmail",
                "http://www.w3.org/ns/adms#Identifier",
                "http://www.w3.org/ns/locn#address",
                "http://xmlns.com/foaf/0.1/homepage",
                "http://www.opengis.net/ont/geosparql#asWKT",
                "https://data.example.org/vocab/lab#budget",
                "http://own.example/def/Lab"
            })
    void aTermThatItsVocabularyHasIsNotSpokenOf(String term) {
        assertThat(CHECK.of(Map.of(term, PLACE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2004/02/skos/core#prefLable, http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://purl.org/dc/terms/titel, http://purl.org/dc/terms/title",
        "http://purl.org/dc/terms/licence, http://purl.org/dc/terms/license",
        "http://www.w3.org/ns/org#Formalorganization, http://www.w3.org/ns/org#FormalOrganization",
        "https://data.example.org/vocab/lab#bugdet, https://data.example.org/vocab/lab#budget",
        "http://www.w3.org/2004/02/skos/cor#prefLabel, http://www.w3.org/2004/02/skos/core#",
        "https://www.w3.org/2004/02/skos/core#prefLabel, http://www.w3.org/2004/02/skos/core#",
        "http://www.w3.org/2004/02/skos/core/prefLabel, http://www.w3.org/2004/02/skos/core#",
        "http://purl.org/dc/term/title, http://purl.org/dc/terms/",
        "http://xmlns.com/foaf/0.1#name, http://xmlns.com/foaf/0.1/",
        "http://www.schema.org/name, schema.org/",
    })
    void whatIsMisspeltIsToldWithWhatMayBeMeant(String term, String meant) {
        Finding finding = only(term);
        assertThat(finding.rule()).isEqualTo("undefined-term");
        assertThat(finding.place()).isEqualTo(PLACE);
        assertThat(finding.problem().en()).contains("did you mean <", meant);
        assertThat(finding.problem().fr()).contains("vouliez-vous <", meant);
    }

    /** What resembles a known name only as short names do is no slip of the pen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/ns/abc#name",
                "http://www.w3.org/ns/xyz#name",
                "http://www.w3.org/2004/02/skos/core#name",
                "http://purl.org/dc/terms/colour",
                "http://xmlns.com/foaf/0.1/cats",
                "http://purl.org/linked-data/sdmx#codes"
            })
    void whatIsFarFromAllThereIsHasNoProposal(String term) {
        List<Finding> findings = CHECK.of(Map.of(term, PLACE));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).problem().en()).doesNotContain("did you mean");
        assertThat(findings.get(0).problem().fr()).doesNotContain("vouliez-vous");
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/ns/ogr#name, http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/dcta#Dataset, http://www.w3.org/ns/dcat#",
        "http://www.w3.org/ns/porv#Entity, http://www.w3.org/ns/prov#",
        "http://xmlns.com/foaf/0.1/nmae, http://xmlns.com/foaf/0.1/name",
        "http://xmlns.com/foaf/0.1/hompage, http://xmlns.com/foaf/0.1/homepage",
        "http://www.w3.org/2004/02/skos/core#preflabel, http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2004/02/skos/core#pref_label, http://www.w3.org/2004/02/skos/core#prefLabel",
    })
    void twoLettersExchangedOrOneMissingAreNear(String term, String meant) {
        assertThat(only(term).problem().en()).contains("did you mean <" + meant + ">");
    }

    @Test
    void anOwnTermThatNothingDefinesWouldBeA404() {
        assertThat(only(BASE + "vocab/other#thing").problem().en())
                .contains("404")
                .doesNotContain("did you mean");
    }

    @Test
    void aVocabularyThatNobodyKnowsIsANoteOnce() {
        List<Finding> findings = CHECK.of(Map.of("http://rare.example/ns#a", PLACE, "http://rare.example/ns#b", PLACE));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("unknown-vocabulary");
    }

    private static Finding only(String term) {
        List<Finding> findings = CHECK.of(Map.of(term, PLACE));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
