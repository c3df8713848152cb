package fr.pleiade.bench;

import java.util.Locale;

/**
 * A figure beside what is asked of it.
 *
 * <p>Shape: {@code NOT REACHED  99th percentile of documents, ms   369.50   asked <= 250.00}.
 */
final class Asked {
    private Asked() {}

    /** {@return the line of a figure that must not be above a bound} */
    static String atMost(double bound, String what, double figure) {
        return line(figure <= bound, what, figure, "<=", bound);
    }

    /** {@return the line of a figure that must be below a bound} */
    static String below(double bound, String what, double figure) {
        return line(figure < bound, what, figure, "<", bound);
    }

    /** {@return the line of a figure that must not be below a bound} */
    static String atLeast(double bound, String what, double figure) {
        return line(figure >= bound, what, figure, ">=", bound);
    }

    private static String line(boolean isReached, String what, double figure, String relation, double bound) {
        return String.format(
                Locale.ROOT,
                "%-12s %-50s %,12.2f   asked %s %,.2f",
                isReached ? "reached" : "NOT REACHED",
                what,
                figure,
                relation,
                bound);
    }
}
