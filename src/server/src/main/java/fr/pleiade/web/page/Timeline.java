package fr.pleiade.web.page;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days on a line of time, drawn for {@link LineChart#WIDTH} units so that its years can be read on a phone; the sentence says how many there
 * are and from when to when.
 *
 * @param sentence what it shows, in words
 * @param dots the days, in the order of time
 * @param labels the years that have room
 */
public record Timeline(String sentence, List<Dot> dots, List<Label> labels) {
    public static final int HEIGHT = 44;

    private static final double LEFT = 12;
    private static final double RIGHT = LineChart.WIDTH - 12.0;

    /** Of four digits, and some room beside them. */
    private static final double YEAR = 36;

    private static final Text SENTENCE = new Text("%s dates, from %s to %s.", "%s dates, de %s à %s.");

    public Timeline {
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
    }

    /** Where a day is, in units from the left, and what it is called. */
    public record Dot(double x, String words) {}

    /** A year, and where it is; anchored at its start, middle or end. */
    public record Label(double x, String anchor, String text) {}

    /**
     * A day, a month or a year.
     *
     * @param at where its beginning is in time, in years
     * @param words what it is called
     */
    public record Day(double at, String words) {
        private static final Pattern DATE =
                Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:T.*)?)?)?(?:Z|[+-]\\d\\d:\\d\\d)?");

        /** {@return the day that a literal says; nothing for what is no date of this calendar, or of no year from 1 to 9999} */
        public static Optional<Day> of(Term date, Locale locale) {
            if (!(date instanceof Term.Literal literal)) {
                return Optional.empty();
            }
            Matcher parts = DATE.matcher(literal.lexical().strip());
            if (!parts.matches()) {
                return Optional.empty();
            }
            int year = Integer.parseInt(parts.group(1));
            int month = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
            int day = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
            boolean isOne = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
            return isOne
                    ? Optional.of(new Day(year + (month - 1) / 12.0 + (day - 1) / 372.0, Written.of(literal, locale)))
                    : Optional.empty();
        }

        private String year() {
            return Integer.toString((int) at);
        }
    }

    /** {@return the line of some days; nothing if they are not two at least that differ} */
    public static Optional<Timeline> of(Collection<Day> days, Locale locale) {
        TreeMap<Double, Day> byTime = new TreeMap<>();
        days.forEach(day -> byTime.putIfAbsent(day.at(), day));
        if (byTime.size() < 2) {
            return Optional.empty();
        }
        double first = byTime.firstKey();
        double last = byTime.lastKey();
        List<Dot> dots = new ArrayList<>();
        List<Label> years = new ArrayList<>();
        byTime.values().forEach(day -> {
            double x = Math.round((LEFT + (day.at() - first) / (last - first) * (RIGHT - LEFT)) * 10) / 10.0;
            dots.add(new Dot(x, day.words()));
            years.add(new Label(x, "middle", day.year()));
        });
        String sentence = SENTENCE.with(
                        Written.number(dots.size(), locale),
                        years.get(0).text(),
                        years.get(years.size() - 1).text())
                .in(locale);
        return Optional.of(new Timeline(sentence, dots, withRoom(years)));
    }

    /** {@return the first and the last year, and those between that are written upon no other; each once} */
    private static List<Label> withRoom(List<Label> years) {
        Label first = new Label(0, "start", years.get(0).text());
        Label last =
                new Label(LineChart.WIDTH, "end", years.get(years.size() - 1).text());
        List<Label> shown = new ArrayList<>(List.of(first));
        if (last.text().equals(first.text())) {
            return shown;
        }
        double taken = YEAR;
        for (Label year : years.subList(1, years.size() - 1)) {
            boolean isKnown = shown.get(shown.size() - 1).text().equals(year.text())
                    || last.text().equals(year.text());
            if (!isKnown && year.x() - YEAR / 2 >= taken && year.x() + YEAR / 2 <= LineChart.WIDTH - YEAR) {
                shown.add(year);
                taken = year.x() + YEAR / 2;
            }
        }
        shown.add(last);
        return shown;
    }
}
