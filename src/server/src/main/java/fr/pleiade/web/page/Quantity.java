package fr.pleiade.web.page;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What numbers are of, and the unit that stands with each of them.
 *
 * @param name what is counted or measured
 * @param unit a symbol or a word in the reader's language, such as {@code %} or {@code days}; {@code ""} for plain counts
 */
public record Quantity(String name, String unit) {
    /** {@return that of plain counts} */
    public static Quantity counted(String name) {
        return new Quantity(name, "");
    }

    /** {@return whether its numbers are parts of a hundred, so that they differ by points} */
    boolean isPerCent() {
        return unit.equals(Written.PER_CENT);
    }

    /** {@return a number to be looked at: {@code 45,3 M €}} */
    public String brief(BigDecimal number, Locale locale) {
        return Written.with(unit, Written.brief(number, locale), locale);
    }

    /** {@return its name as the head of a column whose numbers stand without their unit: {@code cost (€)}} */
    public String head() {
        return unit.isEmpty() ? name : "%s (%s)".formatted(name, unit);
    }
}
