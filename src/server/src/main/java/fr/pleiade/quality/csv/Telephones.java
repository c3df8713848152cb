package fr.pleiade.quality.csv;

import fr.pleiade.telephone.Telephone;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Telephone numbers in texts: those that a country's numbering plan has, and that may be somebody's own.
 *
 * <p>Numbers that are free or dear to call are services'. One look-up takes some microseconds; what is surely none costs a regular expression.
 * Thread-safe.
 */
final class Telephones {
    /** With the prefix of another country, or the zero of their own; dots, dashes, slashes, blanks and brackets between the digits. */
    private static final Pattern LIKELY =
            Pattern.compile("(?<![\\w.,/@-])(?:\\(?\\+ ?[1-9]|00 ?[1-9]|\\(?0[1-9]|\\(0\\) ?[1-9])"
                    + "[0-9 .()/\\u00A0\\u202F\\u2011\\u2013-]{5,20}[0-9](?![\\w@])");

    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]+");
    private static final int FEWEST_DIGITS = 8;

    /** Where a zero stands before the numbers of the country; those of one are not those of another. */
    private static final List<String> WITH_ZERO = List.of("FR", "RE", "GP", "MQ", "GF", "YT", "BE", "CH");

    /** Where numbers look like any other number, so that only the column's name makes telephone numbers of them. */
    private static final List<String> NAMED = Stream.concat(
                    WITH_ZERO.stream(), Stream.of("LU", "MC", "NC", "PF", "CA", "DE", "ES", "GB", "IT", "PT"))
            .toList();

    private Telephones() {}

    /** {@return whether a number stands in a text that may be a telephone number by how it is written} */
    static boolean isLikely(String text) {
        Matcher likely = LIKELY.matcher(text);
        return likely.find() && digits(likely.group()) >= FEWEST_DIGITS;
    }

    /** {@return whether a telephone number stands in a text} */
    static boolean isIn(String text) {
        Matcher likely = LIKELY.matcher(text);
        while (likely.find()) {
            if (digits(likely.group()) >= FEWEST_DIGITS && isNumber(likely.group(), WITH_ZERO)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a text of digits, in a column that is said to be of telephone numbers, is one, be it that its zero or plus sign was lost} */
    static boolean isNamed(String digits) {
        return isNumber(digits, NAMED) || isNumber("+" + digits, List.of());
    }

    private static int digits(String text) {
        return NOT_A_DIGIT.matcher(text).replaceAll("").length();
    }

    private static boolean isNumber(String text, List<String> countries) {
        return Telephone.of(text, countries)
                .filter(number -> !number.isService())
                .isPresent();
    }
}
