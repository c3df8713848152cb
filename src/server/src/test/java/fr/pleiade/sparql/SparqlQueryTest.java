package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
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
                    assertThat(refusal.problem().en())
                            .startsWith("the query is not SPARQL 1.1 at line 2, column 15: '}'; expected one of ");
                    assertThat(refusal.problem().fr())
                            .startsWith(
                                    "la requête n'est pas du SPARQL 1.1 à la ligne 2, colonne 15 : '}' ; il fallait l'un de ");
                });
    }

    @Test
    void aQueryThatEndsTooSoonIsToldSo() {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse("SELECT *\nWHERE {"))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().en())
                            .startsWith("the query ends at line 2, column 7, before it is complete; expected one of ");
                    assertThat(refusal.problem().fr())
                            .startsWith("la requête s'arrête à la ligne 2, colonne 7, avant ");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "DESCRIBE <http://example.org/>",
                "CONSTRUCT { ?s ?p [] } WHERE { ?s ?p ?o }",
                "SELECT ('NOW()' AS ?n) { ?s <http://example.org/NOW()> ?o } # RAND()",
                "SELECT (COUNT(*) AS ?n) (SAMPLE(?o) AS ?one) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 1)",
                "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { ?s ?p ?o FILTER(xsd:integer(?o) > 1) }",
                "PREFIX now: <http://example.org/> SELECT ?now { ?now now:rand/now:uuid* ?o }",
            })
    void whatIsAlwaysTheSameIsRepeatable(String text) {
        assertThat(SparqlQuery.parse(text).isRepeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?n) {}",
                "SELECT (NOW #c\n() AS ?n) {}",
                "SELECT (N\\u004FW() AS ?n) {}",
                "SELECT (YEAR(now()) AS ?n) {}",
                "SELECT * { BIND(UUID() AS ?n) }",
                "SELECT * { BIND(CONCAT('a', StrUUID()) AS ?n) }",
                "SELECT * { BIND(BNODE() AS ?n) }",
                "SELECT * { ?s ?p ?o BIND(BNODE(STR(?o)) AS ?n) }",
                "SELECT * { ?s ?p ?o FILTER (rand () < 0.5) }",
                "SELECT * { ?s ?p ?o FILTER (?o IN (1, RAND())) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER(RAND() < 0.5) } }",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?r FILTER NOT EXISTS { ?a ?b ?c BIND(NOW() AS ?t) } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER(RAND() < 0.5) } }",
                "SELECT * { { SELECT (MAX(RAND()) AS ?m) { ?s ?p ?o } } }",
                "SELECT (SUM(?o * RAND()) AS ?m) { ?s ?p ?o }",
                "SELECT ?t { ?s ?p ?o } GROUP BY (NOW() AS ?t)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (MAX(?o) > RAND())",
                "SELECT * { ?s ?p ?o } ORDER BY RAND()",
                "ASK { GRAPH ?g { ?s ?p ?o FILTER(?o < NOW()) } }",
                "CONSTRUCT { ?s ?p ?t } WHERE { ?s ?p ?o BIND(NOW() AS ?t) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER(RAND() < 0.5) }",
                "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?n) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#nowtz>() AS ?n) {}",
                "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { ?s ?p ?o FILTER(afn:bnode(?o) = '') }",
            })
    void whatAsksTheClockOrChanceIsNot(String text) {
        assertThat(SparqlQuery.parse(text).isRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://jena.apache.org/ARQ/function#struuid>() AS ?n) {}",
                "SELECT * { ?s ?p ?o } ORDER BY <http://jena.apache.org/ARQ/function#now>()",
                "PREFIX x: <http://jena.apache.org/ARQ/function#> SELECT (x:n\\u006Fw() AS ?n) {}",
                "SELECT (RAND #c\n() AS ?n) {}",
                "SELECT * { { SELECT (MIN(IF(?x, STRUUID(), '')) AS ?m) { ?s ?p ?x } } }",
                "SELECT * { ?s ?p ?o } ORDER BY EXISTS { ?s ?p ?x FILTER(?x < NOW()) }",
                "ASK { ?s ?p ?o FILTER(COALESCE(?x, IF(RAND() < 1, 1, 2)) = 1) }",
            })
    void neitherIsItInDisguise(String text) {
        assertThat(SparqlQuery.parse(text).isRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://www.w3.org/2005/xpath-functions/math#sqrt>(2) AS ?n) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#localname>(?s) AS ?n) { ?s ?p ?o }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#normalize-space>(?o) AS ?n) { ?s ?p ?o }",
                "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT (xsd:date(?o) AS ?n) { ?s ?p ?o }",
            })
    void aListedFunctionThatIsSteadyIsRepeatable(String text) {
        assertThat(SparqlQuery.parse(text).isRepeatable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<http://example.org/unknown>() AS ?n) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(?f) AS ?n) { ?s ?p ?f }",
                "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?n ?l) }",
                "SELECT * { ?s <java:org.example.Loaded> ?o }",
                "SELECT * { ?s <java:org.example.Loaded>* ?o }",
                "SELECT * { ?s !<java:org.example.Loaded> ?o }",
                "SELECT * { ?s ^<http://jena.apache.org/ARQ/list#member>/<http://example.org/p> ?o }",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(120000) AS ?x) {}",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(120000) AS ?x) {}",
                "SELECT (<java:org.apache.jena.sparql.function.library.wait>(1) AS ?x) {}",
                "SELECT (<java:org.apache.jena.sparql.function.library.SystemVar>('user.home') AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#print>('x')) }",
                "SELECT * { ?s ?p ?o } ORDER BY <http://jena.apache.org/ARQ/function#print>('x')",
                "SELECT (SUM(<http://jena.apache.org/ARQ/function#print>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT ?k { ?s ?p ?o } GROUP BY (<http://jena.apache.org/ARQ/function#print>(?o) AS ?k)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<http://jena.apache.org/ARQ/function#print>(?s))",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?a ?b ?c FILTER(<http://jena.apache.org/ARQ/function#wait>(1)) } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?a ?b ?c FILTER(<http://jena.apache.org/ARQ/function#wait>(1)) } }",
                "SELECT (<http://jena.apache.org/ARQ/function#sprintf>('%9d', 1) AS ?x) {}",
                "SELECT (<http://www.ldodds.com/ns/function/leviathan#factorial>(100000) AS ?x) {}",
                "SELECT (<http://www.w3.org/ns/sparql#regex>('a', '(a+)+b') AS ?x) {}",
                "SELECT (<http://www.w3.org/ns/sparql#now>() AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('a', '(a+)+b') AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#eval>(?f) AS ?x) { ?s ?p ?f }",
                "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}",
                "SELECT * { ?s <http://jena.apache.org/text#query> 'lycée' }",
                "SELECT * { ?s <http://jena.apache.org/spatial#nearby> (1 2 3) }",
                "SELECT (<http://www.opengis.net/def/function/geosparql/distance>(?a, ?b) AS ?x) { ?s ?a ?b }",
                "SELECT * { ?l <http://jena.apache.org/ARQ/list#length> ?n }",
                "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o BIND(<urn:x-arq:f>(1) AS ?y) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#wait>(1)) }",
            })
    void aFunctionThatIsNotListedIsRefusedByName(String text) {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isIn("function-refused", "query-syntax");
                    if (refusal.code().equals("function-refused")) {
                        String iri = refusal.problem().en().replaceAll("(?s).*?<(.*?)>.*", "$1");
                        assertThat(text).contains("<" + iri + ">");
                        assertThat(refusal.problem().fr()).contains("<" + iri + ">");
                    }
                });
    }

    @Test
    void aRefusedFunctionIsToldWhatWouldHaveWorked() {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(
                        "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('a', 'b') AS ?x) {}"))
                .satisfies(refusal -> assertThat(refusal.problem().en()).endsWith("write REGEX(…)"));
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse("SELECT * { ?l <http://jena.apache.org/ARQ/list#member> ?n }"))
                .satisfies(refusal -> assertThat(refusal.problem().fr()).endsWith("rdf:rest*/rdf:first"));
    }

    @Test
    void graphsAreSetsHoweverTheyAreSent() {
        SparqlQuery query = SparqlQuery.parse("ASK {}");
        assertThat(query.ofGraphs(List.of("urn:b", "urn:a", "urn:b"), List.of("urn:c", "urn:c")))
                .isEqualTo(query.ofGraphs(List.of("urn:a", "urn:b"), List.of("urn:c")));
    }

    /** What stands between the bars thirty thousand times, with a number for {@code #}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { |BIND(1 AS ?v#)| }",
                "SELECT * { |GRAPH ?g# { ?s ?p ?o }| }",
                "SELECT * { |FILTER(?x = #)| }",
                "SELECT * { |{ ?s ?p ?o } UNION| {} }",
                "SELECT * { |OPTIONAL { ?s ?p ?o }| }",
                "SELECT |(# AS ?v#) | {}",
                "SELECT |(COUNT(?v#) AS ?n#)| {}",
                "SELECT |?v# | {}",
                "SELECT (COUNT(*) AS ?n) {} GROUP BY |?v# |",
                "SELECT (COUNT(*) AS ?n) {} HAVING |(COUNT(*) > #)|",
                "SELECT * {} ORDER BY |?v# |",
                "SELECT * { ?s ?p ?o FILTER EXISTS { |{}| } }",
                "SELECT * { { SELECT |?v# | { ?s ?p ?o } } }",
                "DESCRIBE |<http://example.org/#> |",
                "ASK |FROM <http://example.org/#> | {}",
            })
    void whatWouldTakeLongToPlanIsRefused(String shape) {
        String[] parts = shape.split("\\|", -1);
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 0; i < 30_000; i++) {
            text.append(parts[1].replace("#", String.valueOf(i)));
        }
        text.append(parts[2]);
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text.toString()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("query-too-deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "-#",
                "1.#",
                "#e0",
                "'#'^^<http://www.w3.org/2001/XMLSchema#integer>",
                "'00#'^^<http://www.w3.org/2001/XMLSchema#byte>"
            })
    void aNumberOfAMillionDigitsIsRefused(String shape) {
        String text = "SELECT (" + shape.replaceFirst("#", "1".repeat(900_000)) + " AS ?x) {}";
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(text))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("query-too-deep"));
    }

    @Test
    void aLongListOfValuesIsNoBurden() {
        assertThat(SparqlQuery.parse("SELECT * { VALUES ?x { " + "<http://example.org/a> ".repeat(40_000) + "} }")
                        .form())
                .isEqualTo(SparqlQuery.Form.SELECT);
    }

    @Test
    void otherGraphsDoNotMakeItRepeatable() {
        SparqlQuery query = SparqlQuery.parse("SELECT (NOW() AS ?n) {}");
        assertThat(query.ofGraphs(List.of("http://example.org/a"), List.of()).isRepeatable())
                .isFalse();
    }
}
