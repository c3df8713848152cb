package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.Blanks;
import fr.pleiade.rdf.Vocabulary;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions from French notations to days, months and years, and to the years of schools. */
final class DateFunctions {
    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?");
    private static final Pattern FRENCH_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    /** {@code lundi 1er janvier 2024}, {@code 14-juil.-1789}, {@code juillet 1789}. */
    private static final Pattern IN_LETTERS = Pattern.compile(
            "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?:([0-9]{1,2})(?: ?er)?[ -])?([a-z]+)\\.?[ -]([0-9]{4})");

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final List<String> SHORT =
            List.of("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec");
    private static final Pattern SCHOOL_YEAR =
            Pattern.compile("([0-9]{4})\\h?[-/\u2010-\u2014]\\h?([0-9]{2}|[0-9]{4})");

    private DateFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("date").takes("value").does(a -> date(Blanks.trim(a.text(0)))),
                fn("schoolYear").takes("value").does(a -> schoolYear(Blanks.trim(a.text(0)))));
    }

    private static Outcome date(String value) {
        try {
            Matcher french = FRENCH_DATE.matcher(value);
            if (french.matches()) {
                return date(french.group(3), french.group(2), french.group(1));
            }
            Matcher iso = ISO_DATE.matcher(value);
            if (iso.matches()) {
                return date(iso.group(1), text(iso.group(2)), text(iso.group(3)));
            }
            Matcher letters = IN_LETTERS.matcher(plain(value));
            String month = letters.matches() ? month(letters.group(2)) : "";
            if (!month.isEmpty()) {
                return date(letters.group(3), month, text(letters.group(1)));
            }
            return Outcome.invalid(
                    "'%s' is not a date of the form yyyy, yyyy-mm, yyyy-mm-dd, dd/mm/yyyy or 12 mars 2021",
                    "« %s » n'est pas une date de la forme aaaa, aaaa-mm, aaaa-mm-jj, jj/mm/aaaa ou 12 mars 2021",
                    value);
        } catch (DateTimeException e) {
            return Outcome.invalid("'%s' is not in the calendar", "« %s » n'existe pas dans le calendrier", value);
        }
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** {@return small letters without marks, and single blanks} */
    private static String plain(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    /** {@return the number of a month that is written in letters, in two digits; {@code ""} if it is none} */
    private static String month(String word) {
        int number = Math.max(MONTHS.indexOf(word), SHORT.indexOf(word.equals("fevr") ? "fev" : word));
        return number < 0 ? "" : "%02d".formatted(number + 1);
    }

    /**
     * {@return what is as precise as what is given: a month or a day that is {@code ""} is not}
     *
     * @throws DateTimeException if the calendar does not have it, nor has it a year 0
     */
    private static Outcome date(String year, String month, String day) {
        if (Integer.parseInt(year) == 0) {
            throw new DateTimeException(year);
        }
        if (month.isEmpty()) {
            return Outcome.of(Value.xsd(year, "gYear"));
        }
        return day.isEmpty()
                ? Outcome.of(Value.xsd(
                        YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))
                                .toString(),
                        "gYearMonth"))
                : day(year, month, day);
    }

    private static Outcome day(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return Outcome.of(Value.xsd(date.toString(), "date"));
    }

    /** From 1 September to 31 August, as French schools and universities count. */
    private static Outcome schoolYear(String value) {
        Matcher years = SCHOOL_YEAR.matcher(value);
        if (years.matches()) {
            int first = Integer.parseInt(years.group(1));
            String second = years.group(2);
            String expected = "%04d".formatted(first + 1);
            if (expected.endsWith(second)) {
                return Outcome.of(new Value("%s-09-01/%s-08-31".formatted(years.group(1), expected), Vocabulary.EDTF));
            }
        }
        return Outcome.invalid(
                "'%s' is not a school year: expected two years that follow each other, such as 2023-24 or 2023-2024",
                "« %s » n'est pas une année scolaire : deux années qui se suivent, comme 2023-24 ou 2023-2024, attendues",
                value);
    }
}
