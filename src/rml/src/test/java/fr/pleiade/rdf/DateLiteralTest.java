package fr.pleiade.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateLiteralTest {
    @ParameterizedTest
    @CsvSource({"2016,gYear", "2016-01,gYearMonth", "2016-02-29,date"})
    void aDateIsAsPreciseAsItIsWritten(String text, String type) {
        assertThat(DateLiteral.of(text)).contains(Term.Literal.typed(text, Vocabulary.XSD + type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16", "20222", "2016-13", "2015-02-29", "2016-1", "2016-01-01Z", " 2016"})
    void whatIsNoDateIsNone(String text) {
        assertThat(DateLiteral.of(text)).isEmpty();
    }
}
