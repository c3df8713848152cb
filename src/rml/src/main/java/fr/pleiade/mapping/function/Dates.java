package fr.pleiade.mapping.function;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Dates in a form that a pattern describes; a day that is not in the calendar is none. */
final class Dates {
    private Dates() {}

    /** What is made of a formatter. */
    @FunctionalInterface
    interface Use {
        Outcome of(DateTimeFormatter formatter);
    }

    /**
     * {@return what is made of a text by a pattern}
     *
     * @param pattern as Java's {@link DateTimeFormatter} and OpenRefine write it, such as {@code dd/MM/yyyy}
     * @param language the language of the months' and days' names, a tag such as {@code fr}
     */
    static Outcome parsed(String text, String pattern, String language, Use use) {
        try {
            return use.of(DateTimeFormatter.ofPattern(ofAnyEra(pattern), Locale.forLanguageTag(language))
                    .withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeException e) {
            return Outcome.invalid(
                    "'%s' is not a date of the form %s", "« %s » n'est pas une date de la forme %s", text, pattern);
        } catch (IllegalArgumentException e) {
            return Outcome.invalid(
                    "'%s' is not a pattern of dates: %s",
                    "« %s » n'est pas un motif de dates : %s", pattern, String.valueOf(e.getMessage()));
        }
    }

    /** A year of the era asks for the era, which nobody writes; the letter {@code u} does not. */
    private static String ofAnyEra(String pattern) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            out.append(c == 'y' && !quoted ? 'u' : c);
        }
        return out.toString();
    }
}
