package fr.pleiade.web.sparql.build;

import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.sparql.build.Held.HeldProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as SPARQL says it.
 *
 * @param property which the thing has, or has not
 * @param operator how its values compare
 * @param value with what, as it was typed and stripped
 */
record Condition(HeldProperty property, Operator operator, String value) {
    private static final Set<String> NUMBERS = Set.of(
            "integer",
            "decimal",
            "double",
            "float",
            "int",
            "long",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort",
            "unsignedByte");
    private static final Map<String, String> TRUTHS = Map.of(
            "true", "true", "oui", "true", "yes", "true", "vrai", "true", "1", "true", "false", "false", "non", "false",
            "no", "false", "faux", "false");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** What the values of a property are, as far as comparing them goes. */
    private enum Kind {
        THING,
        TEXT,
        NUMBER,
        TRUTH,
        DAY,
        MOMENT,
        YEAR
    }

    private Kind kind() {
        String type = property.datatype().orElse("");
        if (type.isEmpty()) {
            return Kind.THING;
        }
        if (!type.startsWith(Vocabulary.XSD)) {
            return Kind.TEXT;
        }
        String name = type.substring(Vocabulary.XSD.length());
        return switch (name) {
            case "boolean" -> Kind.TRUTH;
            case "date" -> Kind.DAY;
            case "dateTime" -> Kind.MOMENT;
            case "gYear" -> Kind.YEAR;
            default -> NUMBERS.contains(name) ? Kind.NUMBER : Kind.TEXT;
        };
    }

    /** {@return what is wrong with what was typed, as the last part of a sentence's key: {@code number}, {@code day}…; else nothing} */
    Optional<String> fault() {
        if (!operator.isOfValue()) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of("value");
        }
        boolean isExact = operator == Operator.IS || operator.isOfOrder();
        return switch (kind()) {
            case NUMBER -> isExact && number().isEmpty() ? Optional.of("number") : Optional.empty();
            case DAY, MOMENT ->
                operator.isOfOrder() && day().isEmpty() || operator == Operator.IS && date().isEmpty()
                        ? Optional.of("day")
                        : Optional.empty();
            case YEAR -> isExact && !YEAR.matcher(value).matches() ? Optional.of("year") : Optional.empty();
            case TRUTH ->
                operator.isOfOrder()
                        ? Optional.of("order")
                        : operator == Operator.IS && truth().isEmpty() ? Optional.of("truth") : Optional.empty();
            case THING, TEXT -> operator.isOfOrder() ? Optional.of("order") : Optional.empty();
        };
    }

    /** {@return the number as SPARQL writes it; groups of three and a decimal comma are understood} */
    private Optional<String> number() {
        String plain = value.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain).toPlainString()) : Optional.empty();
    }

    private Optional<String> truth() {
        return Optional.ofNullable(TRUTHS.get(value.toLowerCase(Locale.ROOT)));
    }

    /** {@return the day, of a year its first or its last} */
    private Optional<String> day() {
        if (YEAR.matcher(value).matches()) {
            return Optional.of(value + (operator == Operator.MOST ? "-12-31" : "-01-01"));
        }
        if (MONTH.matcher(value).matches()) {
            LocalDate first = LocalDate.parse(value + "-01");
            return Optional.of(
                    (operator == Operator.MOST ? first.withDayOfMonth(first.lengthOfMonth()) : first).toString());
        }
        Matcher iso = DAY.matcher(value);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH_DAY.matcher(value);
        return french.matches() ? day(french.group(3), french.group(2), french.group(1)) : Optional.empty();
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return what a date begins with that is that day, month or year} */
    private Optional<String> date() {
        boolean isPart = YEAR.matcher(value).matches() || MONTH.matcher(value).matches();
        return isPart ? Optional.of(value) : day();
    }

    /**
     * {@return the condition on a variable that has a value of the property, without the property's own pattern}
     *
     * @param variable with its question mark
     * @param naming the alternatives of a path that leads from things to their names
     */
    String filter(String variable, String naming) {
        String text = Term.Literal.of(straight(value.toLowerCase(Locale.ROOT))).toNTriples();
        return switch (kind()) {
            case THING ->
                isAddress()
                        ? "FILTER(%s = %s)".formatted(variable, new Term.Iri(value).toNTriples())
                        : "FILTER EXISTS { %s %s %s_name %s }"
                                .formatted(variable, naming, variable, text(variable + "_name", text));
            case NUMBER -> exact(variable, variable, number().orElse(text), text);
            case TRUTH ->
                truth().map(truth -> "FILTER(%s = %s)".formatted(variable, truth))
                        .orElseGet(() -> text(variable, text));
            case YEAR -> exact(variable, "STR(" + variable + ")", text, text);
            case DAY, MOMENT -> operator.isOfOrder() ? ordered(variable) : dated(variable, text);
            case TEXT -> text(variable, text);
        };
    }

    private boolean isAddress() {
        return operator == Operator.IS && value.matches("https?://[^\\s<>\"{}|\\\\^`]+");
    }

    private String exact(String variable, String compared, String constant, String text) {
        return switch (operator) {
            case IS -> "FILTER(%s = %s)".formatted(compared, constant);
            case LEAST -> "FILTER(%s >= %s)".formatted(compared, constant);
            case MOST -> "FILTER(%s <= %s)".formatted(compared, constant);
            default -> text(variable, text);
        };
    }

    /** Of a moment its day is compared, so that one has not to know the time zone. */
    private String ordered(String variable) {
        String day = Term.Literal.of(day().orElse(value)).toNTriples();
        String sign = operator == Operator.LEAST ? ">=" : "<=";
        return "FILTER(SUBSTR(STR(%s), 1, 10) %s %s)".formatted(variable, sign, day);
    }

    private String dated(String variable, String text) {
        return operator == Operator.IS
                ? "FILTER(STRSTARTS(STR(%s), %s))"
                        .formatted(
                                variable, Term.Literal.of(date().orElse(value)).toNTriples())
                : text(variable, text);
    }

    /** {@return a text with one of the two apostrophes alone} */
    private static String straight(String text) {
        return text.replace('\u2019', '\'');
    }

    private String text(String variable, String text) {
        String lower = "LCASE(STR(" + variable + "))";
        String said = straight(value).contains("'") ? "REPLACE(%s, \"\u2019\", \"'\")".formatted(lower) : lower;
        return switch (operator) {
            case HAS -> "FILTER(CONTAINS(%s, %s))".formatted(said, text);
            case BEGINS -> "FILTER(STRSTARTS(%s, %s))".formatted(said, text);
            default -> "FILTER(%s = %s)".formatted(said, text);
        };
    }
}
