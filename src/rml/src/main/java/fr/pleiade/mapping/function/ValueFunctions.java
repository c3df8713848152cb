package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.Blanks;
import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.mapping.bytes.Kept;
import fr.pleiade.telephone.Telephone;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions from what people write to values: words of yes and no, points, addresses of the web, entries of a table. */
final class ValueFunctions {
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
    private static final String NUMBER = "([+-]?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern LATITUDE_FIRST = Pattern.compile("\\s*" + NUMBER + "\\s*[,;]\\s*" + NUMBER + "\\s*");
    private static final Pattern WKT_POINT = Pattern.compile(
            "\\s*POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_LON = Pattern.compile("\"lon(?:gitude)?\"\\s*:\\s*\"?" + NUMBER);
    private static final Pattern JSON_LAT = Pattern.compile("\"lat(?:itude)?\"\\s*:\\s*\"?" + NUMBER);

    private static final List<String> YES = List.of("oui", "o", "vrai", "v", "yes", "y", "true", "t", "1");
    private static final List<String> NO = List.of("non", "n", "faux", "f", "no", "false", "0");

    private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#]*@)?([^/?#:]+)");
    private static final Kept<String, Pattern> HOSTS = new Kept<>(ValueFunctions::hosts);

    private ValueFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("boolean").takes("value").or("", "yes").or("", "no").does(ValueFunctions::truth),
                fn("asIs").takes("value").does(a -> Outcome.of(a.text(0))),
                fn("point").takes("value").does(a -> point(a.text(0))),
                fn("iri").takes("value").does(a -> iri(Blanks.trim(a.text(0)))),
                fn("hosted").takes("value").takes("hosts").does(a -> hosted(a.text(0), a.text(1))),
                fn("telephone").takes("value").or("", "countries").does(a -> telephone(a.text(0), a.text(1))),
                fn("lookup").takes("value").takes("table").does(ValueFunctions::lookup));
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

    /** An address, of one of some hosts or below it: an account on one site is none on another. */
    private static Outcome hosted(String value, String hosts) {
        Matcher host = HOST.matcher(value);
        return host.find() && HOSTS.of(hosts).matcher(host.group(1)).matches()
                ? Outcome.of(value)
                : Outcome.invalid(
                        "'%s' is not an address on %s",
                        "« %s » n'est pas une adresse sur %s", value, hosts.replaceAll(" +", ", "));
    }

    private static Pattern hosts(String hosts) {
        String each = Stream.of(hosts.split(" +"))
                .map(host ->
                        Stream.of(host.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?:.*\\.)?(?:" + each + ")", Pattern.CASE_INSENSITIVE);
    }

    private static Outcome telephone(String value, String countries) {
        List<String> plans = countries.isEmpty() ? List.of() : List.of(countries.split(" +"));
        return Telephone.of(value, plans)
                .map(number -> Outcome.of(number.international()))
                .orElseGet(() -> Outcome.invalid(
                        "'%s' is no telephone number (%s): write it with + and the country's code, or as at home",
                        "« %s » n'est pas un numéro de téléphone (%s) : l'écrire avec + et l'indicatif, ou comme dans le pays",
                        value,
                        plans.isEmpty() ? "+…" : String.join(", ", plans)));
    }

    private static Outcome lookup(Arguments arguments) {
        return lookup(arguments.text(0), arguments.text(1), arguments.table(1));
    }

    /** {@return what a table has for a value, or that it is not there and which of those that are may have been meant} */
    static Outcome lookup(String value, String name, Tables.Table table) {
        String found = table.values().get(value);
        if (found != null) {
            return Outcome.of(found);
        }
        CodeList.Hint hint = table.keys().hint(value);
        return Outcome.invalid(
                "'%1$s' is not in the table %2$s%3$s",
                "« %1$s » n'est pas dans la table %2$s%4$s", value, name, hint.en(), hint.fr());
    }
}
