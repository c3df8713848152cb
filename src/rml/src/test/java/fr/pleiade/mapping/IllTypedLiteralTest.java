package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IllTypedLiteralTest {
    private static final String OF_ROW =
            "rml:reference \"v\" ; rml:datatypeMap [ rml:template \"http://www.w3.org/2001/XMLSchema#{d}\" ]";

    private final MappingRun mapping = new MappingRun();

    @Test
    void aValueThatIsNotOfItsDatatypeIsAFindingAndNoTriple() {
        mapping.file("a.csv", "id,v\n1,12\n2,\"1,5\"\n3,\n4,007\n5, 7 \n6,1.\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"v\" ; rml:datatype xsd:decimal")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"12\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
                        "<http://example.org/4> <http://e/p> \"007\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
                        "<http://example.org/5> <http://e/p> \" 7 \"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
                        "<http://example.org/6> <http://e/p> \"1.\"^^<http://www.w3.org/2001/XMLSchema#decimal> .");
        assertThat(mapping.findings())
                .extracting(Finding::rule, Finding::place)
                .containsExactly(
                        tuple("ill-typed-literal", new Place.InCell("a.csv", 3, "v", "1,5")),
                        tuple("ill-typed-literal", new Place.InCell("a.csv", 4, "v", "")));
        Finding first = mapping.findings().get(0);
        assertThat(first.problem().en())
                .isEqualTo("'1,5' is not of the datatype xsd:decimal, which is written like -12.5");
        assertThat(first.problem().fr()).isEqualTo("« 1,5 » n'est pas du type xsd:decimal, qui s'écrit comme -12.5");
        assertThat(first.remedy().en()).contains("fn:asIs");
        assertThat(first.remedy().fr()).contains("fn:asIs");
    }

    @Test
    void theRestOfTheRowIsMapped() {
        mapping.file("a.csv", "id,v\n1,oui\n");
        assertThat(mapping.lines(
                        mapping.simple("rml:reference \"v\" ; rml:datatype xsd:boolean ] , [ rml:reference \"v\"")))
                .containsExactly("<http://example.org/1> <http://e/p> \"oui\" .");
        assertThat(mapping.findings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5', decimal",
        "oui, boolean",
        "2024-02-30, date",
        "'', integer",
        "abc, integer",
        "300, byte",
        "2023-02-29, date",
        "24:00:01, time",
        "0, positiveInteger",
        "PT, duration",
        "0FB, hexBinary",
        "fr_FR, language",
        "1a, NCName"
    })
    void aDatatypeOfTheRowIsChecked(String value, String datatype) {
        mapping.file("a.csv", "id,v,d\n1,\"" + value + "\"," + datatype + "\n");
        assertThat(mapping.lines(mapping.simple(OF_ROW))).isEmpty();
        assertThat(mapping.findings())
                .extracting(Finding::place)
                .containsExactly(new Place.InCell("a.csv", 2, "v", value));
        assertThat(mapping.findings().get(0).problem().en()).contains("xsd:" + datatype);
    }

    /** It is of the datatype (XML Schema sets no limit), but no store built on Jena reads it. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00.12345678901, dateTime",
        "2024-02-29T13:45:00.123456789012Z, dateTime",
        "2024-01-01T00:00:00.12345678901234567890-05:00, dateTimeStamp",
        "12:00:00.123456789012, time",
        "P1Y2M3DT4H5M6.123456789012S, duration",
        "PT0.00000000001S, dayTimeDuration"
    })
    void aTimeOfTooManyDecimalsIsReportedAndNotWritten(String value, String datatype) {
        mapping.file("a.csv", "id,v,d\n1,\"" + value + "\"," + datatype + "\n");
        assertThat(mapping.lines(mapping.simple(OF_ROW))).isEmpty();
        assertThat(mapping.findings())
                .extracting(Finding::rule, Finding::place)
                .containsExactly(tuple("time-too-fine", new Place.InCell("a.csv", 2, "v", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00.1234567890, dateTime",
        "PT6.123456789S, duration",
        "123456789012345.12345678901234567890, decimal"
    })
    void tenDecimalsAreKeptAndMoreInADecimal(String value, String datatype) {
        mapping.file("a.csv", "id,v,d\n1,\"" + value + "\"," + datatype + "\n");
        assertThat(mapping.lines(mapping.simple(OF_ROW))).hasSize(1);
        assertThat(mapping.findings()).isEmpty();
    }

    /** It is of the datatype, so it is written; but its value is infinity or zero (XML Schema 1.1, floating-point rounding). */
    @ParameterizedTest
    @CsvSource({
        "1E400, double",
        "-1e309, double",
        "1E-400, double",
        "-0.5e-330, double",
        "3.5E38, float",
        "1e-50, float"
    })
    void aNumberBeyondItsDatatypeIsWrittenAndReported(String value, String datatype) {
        mapping.file("a.csv", "id,v,d\n1,\"" + value + "\"," + datatype + "\n");
        assertThat(mapping.lines(mapping.simple(OF_ROW))).hasSize(1);
        assertThat(mapping.findings())
                .extracting(Finding::rule, Finding::place)
                .containsExactly(tuple("number-beyond-datatype", new Place.InCell("a.csv", 2, "v", value)));
        assertThat(mapping.findings().get(0).problem().en()).contains(value, "xsd:" + datatype);
    }

    @ParameterizedTest
    @CsvSource({
        "1E308, double",
        "4.9E-324, double",
        "0E999, double",
        "-0.000e-999, double",
        ".0E9, double",
        "-0, double",
        "INF, double",
        "-INF, double",
        "+INF, float",
        "NaN, float",
        "3.4E38, float",
        "0.0000000000000000000000000000000000000000, float",
        "1000000000000000000000000000000000000000, double"
    })
    void aNumberWithinItsDatatypeIsNoFinding(String value, String datatype) {
        mapping.file("a.csv", "id,v,d\n1,\"" + value + "\"," + datatype + "\n");
        assertThat(mapping.lines(mapping.simple(OF_ROW))).hasSize(1);
        assertThat(mapping.findings()).isEmpty();
    }

    @Test
    void anotherVocabularysDatatypeHasEveryText() {
        mapping.file("a.csv", "id,v\n1,x\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"v\" ; rml:datatype ex:code")))
                .hasSize(1);
        assertThat(mapping.findings()).isEmpty();
    }

    @Test
    void whatATemplateOrAFunctionMakesIsChecked() {
        mapping.file("a.csv", "id,v\n1,5\n2,x\n");
        assertThat(mapping.lines(mapping.simple(
                        "rml:template \"-{v}\" ; rml:termType rml:Literal ; rml:datatype xsd:negativeInteger")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"-5\"^^<http://www.w3.org/2001/XMLSchema#negativeInteger> .");
        assertThat(mapping.findings())
                .extracting(Finding::place)
                .containsExactly(new Place.InCell("a.csv", 3, "v", "x"));
        assertThat(mapping.lines(mapping.simple(call("trim", "rml:reference \"v\"") + " ; rml:datatype xsd:integer")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
        assertThat(mapping.findings()).hasSize(1);
    }

    @Test
    void asIsWritesIt() {
        mapping.file("a.csv", "id,v,d\n1,vers 1850,gYear\n");
        String line = "<http://example.org/1> <http://e/p> \"vers 1850\"^^<http://www.w3.org/2001/XMLSchema#gYear> .";
        assertThat(mapping.lines(mapping.simple(call("asIs", "rml:reference \"v\"") + " ; rml:datatype xsd:gYear")))
                .containsExactly(line);
        assertThat(mapping.lines(mapping.simple(call("asIs", OF_ROW.substring(0, 17)) + OF_ROW.substring(17))))
                .containsExactly(line);
        assertThat(mapping.lines(mapping.simple(
                        call("asIs", call("trim", "rml:reference \"v\"")) + " ; rml:datatype xsd:gYear")))
                .containsExactly(line);
        assertThat(mapping.findings()).isEmpty();
    }

    @Test
    void anIllTypedConstantIsAnErrorAtItsLine() {
        mapping.file("a.csv", "id\n1\n");
        assertThat(mapping.errors(mapping.simple("rml:constant \"2024-02-30\"^^xsd:date")))
                .singleElement()
                .asString()
                .contains(
                        "mapping.ttl:12: '2024-02-30' is not of the datatype xsd:date, which is written like 2024-02-29");
        assertThat(mapping.errors(mapping.simple(
                        "rml:constant \"x\" ] ; rml:object \"abc\"^^xsd:integer ; rml:graphMap [ rml:constant ex:g")))
                .singleElement()
                .asString()
                .contains("'abc' is not of the datatype xsd:integer");
    }

    @Test
    void aConditionThatDoesNotHoldFindsNothing() {
        mapping.file("a.csv", "id,v\n1,x\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"v\" ; rml:datatype xsd:integer ; rml:condition [ "
                        + "rml:functionExecution [ rml:function fn:equal ; rml:input [ rml:parameter fn:value ; rml:inputValue \"a\" ] , "
                        + "[ rml:parameter fn:other ; rml:inputValue \"b\" ] ] ]")))
                .isEmpty();
        assertThat(mapping.findings()).isEmpty();
    }

    private static String call(String function, String value) {
        return "rml:functionExecution [ rml:function fn:%s ; rml:input [ rml:parameter fn:value ; rml:inputValueMap [ %s ] ] ]"
                .formatted(function, value);
    }
}
