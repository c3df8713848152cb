package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
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
        "0, 1 ko, 1 kB",
        "37400, 37 ko, 37 kB",
        "999400, 999 ko, 999 kB",
        "1000000, 1 Mo, 1 MB",
        "12340000, '12,3 Mo', 12.3 MB"
    })
    void aSizeIsInThousandsOrMillionsOfBytes(long bytes, String french, String english) {
        assertThat(Written.bytes(bytes, Locale.FRENCH)).isEqualTo(french);
        assertThat(Written.bytes(bytes, Locale.ENGLISH)).isEqualTo(english);
    }
}
