package fr.pleiade.draft;

import fr.pleiade.quality.csv.DateForm;
import fr.pleiade.quality.csv.Looks;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value may be by its form alone, the most special first. */
enum ValueType {
    URL("url", "https?://\\S+"),
    EMAIL("email", Looks::hasMail),
    POINT("point", "-?[0-9]{1,2}\\.[0-9]+, ?-?[0-9]{1,3}(?:\\.[0-9]+)?|-?[0-9]{1,2}, ?-?[0-9]{1,3}\\.[0-9]+"),
    DATE("date", value -> DateForm.of(value) == DateForm.DAY),
    DAY_FIRST("date dd/MM/yyyy", value -> isOneOf(value, DateForm.DAY_FIRST, DateForm.EITHER)),
    SCHOOL_YEAR("school-year", ValueType::isSchoolYear),
    MONTH("month", ValueType::isMonth),
    YEAR("year", "(?:1[0-9]|20)[0-9]{2}"),
    PARTIAL_DATE("date", ValueType::isPartialDate),
    INTEGER("integer", "-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:[ \\u00A0\\u202F][0-9]{3})+)(?:[.,]0)?"),
    DECIMAL("decimal", Looks::isNumber);

    private final String slug;
    private final Predicate<String> form;

    ValueType(String slug, String pattern) {
        this(slug, Pattern.compile(pattern).asMatchPredicate());
    }

    ValueType(String slug, Predicate<String> form) {
        this.slug = slug;
        this.form = form;
    }

    private static boolean isOneOf(String value, DateForm one, DateForm other) {
        DateForm form = DateForm.of(value);
        return form == one || form == other;
    }

    /** {@code 2011-07}; and {@code 2011-12}, which among months is December. */
    private static boolean isMonth(String value) {
        DateForm form = DateForm.of(value);
        return form == DateForm.MONTH
                || form == DateForm.YEARS && value.substring(5).compareTo("12") <= 0;
    }

    private static boolean isPartialDate(String value) {
        DateForm form = DateForm.of(value);
        return form == DateForm.DAY || form == DateForm.MONTH || form == DateForm.YEARS || YEAR.isOf(value);
    }

    /** {@code 2006-07}, {@code 2006/2007}: the second year is the one after. */
    private static boolean isSchoolYear(String value) {
        if (DateForm.of(value) == DateForm.YEARS) {
            return true;
        }
        return value.matches("[12][0-9]{3}[-/][12][0-9]{3}")
                && Integer.parseInt(value.substring(5)) == Integer.parseInt(value.substring(0, 4)) + 1;
    }

    /** {@return how the column sheet calls it} */
    String slug() {
        return slug;
    }

    boolean isOf(String value) {
        return form.test(value.strip());
    }
}
