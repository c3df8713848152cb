package fr.pleiade.mapping.function;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The functions that the RML community's test cases call by the names of IDLab. */
final class IdlabFunctions {
    static final String IDLAB = "https://w3id.org/imec/idlab/function#";
    private static final String GREL = GrelFunctions.GREL;

    /** The predicates of parameters and results, each the name without its underscore. */
    static final List<String> PARAMETERS = List.of(
            "str",
            "strBoolean",
            "otherStr",
            "expectedStr",
            "result",
            "delimiter",
            "list",
            "listOut",
            "stringOut",
            "strDate",
            "pattern",
            "lang",
            "inputFile",
            "fromColumn",
            "toColumn");

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "xml", "application/xml",
            "nt", "application/n-triples",
            "ttl", "text/turtle",
            "nq", "application/n-quads",
            "sql", "application/sql");

    private static final String[] VALUE = {"str", GREL + "valueParam"};
    private static final String[] OTHER = {"otherStr", GREL + "valueParam2", GREL + "param_rep_b"};

    private IdlabFunctions() {}

    static List<Function> all() {
        return List.of(
                idlab("alwaysReturnsABC").does(a -> Outcome.of("ABC")),
                idlab("toUpperCaseURL").takes(VALUE).does(a -> Outcome.of(upperCaseUrl(a.text(0)))),
                idlab("trueCondition")
                        .takesNullable("strBoolean", "_bool")
                        .takes(VALUE)
                        .does(a -> a.text(0).equals("true") ? Outcome.of(a.text(1)) : Outcome.NOTHING),
                condition("equal")
                        .takesNullable(VALUE)
                        .takesNullable(OTHER)
                        .does(a -> Outcome.of(NullFunctions.equal(a))),
                condition("notEqual")
                        .takesNullable(VALUE)
                        .takesNullable(OTHER)
                        .does(a -> Outcome.of(!NullFunctions.equal(a))),
                condition("isNull").takesNullable(VALUE).does(a -> Outcome.of(a.isAbsent(0))),
                condition("isNotNull").takesNullable(VALUE).does(a -> Outcome.of(!a.isAbsent(0))),
                condition("stringContainsOtherString")
                        .takes(VALUE)
                        .takes(OTHER)
                        .takes("delimiter")
                        .does(a -> Outcome.of(List.of(a.text(0).split(Pattern.quote(a.text(2)), -1))
                                .contains(a.text(1)))),
                condition("listContainsElement")
                        .takesList("list")
                        .takes(VALUE)
                        .does(a -> Outcome.of(a.list(0).contains(a.text(1)))),
                condition("inRange")
                        .takes("_test")
                        .or("", "_from")
                        .or("", "_to")
                        .does(IdlabFunctions::inRange),
                idlab("getMIMEType").takes(VALUE).does(a -> mediaType(a.text(0))),
                idlab("decide")
                        .takesNullable(VALUE)
                        .takes("expectedStr")
                        .takes("result")
                        .does(a -> NullFunctions.equal(a) ? Outcome.of(a.text(2)) : Outcome.NOTHING),
                idlab("concat")
                        .takes(VALUE)
                        .takes(OTHER)
                        .or("", "delimiter")
                        .does(a -> Outcome.of(a.text(0) + a.text(2) + a.text(1))),
                idlab("slugify").takes(VALUE).does(a -> Slug.of(a.text(0))),
                date("normalizeDate").does(a -> date(a, "en")),
                date("normalizeDateWithLang").takes("lang").does(a -> date(a, a.text(2))),
                date("normalizeDateTime").does(a -> dateTime(a, "en")),
                date("normalizeDateTimeWithLang").takes("lang").does(a -> dateTime(a, a.text(2))),
                lookup("lookup").does(a -> lookup(a, ",")),
                lookup("lookupWithDelimiter").takes("delimiter").does(a -> lookup(a, a.text(4))));
    }

    private static Signature idlab(String name) {
        return Signature.in(IDLAB, name).returns("_stringOut", "_stringOutput", GREL + "stringOut");
    }

    private static Signature condition(String name) {
        return Signature.in(IDLAB, name).returns("_boolOut", "_stringOut", GREL + "output_bool", GREL + "stringOut");
    }

    private static Signature date(String name) {
        return idlab(name).takes("strDate").takes("pattern");
    }

    private static Signature lookup(String name) {
        return idlab(name).takes(VALUE).takes("inputFile").takes("fromColumn").takes("toColumn");
    }

    private static Outcome inRange(Arguments arguments) {
        List<String> given = arguments.values().stream()
                .map(value -> value.get(0))
                .filter(value -> !value.isEmpty())
                .toList();
        return Numbers.of(given, numbers -> {
            boolean hasFrom = !arguments.text(1).isEmpty();
            boolean hasTo = !arguments.text(2).isEmpty();
            BigDecimal number = numbers.get(0);
            return Outcome.of((!hasFrom || number.compareTo(numbers.get(1)) >= 0)
                    && (!hasTo || number.compareTo(numbers.get(numbers.size() - 1)) < 0));
        });
    }

    private static Outcome mediaType(String fileName) {
        String suffix = fileName.substring(fileName.lastIndexOf('.') + 1);
        return Optional.ofNullable(MEDIA_TYPES.get(suffix)).map(Outcome::of).orElse(Outcome.NOTHING);
    }

    private static Outcome date(Arguments arguments, String language) {
        String text = arguments.text(0);
        return Dates.parsed(
                text,
                arguments.text(1),
                language,
                formatter -> Outcome.of(LocalDate.parse(text, formatter).toString()));
    }

    private static Outcome dateTime(Arguments arguments, String language) {
        String text = arguments.text(0);
        return Dates.parsed(
                text,
                arguments.text(1),
                language,
                formatter ->
                        Outcome.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(text, formatter))));
    }

    private static Outcome lookup(Arguments arguments, String delimiter) {
        return Numbers.of(List.of(arguments.text(2), arguments.text(3)), columns -> {
            Tables.Columns table = new Tables.Columns(
                    arguments.text(1), columns.get(0).intValue(), columns.get(1).intValue(), delimiter, false);
            return ValueFunctions.lookup(
                    arguments.text(0), arguments.text(1), arguments.tables().table(table));
        });
    }

    private static String upperCaseUrl(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return upper.startsWith("HTTP") ? upper : "http://" + upper;
    }
}
