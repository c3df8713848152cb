package fr.pleiade.mapping.datatype;

import static fr.pleiade.rdf.Vocabulary.XSD;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Dates and times by a pattern: {@code dd/MM/yyyy HH:mm}.
 *
 * @param written what a text must match; its groups are named by their field
 * @param datatype the IRI of the datatype, which says how values are written
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#formats-for-dates-and-times">Tabular data model, section 6.4.4</a>
 */
public record TemporalFormat(Pattern written, String datatype) implements Format {
    private static final Pattern TOKEN = Pattern.compile("yyyy|MM?|dd?|HH|mm|ss|\\.?S+|X{1,3}|x{1,3}|T|[^A-Za-z]");

    /** @throws IllegalArgumentException if the pattern has a sign that is not read */
    public static TemporalFormat parse(String pattern, String datatype) {
        StringBuilder regex = new StringBuilder();
        Matcher token = TOKEN.matcher(pattern);
        int at = 0;
        while (at < pattern.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new IllegalArgumentException(
                        "'%s' is not a pattern of dates or times, such as dd/MM/yyyy HH:mm".formatted(pattern));
            }
            regex.append(expression(token.group()));
            at = token.end();
        }
        try {
            return new TemporalFormat(Pattern.compile(regex.toString()), datatype);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'%s' has a field twice".formatted(pattern), e);
        }
    }

    private static String expression(String token) {
        return switch (token) {
            case "yyyy" -> "(?<year>-?[0-9]{4,})";
            case "MM" -> "(?<month>[0-9]{2})";
            case "M" -> "(?<month>[0-9]{1,2})";
            case "dd" -> "(?<day>[0-9]{2})";
            case "d" -> "(?<day>[0-9]{1,2})";
            case "HH" -> "(?<hour>[0-9]{2})";
            case "mm" -> "(?<minute>[0-9]{2})";
            case "ss" -> "(?<second>[0-9]{2})";
            case "X" -> "(?<zone>Z|[+-][0-9]{2}(?:[0-9]{2})?)";
            case "XX" -> "(?<zone>Z|[+-][0-9]{4})";
            case "XXX" -> "(?<zone>Z|[+-][0-9]{2}:[0-9]{2})";
            case "x" -> "(?<zone>[+-][0-9]{2}(?:[0-9]{2})?)";
            case "xx" -> "(?<zone>[+-][0-9]{4})";
            case "xxx" -> "(?<zone>[+-][0-9]{2}:[0-9]{2})";
            default ->
                token.endsWith("S")
                        ? "(?:" + (token.startsWith(".") ? "\\." : "") + "(?<fraction>[0-9]{1,"
                                + token.replace(".", "").length() + "}))?"
                        : Pattern.quote(token);
        };
    }

    @Override
    public Optional<String> lexical(String text) {
        Matcher matcher = written.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String year = field(matcher, "year", "0000");
        String month = field(matcher, "month", "01");
        String day = field(matcher, "day", "01");
        String fraction = field(matcher, "fraction", "");
        String time = "%s:%s:%s%s"
                .formatted(
                        field(matcher, "hour", "00"),
                        field(matcher, "minute", "00"),
                        field(matcher, "second", "00"),
                        fraction.isEmpty() ? "" : "." + fraction);
        String value = switch (datatype.substring(XSD.length())) {
            case "date" -> year + "-" + month + "-" + day;
            case "time" -> time;
            case "gYear" -> year;
            case "gYearMonth" -> year + "-" + month;
            case "gMonthDay" -> "--" + month + "-" + day;
            case "gMonth" -> "--" + month;
            case "gDay" -> "---" + day;
            default -> year + "-" + month + "-" + day + "T" + time;
        };
        return Optional.of(value + zone(field(matcher, "zone", "")));
    }

    private String field(Matcher matcher, String name, String byDefault) {
        if (!written.pattern().contains("<" + name + ">")) {
            return byDefault;
        }
        String value = matcher.group(name);
        return value == null
                ? byDefault
                : value.length() == 1 && !name.equals("fraction") && !name.equals("zone") ? "0" + value : value;
    }

    private static String zone(String zone) {
        if (zone.isEmpty() || zone.equals("Z") || zone.contains(":")) {
            return zone;
        }
        return zone.substring(0, 3) + ":" + (zone.length() > 3 ? zone.substring(3) : "00");
    }
}
