package fr.pleiade.mapping.csvw;

import static fr.pleiade.rdf.Vocabulary.XSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.mapping.datatype.BooleanFormat;
import fr.pleiade.mapping.datatype.NumberFormat;
import fr.pleiade.mapping.datatype.TemporalFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of numbers and dates, and URI templates. An expectation {@code -} is a text that is not of the format. */
class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#,##0.00 | 1,234.50    | 1234.50",
                "#,##0.00 | 1234.50     | -",
                "#,##0.00 | 12.5        | -",
                "#,##0.00 | 12.567      | -",
                "#,##0.00 | -1,234,567.00 | -1234567.00",
                "#,##,##0 | 12,34,567   | 1234567",
                "#,##,##0 | 1,234,567   | -",
                "000      | 7           | -",
                "000      | 007         | 007",
                "#0.###E#0 | 1.5E3      | 1.5e3",
                "#0%      | 50%         | 0.50",
                "#0       | abc         | -",
                "#0       | 1-2         | -"
            })
    void numbersAreOfTheirPattern(String pattern, String text, String expected) {
        assertThat(NumberFormat.parse(pattern, ".", "", true).lexical(text).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5 | 1234.5",
                "1..234 | -",
                "1,5 | 1.5",
                ",5 | .5",
                "1e5 | -",
                "INF | -",
                ". | -",
                "50% | 0.50",
                "12‰ | 0.012"
            })
    void withoutAPatternTheSignsAlone(String text, String expected) {
        assertThat(NumberFormat.parse("", ",", ".", false).lexical(text).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a", "#;0", "0..0", ","})
    void whatIsNoPatternOfNumbersIsRefused(String pattern) {
        assertThatThrownBy(() -> NumberFormat.parse(pattern, ".", "", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date      | dd/MM/yyyy           | 31/12/2024            | 2024-12-31",
                "date      | d/M/yyyy             | 1/2/2024              | 2024-02-01",
                "date      | dd/MM/yyyy           | 1/2/2024              | -",
                "date      | yyyy-MM-dd XXX       | 2024-12-31 +01:00     | 2024-12-31+01:00",
                "dateTime  | yyyyMMdd HHmm X      | 20241231 0930 -05     | 2024-12-31T09:30:00-05:00",
                "dateTime  | yyyy-MM-ddTHH:mm:ss.SSS | 2024-12-31T09:30:01.5 | 2024-12-31T09:30:01.5",
                "dateTime  | yyyy-MM-ddTHH:mm:ss.SSS | 2024-12-31T09:30:01 | 2024-12-31T09:30:01",
                "time      | HH:mm                | 09:30                 | 09:30:00",
                "gYear     | yyyy                 | 2024                  | 2024",
                "gYearMonth | MM.yyyy             | 02.2024               | 2024-02"
            })
    void datesAreOfTheirPattern(String datatype, String pattern, String text, String expected) {
        assertThat(TemporalFormat.parse(pattern, XSD + datatype).lexical(text).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-QQ", "dd MMM yyyy", "yyyy yyyy", "hh:mm"})
    void whatIsNoPatternOfDatesIsRefused(String pattern) {
        assertThatThrownBy(() -> TemporalFormat.parse(pattern, XSD + "date"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The examples of RFC 6570, section 3.2, as far as its levels 1 to 3 and lists go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{var}        | value",
                "{hello}      | Hello%20World%21",
                "{+hello}     | Hello%20World!",
                "{+path}/here | /foo/bar/here",
                "{x,y}        | 1024,768",
                "{#path}      | #/foo/bar",
                "{#x,hello}   | #1024,Hello%20World!",
                "X{.var}      | X.value",
                "{/var,x}/here | /value/1024/here",
                "{;x,y}       | ;x=1024;y=768",
                "{?x,y}       | ?x=1024&y=768",
                "{?x,undef}   | ?x=1024",
                "{&x}         | &x=1024",
                "{var:3}      | val",
                "{list}       | red,green,blue",
                "{/list*}     | /red/green/blue",
                "O{undef}X    | OX"
            })
    void templatesAreExpanded(String template, String expected) {
        Map<String, List<String>> values = Map.of(
                "var", List.of("value"),
                "hello", List.of("Hello World!"),
                "path", List.of("/foo/bar"),
                "x", List.of("1024"),
                "y", List.of("768"),
                "list", List.of("red", "green", "blue"));
        assertThat(new UriTemplate(template).expand(values)).isEqualTo(expected);
    }

    @Test
    void aBooleanHasTwoWords() {
        assertThat(BooleanFormat.parse("oui|non").lexical("non")).contains("false");
        assertThat(BooleanFormat.parse("oui|non").lexical("true")).isEmpty();
        assertThatThrownBy(() -> BooleanFormat.parse("oui")).isInstanceOf(IllegalArgumentException.class);
    }
}
