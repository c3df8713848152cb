package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer|19986|19\u202f986|19,986",
                "integer|-1200|-1\u202f200|-1,200",
                "decimal|48.8488|48,8488|48.8488",
                "decimal|1000.50|1\u202f000,5|1,000.5",
                "integer|1e400000000|1e400000000|1e400000000",
                "boolean|true|oui|yes",
                "boolean|0|non|no",
                "date|2023-04-30|30 avril 2023|30 April 2023",
                "date|2024-03-01|1er mars 2024|1 March 2024",
                "date|2024-03-01Z|1er mars 2024|1 March 2024",
                "date|2024-02-30|2024-02-30|2024-02-30",
                "dateTime|2026-11-26T23:30:00-02:00|27 novembre 2026|27 November 2026",
                "dateTime|2026-11-26T03:21:01.023Z|26 novembre 2026|26 November 2026",
                "gYearMonth|2023-04|avril 2023|April 2023",
                "gYear|2017|2017|2017",
                "string|0012|0012|0012",
                "anyURI|true|true|true",
            })
    void aValueIsWrittenAsPeopleOfTheLanguageDo(String type, String lexical, String french, String english) {
        Term.Literal literal = Term.Literal.typed(lexical, "http://www.w3.org/2001/XMLSchema#" + type);
        assertThat(Written.of(literal, Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.of(literal, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-01/2022-08-31, 2021-2022, 2021-2022",
        "2022-01-01/2022-12-31, 1er janvier 2022 – 31 décembre 2022, 1 January 2022 – 31 December 2022",
        "2021-09-01/2022-07-31, 1er septembre 2021 – 31 juillet 2022, 1 September 2021 – 31 July 2022",
        "2021-09-01/.., 2021-09-01/.., 2021-09-01/..",
        "2021-2022, 2021-2022, 2021-2022"
    })
    void anIntervalOfAYearIsTheYearsOfBothEnds(String lexical, String french, String english) {
        Term.Literal literal = Term.Literal.typed(lexical, "http://id.loc.gov/datatypes/edtf/EDTF");
        assertThat(Written.of(literal, Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.of(literal, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1\u00a0ko, 1\u00a0kB",
        "37400, 37\u00a0ko, 37\u00a0kB",
        "999400, 999\u00a0ko, 999\u00a0kB",
        "1000000, 1\u00a0Mo, 1\u00a0MB",
        "12340000, '12,3\u00a0Mo', 12.3\u00a0MB"
    })
    void aSizeIsInThousandsOrMillionsOfBytes(long bytes, String french, String english) {
        assertThat(Written.bytes(bytes, Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.bytes(bytes, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|0",
                "19986|19\u202f986|19,986",
                "19986.5|19\u202f987|19,987",
                "165.490371877248|165|165",
                "-12.345|-12,3|-12.3",
                "0.051249|0,0512|0.0512",
                "0.10|0,1|0.1",
                "999999|999\u202f999|999,999",
                "999999.5|1\u00a0M|1M",
                "1234567|1,23\u00a0M|1.23M",
                "-45312345.67|-45,3\u00a0M|-45.3M",
                "999960000|1\u00a0Md|1B",
                "1.2E+9|1,2\u00a0Md|1.2B",
                "1245000000|1,25\u00a0Md|1.25B"
            })
    void aNumberToBeLookedAtHasThreeDigits(BigDecimal number, String french, String english) {
        assertThat(Written.brief(number, Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.brief(number, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1500|1500",
                "%|1500\u202f%|1500%",
                "jours|1500\u00a0jours|1500\u00a0jours",
                "€|1500\u00a0€|€1500",
                "CHF|1500\u00a0CHF|1500\u00a0CHF"
            })
    void aUnitStandsWhereTheLanguageHasIt(String unit, String french, String english) {
        assertThat(Written.with(unit, "1500", Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.with(unit, "1500", Locale.ENGLISH)).isEqualTo(english);
        assertThat(Written.with("€", "-3", Locale.ENGLISH)).isEqualTo("-€3");
    }
}
