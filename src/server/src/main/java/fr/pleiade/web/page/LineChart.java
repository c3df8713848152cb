package fr.pleiade.web.page;

import fr.pleiade.findings.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A number over time as a line, drawn for {@link #WIDTH} units so that its words can be read on a phone; the sentence says the same.
 *
 * @param sentence what it shows, in words
 * @param path the line as SVG path data
 * @param dots the values, in the order of time
 * @param base where nought is, from the top
 * @param labels the words below and beside the line
 */
public record LineChart(String sentence, String path, List<Dot> dots, double base, List<Label> labels) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 180;
    private static final double LEFT = 12;
    private static final double RIGHT = WIDTH - 12.0;
    private static final double TOP = 34;
    private static final double BOTTOM = HEIGHT - 26.0;
    private static final double ABOVE = 12;
    private static final double BELOW = 20;

    /** Of a character in bold, with some room. */
    private static final double CHARACTER = 8;

    private static final Text CHANGE =
            new Text("%s: %s in %s, after %s in %s (%s%%).", "%s : %s en %s, contre %s en %s (%s\u202f%%).");
    private static final Text POINTS =
            new Text("%s: %s in %s, after %s in %s (%s points).", "%s : %s en %s, contre %s en %s (%s\u00a0points).");
    private static final Text ONE = new Text("%s: %s in %s.", "%s : %s en %s.");

    public LineChart {
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
    }

    private record Value(int year, BigDecimal number) {}

    /** Where a value is, in units from the left and from the top. */
    public record Dot(double x, double y) {}

    /** Words and where they are; anchored at their start, middle or end. */
    public record Label(double x, double y, String anchor, String text, boolean isStrong) {}

    /**
     * From where to where the values of charts go that are to be looked at side by side.
     *
     * @param least nought or less
     */
    public record Scale(double least, double most) {
        /** {@return the scale of some values} */
        public static Scale of(Collection<BigDecimal> values) {
            double least = 0;
            double most = 0;
            for (BigDecimal value : values) {
                least = Math.min(least, value.doubleValue());
                most = Math.max(most, value.doubleValue());
            }
            return new Scale(least, most);
        }
    }

    /**
     * {@return the chart of at least one value, a plain count}
     *
     * @param name what is counted
     */
    public static LineChart of(String name, SortedMap<Integer, BigDecimal> byYear, Locale locale) {
        return of(Quantity.counted(name), byYear, Scale.of(byYear.values()), locale);
    }

    /** {@return the same of any quantity, on a scale that other charts have too} */
    public static LineChart of(Quantity quantity, SortedMap<Integer, BigDecimal> byYear, Scale scale, Locale locale) {
        List<Value> ordered = byYear.entrySet().stream()
                .map(value -> new Value(value.getKey(), value.getValue()))
                .toList();
        Value first = ordered.get(0);
        Value last = ordered.get(ordered.size() - 1);
        double least = scale.least();
        double span = scale.most() > least ? scale.most() - least : 1;
        List<Dot> dots = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (Value value : ordered) {
            double share = last.year() == first.year()
                    ? 0.5
                    : (value.year() - first.year()) / (double) (last.year() - first.year());
            Dot dot = new Dot(
                    rounded(LEFT + share * (RIGHT - LEFT)),
                    rounded(BOTTOM - (value.number().doubleValue() - least) / span * (BOTTOM - TOP)));
            path.append(dots.isEmpty() ? 'M' : 'L').append(dot.x()).append(' ').append(dot.y());
            dots.add(dot);
        }
        double base = rounded(BOTTOM + least / span * (BOTTOM - TOP));
        return new LineChart(
                sentence(quantity, first, last, locale),
                path.toString(),
                dots,
                base,
                labels(quantity, ordered, dots, locale));
    }

    private static String sentence(Quantity quantity, Value first, Value last, Locale locale) {
        String title = Written.capital(quantity.name(), locale);
        String now = quantity.brief(last.number(), locale);
        if (first.year() == last.year() || first.number().signum() == 0) {
            return ONE.with(title, now, last.year()).in(locale);
        }
        BigDecimal change = change(quantity, first.number(), last.number());
        String sign = change.signum() > 0 ? "+" : change.signum() < 0 ? "−" : "";
        return (quantity.isPerCent() ? POINTS : CHANGE)
                .with(
                        title,
                        now,
                        last.year(),
                        quantity.brief(first.number(), locale),
                        first.year(),
                        sign + Written.number(change.abs(), locale))
                .in(locale);
    }

    /** {@return by how many points what is in per cent has changed, by how many per cent all else} */
    private static BigDecimal change(Quantity quantity, BigDecimal first, BigDecimal last) {
        BigDecimal difference = last.subtract(first);
        BigDecimal change = quantity.isPerCent()
                ? difference
                : difference.multiply(BigDecimal.valueOf(100)).divide(first.abs(), MathContext.DECIMAL32);
        return change.setScale(1, RoundingMode.HALF_UP);
    }

    private static List<Label> labels(Quantity quantity, List<Value> values, List<Dot> dots, Locale locale) {
        List<Label> labels = new ArrayList<>();
        int end = values.size() - 1;
        for (int i : end == 0 ? new int[] {0} : new int[] {0, end}) {
            String anchor = end == 0 ? "middle" : i == 0 ? "start" : "end";
            double x = end == 0 ? dots.get(i).x() : i == 0 ? 0 : WIDTH;
            String number = quantity.brief(values.get(i).number(), locale);
            labels.add(new Label(
                    x, HEIGHT - 6.0, anchor, Integer.toString(values.get(i).year()), false));
            labels.add(new Label(x, beside(dots, dots.get(i), number.length() * CHARACTER), anchor, number, true));
        }
        return labels;
    }

    /** {@return where words stand that are so long and begin or end at a dot: above the line or below it, whichever is nearer} */
    private static double beside(List<Dot> dots, Dot dot, double width) {
        double from = dot.x() - width;
        double to = dot.x() + width;
        double highest = dot.y();
        double lowest = dot.y();
        for (int i = 1; i < dots.size(); i++) {
            Dot one = dots.get(i - 1);
            Dot next = dots.get(i);
            if (one.x() < to && next.x() > from) {
                double in = heightAt(Math.max(one.x(), from), one, next);
                double out = heightAt(Math.min(next.x(), to), one, next);
                highest = Math.min(highest, Math.min(in, out));
                lowest = Math.max(lowest, Math.max(in, out));
            }
        }
        boolean hasRoomBelow = lowest + BELOW <= BOTTOM;
        boolean isNearerBelow = lowest - dot.y() < dot.y() - highest;
        return rounded(hasRoomBelow && isNearerBelow ? lowest + BELOW : highest - ABOVE);
    }

    private static double heightAt(double x, Dot one, Dot next) {
        return one.y() + (x - one.x()) / (next.x() - one.x()) * (next.y() - one.y());
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
