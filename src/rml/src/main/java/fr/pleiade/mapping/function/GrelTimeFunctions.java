package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.GrelFunctions.grel;

import fr.pleiade.mapping.bytes.Blanks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * GREL's functions of days and times: an {@code xsd:date}, or an {@code xsd:dateTime} with a zone or without.
 *
 * @see <a href="https://openrefine.org/docs/manual/grelfunctions#date-functions">GREL date functions</a>
 */
final class GrelTimeFunctions {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "year", ChronoUnit.YEARS,
            "month", ChronoUnit.MONTHS,
            "week", ChronoUnit.WEEKS,
            "day", ChronoUnit.DAYS,
            "hour", ChronoUnit.HOURS,
            "minute", ChronoUnit.MINUTES,
            "second", ChronoUnit.SECONDS);

    private static final Map<ChronoUnit, ChronoField> PARTS = Map.of(
            ChronoUnit.YEARS, ChronoField.YEAR,
            ChronoUnit.MONTHS, ChronoField.MONTH_OF_YEAR,
            ChronoUnit.DAYS, ChronoField.DAY_OF_MONTH,
            ChronoUnit.HOURS, ChronoField.HOUR_OF_DAY,
            ChronoUnit.MINUTES, ChronoField.MINUTE_OF_HOUR,
            ChronoUnit.SECONDS, ChronoField.SECOND_OF_MINUTE);

    private static final List<Function<String, Temporal>> FORMS =
            List.of(LocalDate::parse, LocalDateTime::parse, OffsetDateTime::parse);

    private GrelTimeFunctions() {}

    static List<fr.pleiade.mapping.function.Function> all() {
        return List.of(
                grel("date_inc")
                        .takes("param_date_d", "p_date_d")
                        .takes("param_dec_n")
                        .takes("param_string_unit", "p_string_unit")
                        .returns("output_date", "stringOut")
                        .does(GrelTimeFunctions::later),
                grel("date_datePart")
                        .takes("param_date_d", "p_date_d")
                        .takes("param_string_unit", "p_string_unit")
                        .returns("output_number", "output_any", "stringOut")
                        .does(GrelTimeFunctions::part));
    }

    private static Outcome later(Arguments arguments) {
        String unit = arguments.text(2);
        return Numbers.of(
                List.of(arguments.text(1)),
                numbers -> of(arguments.text(0), unit, (time, chrono) -> {
                    long amount = numbers.get(0).longValueExact();
                    return value(time.plus(amount, chrono));
                }));
    }

    private static Outcome part(Arguments arguments) {
        return of(
                arguments.text(0),
                arguments.text(1),
                (time, unit) -> PARTS.containsKey(unit)
                        ? Numbers.integer(time.getLong(PARTS.get(unit)))
                        : noUnit(arguments.text(1)));
    }

    /** What is made of a time and a unit. */
    @FunctionalInterface
    private interface Use {
        Outcome of(Temporal time, ChronoUnit unit);
    }

    private static Outcome of(String given, String unit, Use use) {
        ChronoUnit chrono = UNITS.get(unit.toLowerCase(Locale.ROOT).replaceFirst("s$", ""));
        if (chrono == null) {
            return noUnit(unit);
        }
        String text = Blanks.trim(given);
        for (Function<String, Temporal> form : FORMS) {
            Temporal time;
            try {
                time = form.apply(text);
            } catch (DateTimeException e) {
                continue;
            }
            try {
                return use.of(time, chrono);
            } catch (DateTimeException | ArithmeticException e) {
                return Outcome.invalid(
                        "'%s' has no such %s: %s",
                        "« %s » n'a pas de tel %s : %s", text, unit, String.valueOf(e.getMessage()));
            }
        }
        return Outcome.invalid(
                "'%s' is neither an xsd:date nor an xsd:dateTime",
                "« %s » n'est ni un xsd:date ni un xsd:dateTime", text);
    }

    private static Outcome value(Temporal time) {
        if (time instanceof LocalDate) {
            return Outcome.of(Value.xsd(time.toString(), "date"));
        }
        // Java leaves seconds out where they are none, XML Schema does not.
        String text = time.toString().replaceFirst("(T[0-9]{2}:[0-9]{2})(?![0-9:])", "$1:00");
        return Outcome.of(Value.xsd(text, "dateTime"));
    }

    private static Outcome noUnit(String unit) {
        return Outcome.invalid(
                "'%s' is no unit here; expected year, month, day, hour, minute, second, or week to add",
                "« %s » n'est pas une unité ici ; attendu : year, month, day, hour, minute, second, ou week pour ajouter",
                unit);
    }
}
