package fr.pleiade.web.sparql.build;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.sparql.build.Held.HeldProperty;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final String NAMING = "<http://example.org/name>";

    @ParameterizedTest
    @CsvSource({
        "integer, LEAST, '1\u00a0200', FILTER(?v >= 1200)",
        "decimal, MOST, '12,5', FILTER(?v <= 12.5)",
        "integer, IS, 12, FILTER(?v = 12)",
        "integer, BEGINS, 12, 'FILTER(STRSTARTS(LCASE(STR(?v)), \"12\"))'",
        "boolean, IS, Oui, FILTER(?v = true)",
        "boolean, IS, no, FILTER(?v = false)",
        "gYear, LEAST, 2015, FILTER(STR(?v) >= \"2015\")",
        "date, LEAST, 2015, 'FILTER(SUBSTR(STR(?v), 1, 10) >= \"2015-01-01\")'",
        "date, MOST, 2015-02, 'FILTER(SUBSTR(STR(?v), 1, 10) <= \"2015-02-28\")'",
        "dateTime, MOST, 1/9/2015, 'FILTER(SUBSTR(STR(?v), 1, 10) <= \"2015-09-01\")'",
        "date, IS, 2015-02, 'FILTER(STRSTARTS(STR(?v), \"2015-02\"))'",
        "string, IS, Émile, FILTER(LCASE(STR(?v)) = \"émile\")",
        "string, HAS, D\u2019art, 'FILTER(CONTAINS(REPLACE(LCASE(STR(?v)), \"\u2019\", \"''\"), \"d''art\"))'",
        "string, HAS, 'a\"b\\c', 'FILTER(CONTAINS(LCASE(STR(?v)), \"a\\\"b\\\\c\"))'"
    })
    void aConditionComparesAsTheTypeOfThePropertyDoes(String type, Operator operator, String value, String filter) {
        Condition condition = new Condition(literals(type), operator, value);
        assertThat(condition.fault()).isEmpty();
        assertThat(condition.filter("?v", NAMING)).isEqualTo(filter);
        QueryFactory.create("SELECT * { ?s ?p ?v . " + filter + " }");
    }

    @ParameterizedTest
    @CsvSource({
        "integer, LEAST, beaucoup, number",
        "integer, IS, '1.2.3', number",
        "date, LEAST, 2015-02-30, day",
        "date, IS, hier, day",
        "gYear, MOST, 15, year",
        "boolean, IS, peut-être, truth",
        "boolean, MOST, oui, order",
        "string, LEAST, a, order",
        "string, IS, '', value"
    })
    void whatIsTypedWrongIsNamed(String type, Operator operator, String value, String fault) {
        assertThat(new Condition(literals(type), operator, value == null ? "" : value).fault())
                .contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" ) } DROP ALL #", "\\\" ) }", "line\nbreak", "<script>", "\u0000", "}) . ?s ?p ?o"})
    void whatIsTypedStaysAText(String value) {
        for (HeldProperty property : new HeldProperty[] {literals("string"), things()}) {
            String filter = new Condition(property, Operator.HAS, value).filter("?v", NAMING);
            String query = "SELECT * { ?s ?p ?v . " + filter + " }";
            assertThat(QueryFactory.create(query).getQueryPattern().toString()).contains("FILTER");
            assertThat(QueryFactory.create(query).getProjectVars()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/a, FILTER(?v = <https://example.org/a>)"})
    void aThingIsMeantByItsAddressToo(String value, String filter) {
        assertThat(new Condition(things(), Operator.IS, value).filter("?v", NAMING))
                .isEqualTo(filter);
    }

    private static HeldProperty literals(String type) {
        return new HeldProperty("http://example.org/p", 3, new TreeMap<>(Map.of(Vocabulary.XSD + type, 3L)));
    }

    private static HeldProperty things() {
        return new HeldProperty("http://example.org/p", 3, new TreeMap<>());
    }
}
