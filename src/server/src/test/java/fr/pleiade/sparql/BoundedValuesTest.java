package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Fixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that grow without end: numbers are an error of the expression, texts the end of the query. */
class BoundedValuesTest {
    private static final String PREFIXES = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
            + " PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> ";

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = LocalServer.over(Fixture.schools(1_000, "a"), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void integersThatAreSquaredAgainAndAgainAreAnErrorOfTheExpression() throws Exception {
        assertThat(csv("SELECT ?a26 { BIND(99999999999999999 AS ?a0) " + again(26, "?a#*?a#") + " }"))
                .isEqualTo("a26\r\n\r\n");
        assertThat(csv("SELECT (STRLEN(STR(?a6)) AS ?digits) { BIND(99999999999999999 AS ?a0) " + again(6, "?a#*?a#")
                        + " }"))
                .isEqualTo("digits\r\n1088\r\n"); // 64 times 17
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (STRLEN(STR(?a30)) AS ?x) { BIND(1.0000000000001 AS ?a0) # }",
                "SELECT (math:pow(10, 1000000000) AS ?x) {}",
                "SELECT (math:pow(7, 99999999999999999999) AS ?x) {}",
            })
    void aNumberOfTooManyDigitsIsUnbound(String query) throws Exception {
        assertThat(csv(query.replace("#", again(30, "?a#*?a#")))).isEqualTo("x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsd:integer(?a16)",
                "xsd:decimal(?a16)",
                "xsd:byte(?a16)",
                "xsd:nonNegativeInteger(?a16)",
                "STRDT(?a16, xsd:integer)",
                "STRDT(?a16, xsd:decimal)",
                "STRDT(?a16, xsd:long)",
            })
    void aLongTextIsReadAsNoNumber(String cast) throws Exception {
        String query =
                "SELECT (%s AS ?x) { BIND('1234567890' AS ?a0) %s }".formatted(cast, again(16, "CONCAT(?a#, ?a#)"));
        assertThat(csv(query)).isEqualTo("x\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'3*4', 12",
        "'xsd:integer(\"12\")', 12",
        "'xsd:decimal(\"1.50\")', 1.50",
        "'math:pow(2, 10)', 1024",
        "'math:pow(2e0, 10)', 1024.0e0",
        "'REPLACE(\"abcabc\", \"b\", \"x\")', axcaxc",
        "'REPLACE(\"abc\", \"(a)(b)\", \"$2$1\")', bac",
        "'REPLACE(\"aXbx\", \"x\", \"-\", \"i\")', a-b-",
        "'REPLACE(\"a.b\", \".\", \"-\", \"q\")', a-b",
        "'REGEX(\"Abc\", \"^ab\", \"i\")', true",
        "'REGEX(\"abc\", \"d\")', false",
        "'CONCAT(\"a\", \"b\")', ab",
        "'STRAFTER(\"abc\", \"b\")', c",
        "'STRBEFORE(\"abc\", \"b\")', a",
        "'ENCODE_FOR_URI(\"é \")', %C3%A9%20",
        "'UCASE(\"é\")', É",
        "'LANG(STRLANG(\"a\", \"fr\"))', fr",
        "'LANG(REPLACE(\"aé\"@fr, \"a\", \"b\"))', fr",
        "'REPLACE(\"\", \".*\", \"x\")', x",
        "'REPLACE(\"ab\", \".*\", \"x\")', x",
        "'LANG(CONCAT(\"a\"@fr, \"b\"@fr))', fr",
        "'STRDT(\"12\", xsd:integer) + 1', 13",
    })
    void whatIsShortIsAsEver(String expression, String value) throws Exception {
        assertThat(csv("SELECT (" + expression + " AS ?x) {}")).isEqualTo("x\r\n" + value + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONCAT(?a#, ?a#)",
                "CONCAT(?a#, ?a#, ?a#, ?a#)",
                "REPLACE(?a#, '(.)', '$1$1')",
                "REPLACE(?a#, '^', ?a#)",
                "ENCODE_FOR_URI(CONCAT(?a#, '%', ?a#))",
                "STR(STRLANG(CONCAT(?a#, ?a#), 'fr'))",
                "UCASE(CONCAT(?a#, LCASE(?a#)))",
                "STR(IRI(CONCAT(?a#, ?a#)))",
                "STR(STRDT(CONCAT(?a#, ?a#), <urn:type>))",
            })
    void aTextThatGrowsAgainAndAgainEndsTheQuery(String step) throws Exception {
        HttpResponse<String> answer =
                post("SELECT (STRLEN(?a30) AS ?x) { BIND('urn:abcdefghijkl' AS ?a0) " + again(30, step) + " }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("text of more than 1048576 characters");
    }

    @Test
    void aTextThatAGroupGathersIsBoundedToo() throws Exception {
        String gathered = "(GROUP_CONCAT(?t) AS ?x) { ?s ?p ?o . BIND('" + "x".repeat(20_000) + "' AS ?t) ";
        assertThat(post("SELECT " + gathered + "}").statusCode()).isEqualTo(400);
        assertThat(post("SELECT ?s " + gathered + "} GROUP BY ?s").statusCode()).isEqualTo(400);
        assertThat(post("SELECT " + gathered.replace("?t)", "DISTINCT ?t)") + "}")
                        .statusCode())
                .isIn(200, 400);
    }

    /** 2^19 times 2^18 comparisons would be done in a minute. */
    @ParameterizedTest
    @CsvSource({"CONTAINS, false", "STRBEFORE, \"\"", "STRAFTER, \"\""})
    void aLongTextIsSoonFoundInALongerOne(String function, String expected) throws Exception {
        String query = "SELECT (%s(?a19, CONCAT(?a18, 'b')) AS ?x) { BIND('a' AS ?a0) %s }"
                .formatted(function, again(19, "CONCAT(?a#, ?a#)"));
        assertThat(csv(query)).isEqualTo("x\r\n" + expected + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"CONTAINS, true", "'STRLEN(STRBEFORE', 262143", "'STRLEN(STRAFTER', 0"})
    void andWhereItIs(String function, String expected) throws Exception {
        String query = "SELECT (%s(CONCAT(?a19, 'b'), CONCAT(?a18, 'ab')%s AS ?x) { BIND('a' AS ?a0) %s }"
                .formatted(function, function.contains("(") ? "))" : ")", again(19, "CONCAT(?a#, ?a#)"));
        assertThat(csv(query)).isEqualTo("x\r\n" + expected + "\r\n");
    }

    /** A search that reads no character cannot be stopped by one that is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:){2000000000}",
                "((){100000}){100000}",
                "(?:|){60}(?!)",
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(?!)",
                "(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)"
                        + "(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(a*|b*)(?!)",
            })
    void aSearchThatReadsNothingIsAnErrorOfTheExpression(String pattern) throws Exception {
        assertThat(csv("SELECT (REGEX('', '" + pattern + "') AS ?x) {}")).isEqualTo("x\r\n\r\n");
        assertThat(csv("SELECT (REPLACE('abc', '" + pattern + "', '') AS ?x) {}"))
                .isEqualTo("x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9]{7}[A-Z]$",
                "^(\\\\d{3} ?){3}\\\\d{5}$",
                "^(?:a|b|)c?$",
                "(lycée|collège|école)",
                "^\\\\s*$|^-$",
                "[|(){}]{1,3}",
                "^([A-Z]{2}|)[0-9]{2,5}( [0-9]{2}){4}$",
            })
    void honestRegularExpressionsAreSearched(String pattern) throws Exception {
        assertThat(csv("SELECT (BOUND(?x) AS ?y) { BIND(REGEX('0753364Z lycée', '" + pattern + "') AS ?x) }"))
                .isEqualTo("y\r\ntrue\r\n");
    }

    @Test
    void aTextTooLongForARecursiveSearchIsAnErrorOfTheExpression() throws Exception {
        String query = "SELECT (BOUND(?x) AS ?y) { BIND('ab' AS ?a0) " + again(18, "CONCAT(?a#, ?a#)")
                + " BIND(REGEX(?a18, '^(a|b)*$') AS ?x) }";
        assertThat(csv(query)).matches("y\r\n(true|false)\r\n");
    }

    /** {@return {@code BIND}s of a step from each variable to the next} */
    private static String again(int times, String step) {
        return IntStream.range(0, times)
                .mapToObj(i -> "BIND(" + step.replace("#", String.valueOf(i)) + " AS ?a" + (i + 1) + ")")
                .collect(Collectors.joining(" "));
    }

    private static String csv(String query) throws Exception {
        HttpResponse<String> answer = server.query(PREFIXES + query, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> post(String query) throws Exception {
        return server.post("/sparql", "application/sparql-query", PREFIXES + query);
    }
}
