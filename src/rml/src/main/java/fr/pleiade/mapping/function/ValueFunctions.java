package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.mapping.bytes.Kept;
import fr.pleiade.mapping.datatype.Builtin;
import fr.pleiade.mapping.datatype.Datatype;
import fr.pleiade.mapping.datatype.Format;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions from French notations, and from formats of CSVW, to typed values: numbers, words of yes and no, points, addresses of the web,
 * entries of a table.
 *
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#parsing-cells">Tabular data model, section 6.4</a>
 */
final class ValueFunctions {
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+[.,][0-9]*|[.,][0-9]+)");
    private static final String NUMBER = "([+-]?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern LATITUDE_FIRST = Pattern.compile("\\s*" + NUMBER + "\\s*[,;]\\s*" + NUMBER + "\\s*");
    private static final Pattern WKT_POINT = Pattern.compile(
            "\\s*POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_LON = Pattern.compile("\"lon(?:gitude)?\"\\s*:\\s*\"?" + NUMBER);
    private static final Pattern JSON_LAT = Pattern.compile("\"lat(?:itude)?\"\\s*:\\s*\"?" + NUMBER);

    private static final List<String> YES = List.of("oui", "o", "vrai", "v", "yes", "y", "true", "t", "1");
    private static final List<String> NO = List.of("non", "n", "faux", "f", "no", "false", "0");

    private static final Kept<List<String>, Reading> READINGS = new Kept<>(Reading::of);

    private ValueFunctions() {}

    /** How texts of a datatype are read. */
    private record Reading(Builtin builtin, Format format) {
        /** @throws IllegalArgumentException if the datatype or the format is none */
        static Reading of(List<String> said) {
            Builtin builtin = Builtin.named(said.get(0))
                    .orElseThrow(() ->
                            new IllegalArgumentException("'%s' is not a datatype of CSVW".formatted(said.get(0))));
            return new Reading(builtin, Format.of(builtin, said.get(1), said.get(2), said.get(3)));
        }
    }

    static List<Function> all() {
        return List.of(
                fn("number").takes("value").or("", "missing").does(ValueFunctions::number),
                fn("integer").takes("value").does(a -> integer(Blanks.trim(a.text(0)))),
                fn("double").takes("value").does(a -> real(Blanks.trim(a.text(0)))),
                fn("boolean").takes("value").or("", "yes").or("", "no").does(ValueFunctions::truth),
                fn("asIs").takes("value").does(a -> Outcome.of(a.text(0))),
                fn("formatted")
                        .takes("value")
                        .takes("datatype")
                        .or("", "format")
                        .or(".", "decimal")
                        .or("", "group")
                        .does(ValueFunctions::formatted),
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
        String digits = ungrouped(value);
        if (INTEGER.matcher(digits).matches()) {
            return Outcome.of(Value.xsd(digits, "integer"));
        }
        if (DECIMAL.matcher(digits).matches()) {
            return Outcome.of(Value.xsd(digits.replace(',', '.'), "decimal"));
        }
        return Outcome.invalid("'%s' is not a number", "« %s » n'est pas un nombre", value);
    }

    /** {@return a number without the blanks between groups of three digits} */
    private static String ungrouped(String value) {
        return value.replaceAll("(?<=[0-9])[ \\u00A0\\u202F](?=[0-9]{3}(?![0-9]))", "");
    }

    /** Spreadsheets write whole numbers with decimals that are all zero. */
    private static Outcome integer(String value) {
        String digits = ungrouped(value).replaceFirst("(?<=[0-9])[.,]0+$", "");
        return INTEGER.matcher(digits).matches()
                ? Outcome.of(Value.xsd(digits, "integer"))
                : Outcome.invalid("'%s' is not a whole number", "« %s » n'est pas un nombre entier", value);
    }

    private static Outcome real(String value) {
        String number = ungrouped(value).replaceFirst("^([^,.]*),([^,.]*)$", "$1.$2");
        return Datatype.DOUBLE.has(number)
                ? Outcome.of(Value.xsd(number, "double"))
                : Outcome.invalid("'%s' is not a number", "« %s » n'est pas un nombre", value);
    }

    private static Outcome truth(Arguments arguments) {
        String value = Blanks.trim(arguments.text(0));
        boolean declared = !(arguments.text(1) + arguments.text(2)).isEmpty();
        List<String> yes = declared ? words(arguments.text(1)) : YES;
        List<String> no = declared ? words(arguments.text(2)) : NO;
        String word = declared ? value : value.toLowerCase(Locale.ROOT);
        if (yes.contains(word) != no.contains(word)) {
            return Outcome.of(yes.contains(word));
        }
        return Outcome.invalid(
                "'%s' says neither yes (%s) nor no (%s)",
                "« %s » ne dit ni oui (%s) ni non (%s)", value, String.join(", ", yes), String.join(", ", no));
    }

    private static List<String> words(String between) {
        return Arrays.asList(between.split("\\|", -1));
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
        Map<String, String> table = arguments.table(1);
        String found = table.get(arguments.text(0));
        return found != null ? Outcome.of(found) : notInTable(arguments.text(0), arguments.text(1), table);
    }

    /** {@return that a value is not in a table, and which of those that are there may have been meant} */
    static Outcome notInTable(String value, String name, Map<String, String> table) {
        CodeList.Hint hint = CodeList.hint(value, table.keySet());
        return Outcome.invalid(
                "'%1$s' is not in the table %2$s%3$s",
                "« %1$s » n'est pas dans la table %2$s%4$s", value, name, hint.en(), hint.fr());
    }

    private static Outcome formatted(Arguments arguments) {
        List<String> said = List.of(arguments.text(1), arguments.text(2), arguments.text(3), arguments.text(4));
        try {
            return formatted(READINGS.of(said), arguments.text(0), said);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Outcome.invalid("%s", "%s", why);
        }
    }

    private static Outcome formatted(Reading reading, String value, List<String> said) {
        Builtin builtin = reading.builtin();
        Optional<String> lexical = reading.format()
                .lexical(builtin.trimmed(value))
                .filter(text -> Datatype.of(builtin.iri())
                        .map(datatype -> datatype.has(text))
                        .orElse(true));
        return lexical.map(text -> Outcome.of(builtin.isString() ? Value.of(text) : new Value(text, builtin.iri())))
                .orElseGet(() -> Outcome.invalid(
                        "'%s' is not of the datatype %s in the format '%s'",
                        "« %s » n'est pas du type %s au format « %s »", value, said.get(0), said.get(1)));
    }
}
