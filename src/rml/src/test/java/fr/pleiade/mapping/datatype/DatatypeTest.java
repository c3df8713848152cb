package fr.pleiade.mapping.datatype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts of each datatype and texts that are none, by XML Schema 1.1, part 2. Between two bars stands one text. */
class DatatypeTest {
    private static final String TEXTS = """
            boolean yes |true|false|1|0| true |
            boolean no ||TRUE|oui|vrai|2|01|yes|t|
            decimal yes |1.5|1.|.5|-0.0|+12|007| 7 |12345678901234567890.12345678901234567890|
            decimal no ||.|1,5|1e3|1.5.1|--1|+|1 000|INF|0x1|
            integer yes |7|007|+7|-7|-0| 7 |123456789012345678901234567890|
            integer no ||abc|1.0|1.|+|-|1e3|1 000|٣|
            double yes |1|1.|.5|1E3|1e-3|-1.5E+3|INF|+INF|-INF|NaN|1e400|
            double no ||1E|E3|1E1.5|inf|+NaN|Infinity|1,5|.|1e|
            float yes |1.5E3|+INF|NaN|
            float no |INFINITY|nan|1F|

            byte yes |-128|127|0|-0|+7|0000127|
            byte no |128|-129|300|1.0||
            short yes |-32768|32767|
            short no |32768|-32769|
            int yes |-2147483648|2147483647|
            int no |2147483648|-2147483649|
            long yes |-9223372036854775808|9223372036854775807|0009223372036854775807|
            long no |9223372036854775808|-9223372036854775809|
            unsignedByte yes |0|-0|+255|00255|
            unsignedByte no |256|-1|
            unsignedShort yes |65535|
            unsignedShort no |65536|-1|
            unsignedInt yes |4294967295|
            unsignedInt no |4294967296|-1|
            unsignedLong yes |18446744073709551615|-0|
            unsignedLong no |18446744073709551616|-1|
            positiveInteger yes |1|+1|001|99999999999999999999|
            positiveInteger no |0|-0|-1||
            nonNegativeInteger yes |0|-0|99999999999999999999|
            nonNegativeInteger no |-1|
            negativeInteger yes |-1|-001|-99999999999999999999|
            negativeInteger no |0|-0|1|
            nonPositiveInteger yes |0|+0|-1|
            nonPositiveInteger no |1|+1|

            date yes |2024-02-29|2000-02-29|0000-02-29|-0004-02-29|-0001-12-31|12024-01-01|2024-02-28Z|2024-02-28+14:00|2024-02-28-14:00|2024-02-28-00:00| 2024-01-01 |
            date no ||2024-02-30|2023-02-29|1900-02-29|2024-13-01|2024-00-10|2024-1-1|24-01-01|02024-01-01|+2024-01-01|01/02/2024|2024-01-01T00:00:00|2024-02-28+14:01|2024-02-28+15:00|2024-02-28+1:00|2024-02-28+0100|2024-02-28z|2024-04-31|2024-01-32|2024-01-00|
            time yes |13:45:00|24:00:00|24:00:00.000|23:59:59.999|00:00:00Z|12:00:00-13:59|
            time no ||24:00:01|24:01:00|24:00:00.001|23:60:00|23:59:60|13:45|1:45:00|13:45:00.|25:00:00|
            dateTime yes |2024-02-29T13:45:00|2024-02-29T24:00:00|2024-02-29T13:45:00.123456789012Z|-0004-02-29T00:00:00+02:00|
            dateTime no |2024-02-29|2024-02-29 13:45:00|2024-02-29T13:45|2023-02-29T13:45:00|2024-02-29T|2024-02-29T24:00:01|2024-02-29t13:45:00|
            dateTimeStamp yes |2024-02-29T13:45:00Z|2024-02-29T13:45:00.5+01:00|
            dateTimeStamp no |2024-02-29T13:45:00|2024-02-29Z|
            gYear yes |2024|0000|-0044|12024|2024Z|2024+14:00|
            gYear no |24|02024|+2024|2024-|2024-2025||
            gYearMonth yes |2024-02|-0044-03|2024-02Z|
            gYearMonth no |2024|2024-13|2024-00|2024-2|2024-02-01|
            gMonth yes |--02|--12Z|
            gMonth no |02|--13|--00|--2|--02--|
            gDay yes |---01|---31|---31+01:00|
            gDay no |31|---32|---00|--31|---1|
            gMonthDay yes |--02-29|--12-31|--04-30Z|
            gMonthDay no |--02-30|--04-31|--13-01|02-29|--02-00|--0229|
            duration yes |P1Y|P1Y2M3DT4H5M6.7S|-P1D|PT0S|PT1M|P1M|PT0.5S|P00001D|
            duration no ||P|PT|P1YT|1Y|P1S|P1M1Y|P-1D|P1.5D|PT1.S|PT.5S|P1Y1Y|+P1D|P1H|PT1D|P1W|
            yearMonthDuration yes |P1Y|P14M|-P1Y2M|
            yearMonthDuration no |P1D|P1YT1H|P|P1YT|
            dayTimeDuration yes |P1D|PT1H|-P1DT1.5S|
            dayTimeDuration no |P1Y|P1M|P|P1DT|

            hexBinary yes ||0FB8|0fb8|
            hexBinary no |F|0G|0x0F|0 F|
            base64Binary yes ||D7g=|D7 g=|QUJD|QQ==|Q Q = =|
            base64Binary no |D7h=|QUI|QR==|Q===|====|QQ=|QQ=Q|Q_==|QUJD=|
            anyURI yes ||http://example.org/é|a b|
            language yes |fr|pt-BR|x-klingon|en-1997|abcdefgh|
            language no ||français|fr_FR|a1|-fr|fr-|fr--FR|abcdefghi|
            normalizedString yes ||a b|
            token yes ||a b|
            string yes ||x|
            NMTOKEN yes |a|1|-a|a:b|é·|
            NMTOKEN no ||a b|a,b|a/b|
            Name yes |a|_|:a|a:b|Élan|a-1.2|
            Name no ||1a|-a|.a|a b|·a|
            NCName yes |a|_a|a.b|
            NCName no ||a:b|:a|1|
            """;

    @TestFactory
    Stream<DynamicTest> textsOfADatatypeAndOthers() {
        return TEXTS.lines().filter(line -> !line.isEmpty()).flatMap(line -> {
            String[] head = line.substring(0, line.indexOf('|')).split(" ");
            String inner = line.substring(line.indexOf('|') + 1, line.lastIndexOf('|'));
            return Arrays.stream(inner.split("\\|", -1))
                    .map(text -> DynamicTest.dynamicTest(
                            head[0] + " '" + text + "'",
                            () -> assertThat(of(head[0]).has(text)).isEqualTo(head[1].equals("yes"))));
        });
    }

    @Test
    void everyDatatypeHasItsTexts() {
        assertThat(Arrays.stream(Datatype.values()).map(type -> type.toString().substring(4)))
                .allMatch(name -> TEXTS.lines().anyMatch(line -> line.startsWith(name + " yes ")));
    }

    @Test
    void allWhiteSpaceAroundATextIsLeftOut() {
        assertThat(of("integer").has("\t\r\n 7\n ")).isTrue();
        assertThat(of("integer").has("\u00a07")).isFalse();
        assertThat(of("integer").has(" ")).isFalse();
    }

    private static Datatype of(String localName) {
        return Datatype.of("http://www.w3.org/2001/XMLSchema#" + localName).orElseThrow();
    }
}
