package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlQueryTest {
    @ParameterizedTest
    @CsvSource({
        "SELECT * { ?s ?p ?o }, SELECT",
        "ASK { ?s ?p ?o }, ASK",
        "CONSTRUCT WHERE { ?s ?p ?o }, CONSTRUCT",
        "DESCRIBE <http://example.org/>, DESCRIBE",
    })
    void theFormIsTold(String text, SparqlQuery.Form form) {
        assertThat(SparqlQuery.parse(text).form()).isEqualTo(form);
    }

    @Test
    void aSyntaxErrorHasLineAndColumnInBothLanguages() {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse("SELECT *\nWHERE { ?s ?p }"))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo("query-syntax");
                    assertThat(refusal.problem().en()).endsWith("line 2, column 15: '}'");
                    assertThat(refusal.problem().fr()).endsWith("ligne 2, colonne 15 : '}'");
                });
    }

    @Test
    void theGraphsOfTheQueryAreTold() {
        SparqlQuery query = SparqlQuery.parse("ASK FROM <http://example.org/a> FROM NAMED <http://example.org/b> {}");
        assertThat(query.defaultGraphs()).containsExactly("http://example.org/a");
        assertThat(query.namedGraphs()).containsExactly("http://example.org/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * {\n  SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
                "SELECT * {\n  service silent ?s { ?s ?p ?o } }",
                "SELECT * { { SELECT * { ?a ?b ?c .\n  SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } }",
                "SELECT * { ?a ?b ?c FILTER EXISTS {\n  SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
                "SELECT * { ?a ?b 'SERVICE' . # SERVICE\n  SERVICE <http://SERVICE/> { ?s ?p ?o } }",
            })
    void aCallOfAnotherServiceIsRefusedWithItsPlace(String text) {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("service-refused");
                    assertThat(refusal.problem().en()).contains("line 2, column 3");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o }\n  SERVICE <http://a.example> { ?s ?p ?o } }",
                "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o\n  SERVICE <http://b.example/> { ?s ?p ?o } } }",
                "SELECT * { SERVICE <http://a.example/> { ?s ?p ?x }\n  SERVICE ?x { ?s ?p ?o } }",
                "SELECT * { VALUES ?x { <http://a.example/> }\n  SERVICE SILENT ?x { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o\n  SERVICE <http://a.example/?q> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o\n  SERVICE <HTTP://a.example/> { ?s ?p ?o } }",
            })
    void p5_onlyTheAllowedIriItselfMayBeCalled(String text) {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text, Set.of("http://a.example/")))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo("service-refused");
                    assertThat(refusal.problem().en())
                            .contains("line 2, column 3")
                            .contains("http://a.example/");
                });
    }

    @Test
    void aQueryThatCallsAnAllowedServiceTellsWhichAndIsNotRepeatable() {
        SparqlQuery query = SparqlQuery.parse(
                "PREFIX a: <http://a.example/> SELECT * { SERVICE a: { ?s ?p ?o } }", Set.of("http://a.example/"));
        assertThat(query.services()).containsExactly("http://a.example/");
        assertThat(query.isRepeatable()).isFalse();
    }

    @Test
    void theWordServiceElsewhereIsNoCall() {
        String text = "PREFIX service: <http://example.org/SERVICE#>\n"
                + "SELECT ?SERVICE { ?SERVICE service:service '''a \"SERVICE\" b''' } # SERVICE";
        assertThat(SparqlQuery.parse(text).form()).isEqualTo(SparqlQuery.Form.SELECT);
    }

    @Test
    void aQueryThatIsNestedTooDeeplyIsRefused() {
        String text = "ASK " + "{".repeat(100_000) + "}".repeat(100_000);
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void aVeryLongStringIsNoBurden() {
        String text = "ASK { ?s ?p \"" + "\\\"SERVICE ".repeat(50_000) + "\" }";
        assertThat(SparqlQuery.parse(text).form()).isEqualTo(SparqlQuery.Form.ASK);
    }

    @Test
    void onlyWhatIsAlwaysTheSameIsRepeatable() {
        assertThat(SparqlQuery.parse("SELECT * { ?s ?p ?o }").isRepeatable()).isTrue();
        assertThat(SparqlQuery.parse("SELECT (NOW() AS ?n) {}").isRepeatable()).isFalse();
        assertThat(SparqlQuery.parse("SELECT * { ?s ?p ?o FILTER (rand () < 0.5) }")
                        .isRepeatable())
                .isFalse();
    }
}
