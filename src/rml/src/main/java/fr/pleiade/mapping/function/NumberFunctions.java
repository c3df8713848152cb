package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import fr.pleiade.mapping.bytes.Blanks;
import fr.pleiade.mapping.datatype.Datatype;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions from French notation to numbers: a decimal comma or point; groups of three digits apart by a blank, narrow or not, or by an
 * apostrophe; a minus that is a hyphen or its own sign.
 */
final class NumberFunctions {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+[.,][0-9]*|[.,][0-9]+)");

    /** What stands between groups of digits: a blank (no-break, of a figure's width, thin, narrow), an apostrophe. */
    private static final Pattern BETWEEN_GROUPS =
            Pattern.compile("(?<=[0-9])[ \\u00A0\\u2007\\u2009\\u202F'\\u2019](?=[0-9]{3}(?![0-9]))");

    private static final Pattern PERCENT = Pattern.compile("(.*[0-9.,])\\h*([%‰])");
    private static final Pattern MONEY = Pattern.compile(
            "(\\()?(?:€\\h*)?([-+\\u2212]?)\\h*(?:€\\h*)?([0-9.,].*?)\\h*(?:(k|K|M|Md|mille|million|milliard)s?\\h*(?:d'|d\\u2019|de\\h)?\\h*)?"
                    + "(?:€|EUR|euros?|Euros?|EUROS?)?(\\))?");

    private static final Map<String, Integer> ZEROS =
            Map.of("k", 3, "K", 3, "mille", 3, "M", 6, "million", 6, "Md", 9, "milliard", 9);

    private NumberFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("number").takes("value").or("", "missing").does(NumberFunctions::number),
                fn("integer").takes("value").does(a -> integer(Blanks.trim(a.text(0)))),
                fn("double").takes("value").does(a -> real(Blanks.trim(a.text(0)))),
                fn("percent").takes("value").does(a -> percent(Blanks.trim(a.text(0)))),
                fn("money").takes("value").does(a -> money(Blanks.trim(a.text(0)))));
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

    /** {@return a number without what stands between groups of three digits, its minus a hyphen} */
    private static String ungrouped(String value) {
        String plain = value.startsWith("\u2212") ? "-" + value.substring(1) : value;
        return INTEGER.matcher(plain).matches()
                ? plain
                : BETWEEN_GROUPS.matcher(plain).replaceAll("");
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

    private static Optional<BigDecimal> decimal(String value) {
        String digits = ungrouped(value);
        return INTEGER.matcher(digits).matches() || DECIMAL.matcher(digits).matches()
                ? Optional.of(new BigDecimal(digits.replace(',', '.')))
                : Optional.empty();
    }

    /** As CSVW has it: what stands before the sign, of a hundred or a thousand. */
    private static Outcome percent(String value) {
        Matcher signed = PERCENT.matcher(value);
        if (signed.matches()) {
            int places = signed.group(2).equals("%") ? 2 : 3;
            Optional<BigDecimal> number = decimal(Blanks.trim(signed.group(1)));
            if (number.isPresent()) {
                return Outcome.of(Value.xsd(number.get().movePointLeft(places).toPlainString(), "decimal"));
            }
        }
        return Outcome.invalid(
                "'%s' is not a percentage: expected a number and the sign %%, such as 12,5 %%; a number alone is a decimal",
                "« %s » n'est pas un pourcentage : un nombre et le signe %%, comme 12,5 %%, attendus ; un nombre seul est un décimal",
                value);
    }

    /** In euros; between parentheses, as accounts have it, what is to pay. */
    private static Outcome money(String value) {
        Matcher written = MONEY.matcher(value);
        if (written.matches() && (written.group(1) == null) == (written.group(5) == null)) {
            boolean isNegative = written.group(1) != null;
            boolean isSigned = !written.group(2).isEmpty();
            String unit = String.valueOf(written.group(4));
            Optional<BigDecimal> amount = isNegative && isSigned ? Optional.empty() : decimal(written.group(3));
            if (amount.isPresent()) {
                BigDecimal euros = amount.get().movePointRight(ZEROS.getOrDefault(unit, 0));
                boolean isDebt = isNegative || isSigned && !written.group(2).equals("+");
                return Outcome.of(Value.xsd((isDebt ? euros.negate() : euros).toPlainString(), "decimal"));
            }
        }
        return Outcome.invalid(
                "'%s' is not an amount in euros, such as 1 234,50 €, 12 k€ or (1 234)",
                "« %s » n'est pas un montant en euros, comme 1 234,50 €, 12 k€ ou (1 234)", value);
    }
}
