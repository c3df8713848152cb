package fr.pleiade.rdf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days, months and years as literals that say no more than is known: {@code "2016-01"^^xsd:gYearMonth}. */
public final class DateLiteral {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DateLiteral() {}

    /** {@return a day, a month or a year as a literal of its datatype by XML Schema; nothing if a text is none of them} */
    public static Optional<Term.Literal> of(String text) {
        return datatype(text).map(type -> Term.Literal.typed(text, Vocabulary.XSD + type));
    }

    private static Optional<String> datatype(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate.parse(text);
                return Optional.of("date");
            }
            if (MONTH.matcher(text).matches()) {
                YearMonth.parse(text);
                return Optional.of("gYearMonth");
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return YEAR.matcher(text).matches() ? Optional.of("gYear") : Optional.empty();
    }
}
