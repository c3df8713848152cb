package fr.pleiade.web.page;

import fr.pleiade.findings.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A number for each of some things as bars, the longest first, drawn for {@link #WIDTH} units so that its words can be read on a phone:
 * each bar has its name above and its number behind it. The sentence says the same.
 *
 * @param sentence what it shows, in words
 * @param bars from the top
 * @param axis where nought is, from the left
 * @param height how high the drawing is
 */
public record BarChart(String sentence, List<Bar> bars, double axis, int height) {
    public static final int WIDTH = 360;

    /** More bars than are looked at; all values are in the table beside it. */
    public static final int MOST = 20;

    private static final int ROW = 38;
    private static final double LONGEST = 270;
    private static final int LONGEST_NAME = 52;
    private static final Text ONE = new Text("%s: %s, %s.", "%s : %s, %s.");
    private static final Text SEVERAL = new Text(
            "%s: %s has the most, %s; %s the least, %s (%s values).",
            "%s : %s a le plus, %s ; %s le moins, %s (%s valeurs).");
    private static final Text CUT = new Text(
            "%s: %s has the most, %s; %s the least, %s (%s values, of which the %s largest are drawn).",
            "%s : %s a le plus, %s ; %s le moins, %s (%s valeurs, dont les %s plus grandes sont dessinées).");

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** A name and its number. */
    public record Value(String name, BigDecimal number) {}

    /**
     * A bar.
     *
     * @param name above it, shortened to fit
     * @param number behind it
     * @param x where it begins, from the left
     * @param y where its name stands, from the top
     * @param width how long it is
     * @param end where its number begins
     */
    public record Bar(String name, String number, double x, double y, double width, double end) {}

    /**
     * {@return the chart of at least one value}
     *
     * @param quantity what all values are of
     */
    public static BarChart of(Quantity quantity, List<Value> values, Locale locale) {
        List<Value> ordered = values.stream()
                .sorted(Comparator.comparing(Value::number).reversed())
                .toList();
        List<Value> drawn = ordered.stream().limit(MOST).toList();
        double most = Math.max(0, drawn.get(0).number().doubleValue());
        double least = Math.min(0, drawn.get(drawn.size() - 1).number().doubleValue());
        double span = most > least ? most - least : 1;
        double axis = rounded(-least / span * LONGEST);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            double number = drawn.get(i).number().doubleValue();
            double width = rounded(Math.abs(number) / span * LONGEST);
            double x = number < 0 ? rounded(axis - width) : axis;
            bars.add(new Bar(
                    shortened(drawn.get(i).name()),
                    quantity.brief(drawn.get(i).number(), locale),
                    x,
                    i * (double) ROW,
                    width,
                    rounded(x + width + 4)));
        }
        return new BarChart(sentence(quantity, ordered, locale), bars, axis, drawn.size() * ROW);
    }

    private static String sentence(Quantity quantity, List<Value> ordered, Locale locale) {
        String name = Written.capital(quantity.name(), locale);
        Value first = ordered.get(0);
        Value last = ordered.get(ordered.size() - 1);
        String most = quantity.brief(first.number(), locale);
        if (ordered.size() == 1) {
            return ONE.with(name, first.name(), most).in(locale);
        }
        String least = quantity.brief(last.number(), locale);
        return (ordered.size() > MOST ? CUT : SEVERAL)
                .with(name, first.name(), most, last.name(), least, ordered.size(), MOST)
                .in(locale);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "…";
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
