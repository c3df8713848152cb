package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.EDTF;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values as people write them in a language: {@code 19 986}, {@code 30 avril 2023}, {@code oui}. */
public final class Written {
    private static final Set<String> NUMBERS = Set.of(
            "integer",
            "decimal",
            "long",
            "int",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "unsignedInt");
    private static final Map<String, Text> TRUTHS = Map.of(
            "true",
            new Text("yes", "oui"),
            "1",
            new Text("yes", "oui"),
            "false",
            new Text("no", "non"),
            "0",
            new Text("no", "non"));
    private static final int MOST_DECIMALS = 10;
    private static final Pattern SHORT_NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1," + MOST_DECIMALS + "})?");
    private static final String FIRST = "1 ";
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    static final String PER_CENT = "%";

    /** As many digits of a number as are looked at. */
    private static final int DIGITS = 3;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Written() {}

    /** {@return the literal as people write it; what is malformed, or of a type with no writing of its own, as it stands} */
    public static String of(Term.Literal literal, Locale locale) {
        if (literal.datatype().equals(EDTF)) {
            return interval(literal.lexical(), locale);
        }
        if (!literal.datatype().startsWith(XSD)) {
            return literal.lexical();
        }
        String type = literal.datatype().substring(XSD.length());
        try {
            return of(type, literal.lexical().strip(), locale);
        } catch (DateTimeException malformed) {
            return literal.lexical();
        }
    }

    /** {@return an interval of two days as {@code 2021-2022} where it is a year that begins in one and ends in the next} */
    private static String interval(String lexical, Locale locale) {
        String[] ends = lexical.split("/", -1);
        try {
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            boolean isYear = ends.length == 2 && first.plusYears(1).minusDays(1).equals(last);
            return isYear && first.getYear() < last.getYear()
                    ? first.getYear() + "-" + last.getYear()
                    : day(first, locale) + " – " + day(last, locale);
        } catch (DateTimeException other) {
            return lexical;
        }
    }

    private static String of(String type, String lexical, Locale locale) {
        if (NUMBERS.contains(type)) {
            return SHORT_NUMBER.matcher(lexical).matches() ? number(new BigDecimal(lexical), locale) : lexical;
        }
        return switch (type) {
            case "boolean" ->
                TRUTHS.getOrDefault(lexical, new Text(lexical, lexical)).in(locale);
            case "date" -> day(LocalDate.parse(lexical.substring(0, Math.min(10, lexical.length()))), locale);
            case "dateTime" ->
                day(
                        lexical.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                                ? OffsetDateTime.parse(lexical)
                                        .atZoneSameInstant(ZoneOffset.UTC)
                                        .toLocalDate()
                                : LocalDate.parse(lexical.substring(0, lexical.indexOf('T'))),
                        locale);
            case "gYearMonth" -> YearMonth.parse(lexical).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
            default -> lexical;
        };
    }

    /** {@return a number in groups of three digits, with the language's decimal sign} */
    public static String number(Number number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }

    /**
     * {@return a number to be looked at, such as {@code 87,3}, {@code 19 986} or {@code 1,23 Md}: three digits, but all of a whole number
     * below a million}
     */
    public static String brief(BigDecimal number, Locale locale) {
        int whole = number.precision() - number.scale();
        BigDecimal rounded = number.setScale(
                Math.min(Math.max(number.scale(), 0), Math.max(0, DIGITS - whole)), RoundingMode.HALF_UP);
        if (rounded.abs().compareTo(MILLION) < 0) {
            return number(rounded, locale);
        }
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(DIGITS - 1);
        BigDecimal digits = number.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        return format.format(digits.doubleValue()); // of a BigDecimal it would keep as many decimals as that has
    }

    /**
     * {@return a written number with its unit: {@code 45 %}, {@code 12 jours}, {@code €1.2B}}
     *
     * @param unit a symbol or a word; {@code ""} for plain counts
     */
    public static String with(String unit, String number, Locale locale) {
        boolean isFrench = isFrench(locale);
        if (unit.isEmpty()) {
            return number;
        }
        if (unit.equals(PER_CENT)) {
            return isFrench ? number + NARROW_NO_BREAK_SPACE + unit : number + unit;
        }
        if (!isFrench && Character.getType(unit.codePointAt(0)) == Character.CURRENCY_SYMBOL) {
            return number.startsWith("-") ? "-" + unit + number.substring(1) : unit + number;
        }
        return number + NO_BREAK_SPACE + unit;
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    /** {@return the size of a file in thousands or millions of bytes} */
    public static String bytes(long bytes, Locale locale) {
        String letter = isFrench(locale) ? "o" : "B";
        return bytes < 1_000_000
                ? with("k" + letter, number(Math.max(1, Math.round(bytes / 1e3)), locale), locale)
                : with("M" + letter, number(Math.round(bytes / 1e5) / 10.0, locale), locale);
    }

    /** {@return a name with a capital at its beginning} */
    public static String capital(String name, Locale locale) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** {@return a day in words, such as {@code 1er mars 2024}} */
    public static String day(LocalDate day, Locale locale) {
        String words = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
        boolean isFirst = isFrench(locale) && words.startsWith(FIRST);
        return isFirst ? "1er " + words.substring(FIRST.length()) : words;
    }
}
