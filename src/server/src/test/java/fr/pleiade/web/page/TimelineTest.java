package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @ParameterizedTest
    @CsvSource({
        "2019-01-01, date, 2019, 1er janvier 2019",
        "2019-07-01, date, 2019.5, 1er juillet 2019",
        "2019-07, gYearMonth, 2019.5, juillet 2019",
        "1793, gYear, 1793, 1793",
        "0800, gYear, 800, 0800",
        "2020-01-01T12:00:00Z, dateTime, 2020, 1er janvier 2020",
        "1968-01-01+01:00, date, 1968, 1er janvier 1968"
    })
    void aDayAMonthAndAYearAreInTime(String written, String type, double at, String words) {
        Timeline.Day day = day(written, type).orElseThrow();
        assertThat(day.at()).isEqualTo(at);
        assertThat(day.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20222-01-01",
                "0000",
                "0000-00-00",
                "2019-13-01",
                "2019-00-10",
                "2019-01-32",
                "-0044",
                "01/01/2019",
                "vers 1950",
                "2019-1-1"
            })
    void whatIsNoDateIsNone(String written) {
        assertThat(day(written, "date")).isEmpty();
        assertThat(Timeline.Day.of(new Term.Iri("http://x.example/2019"), Locale.FRENCH))
                .isEmpty();
    }

    @Test
    void theLineGoesFromTheFirstDayToTheLastAndDaysAreWhereTheyAreInTime() {
        Timeline line = line("2020", "1980", "2000", "1980").orElseThrow();
        assertThat(line.sentence()).isEqualTo("3 dates, de 1980 à 2020.");
        assertThat(line.dots()).extracting(Timeline.Dot::x).containsExactly(12.0, 180.0, 348.0);
        assertThat(line.labels()).extracting(Timeline.Label::text).containsExactly("1980", "2000", "2020");
    }

    @Test
    void oneDayIsNoLine() {
        assertThat(line()).isEmpty();
        assertThat(line("1980")).isEmpty();
        assertThat(line("1980", "1980")).isEmpty();
    }

    @Test
    void yearsAreWrittenOnceAndNoneUponAnother() {
        String[] many = Stream.iterate(1900, year -> year <= 2000, year -> year + 1)
                .map(String::valueOf)
                .toArray(String[]::new);
        List<Timeline.Label> labels = line(many).orElseThrow().labels();
        assertThat(labels).hasSizeBetween(5, 10);
        assertThat(labels).extracting(Timeline.Label::text).doesNotHaveDuplicates();
        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).x() - labels.get(i - 1).x()).isGreaterThanOrEqualTo(36);
        }
        assertThat(line("2019-01-01", "2019-06-01").orElseThrow().labels())
                .extracting(Timeline.Label::text)
                .containsExactly("2019");
    }

    private static Optional<Timeline> line(String... written) {
        return Timeline.of(
                Stream.of(written).flatMap(date -> day(date, "date").stream()).toList(), Locale.FRENCH);
    }

    private static Optional<Timeline.Day> day(String written, String type) {
        return Timeline.Day.of(new Term.Literal(written, XSD + type, ""), Locale.FRENCH);
    }
}
