package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions from French notations to typed values: numbers, dates, points, addresses of the web, entries of a table. */
final class ValueFunctions {
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+[.,][0-9]*|[.,][0-9]+)");
    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?");
    private static final Pattern FRENCH_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final String NUMBER = "([+-]?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern LATITUDE_FIRST = Pattern.compile("\\s*" + NUMBER + "\\s*[,;]\\s*" + NUMBER + "\\s*");
    private static final Pattern WKT_POINT = Pattern.compile(
            "\\s*POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_LON = Pattern.compile("\"lon(?:gitude)?\"\\s*:\\s*\"?" + NUMBER);
    private static final Pattern JSON_LAT = Pattern.compile("\"lat(?:itude)?\"\\s*:\\s*\"?" + NUMBER);

    private ValueFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("number").takes("value").or("", "missing").does(ValueFunctions::number),
                fn("date").takes("value").does(a -> date(Blanks.trim(a.text(0)))),
                fn("asIs").takes("value").does(a -> Outcome.of(a.text(0))),
                fn("point").takes("value").does(a -> point(a.text(0))),
                fn("iri").takes("value").does(a -> iri(Blanks.trim(a.text(0)))),
                fn("lookup").takes("value").takes("table").does(ValueFunctions::lookup));
    }

    private static Outcome number(Arguments arguments) {
        String value = Blanks.trim(arguments.text(0));
        if (!arguments.text(1).isEmpty()
                && Arrays.asList(arguments.text(1).split("\\|")).contains(value)) {
            return Outcome.NOTHING;
        }
        String digits = value.replaceAll("(?<=[0-9])[ \\u00A0\\u202F](?=[0-9]{3}(?![0-9]))", "");
        if (INTEGER.matcher(digits).matches()) {
            return Outcome.of(Value.xsd(digits, "integer"));
        }
        if (DECIMAL.matcher(digits).matches()) {
            return Outcome.of(Value.xsd(digits.replace(',', '.'), "decimal"));
        }
        return Outcome.invalid("'%s' is not a number", "« %s » n'est pas un nombre", value);
    }

    private static Outcome date(String value) {
        try {
            Matcher french = FRENCH_DATE.matcher(value);
            if (french.matches()) {
                return day(french.group(3), french.group(2), french.group(1));
            }
            Matcher iso = ISO_DATE.matcher(value);
            if (!iso.matches()) {
                return Outcome.invalid(
                        "'%s' is not a date of the form yyyy, yyyy-mm, yyyy-mm-dd or dd/mm/yyyy",
                        "« %s » n'est pas une date de la forme aaaa, aaaa-mm, aaaa-mm-jj ou jj/mm/aaaa", value);
            }
            if (iso.group(2) == null) {
                return Outcome.of(Value.xsd(iso.group(1), "gYear"));
            }
            return iso.group(3) == null
                    ? Outcome.of(Value.xsd(
                            YearMonth.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)))
                                    .toString(),
                            "gYearMonth"))
                    : day(iso.group(1), iso.group(2), iso.group(3));
        } catch (DateTimeException e) {
            return Outcome.invalid("'%s' is not in the calendar", "« %s » n'existe pas dans le calendrier", value);
        }
    }

    private static Outcome day(String year, String month, String day) {
        LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return Outcome.of(Value.xsd(date.toString(), "date"));
    }

    private static Outcome point(String value) {
        Matcher wkt = WKT_POINT.matcher(value);
        if (wkt.matches()) {
            return point(wkt.group(1), wkt.group(2), value);
        }
        Matcher pair = LATITUDE_FIRST.matcher(value);
        if (pair.matches()) {
            return point(pair.group(2), pair.group(1), value);
        }
        Matcher longitude = JSON_LON.matcher(value);
        Matcher latitude = JSON_LAT.matcher(value);
        if (longitude.find() && latitude.find()) {
            return point(longitude.group(1), latitude.group(1), value);
        }
        return Outcome.invalid(
                "'%s' is not a point: expected 'latitude, longitude', {\"lon\":…,\"lat\":…} or POINT(longitude latitude)",
                "« %s » n'est pas un point : « latitude, longitude », {\"lon\":…,\"lat\":…} ou POINT(longitude latitude) attendu",
                value);
    }

    private static Outcome point(String longitude, String latitude, String value) {
        boolean onEarth = new BigDecimal(longitude).abs().compareTo(BigDecimal.valueOf(180)) <= 0
                && new BigDecimal(latitude).abs().compareTo(BigDecimal.valueOf(90)) <= 0;
        return onEarth
                ? Outcome.of(new Value("POINT(%s %s)".formatted(longitude, latitude), WKT))
                : Outcome.invalid(
                        "'%s' is not on Earth: latitude from -90 to 90, longitude from -180 to 180 (WGS84) expected",
                        "« %s » n'est pas sur Terre : latitude de -90 à 90, longitude de -180 à 180 (WGS84) attendues",
                        value);
    }

    private static Outcome iri(String value) {
        if (!value.toLowerCase(Locale.ROOT).matches("https?://[^/?#\\s].*")) {
            return Outcome.invalid(
                    "'%s' is not an address: it must begin with http:// or https:// and a host",
                    "« %s » n'est pas une adresse : elle doit commencer par http:// ou https:// et un hôte", value);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0 || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                return Outcome.invalid(
                        "'%s' has a character at position %d that no address may have; percent-encode or remove it",
                        "« %s » contient à la position %d un caractère interdit dans une adresse ; l'encoder ou l'enlever",
                        value,
                        i + 1);
            }
        }
        return Outcome.of(value);
    }

    private static Outcome lookup(Arguments arguments) {
        String found = arguments.table(1).get(arguments.text(0));
        return found != null
                ? Outcome.of(found)
                : Outcome.invalid(
                        "'%s' is not in the table %s",
                        "« %s » n'est pas dans la table %s", arguments.text(0), arguments.text(1));
    }
}
