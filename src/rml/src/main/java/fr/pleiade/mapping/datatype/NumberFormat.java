package fr.pleiade.mapping.datatype;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with signs for decimals and groups, and perhaps a pattern: {@code #,##0.00}.
 *
 * @param decimal what stands before the decimals
 * @param group what stands between groups of digits; {@code ""} for nothing
 * @param isExponential whether numbers may have an exponent, or be infinite
 * @param shape the pattern's parts; no item if there is none
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#formats-for-numeric-types">Tabular data model, section 6.4.2</a>
 */
public record NumberFormat(String decimal, String group, boolean isExponential, List<Shape> shape) implements Format {
    private static final Pattern WRITTEN = Pattern.compile("([+-]?)([^eE%‰]*)(?:[eE]([+-]?[0-9]+))?([%‰]?)");
    private static final Pattern SHAPE =
            Pattern.compile("[+-]?[%‰]?(?=[#0])([#0,]*)(?:\\.([#0,]*))?(?:E([+-]?)([#0]+))?[%‰]?");

    /** How many digits a pattern wants, and in which groups: a size of 0 is no groups. */
    public record Shape(
            int fewestDigits,
            int firstGroup,
            int otherGroups,
            int fewestDecimals,
            int mostDecimals,
            int decimalGroup) {}

    /** @throws IllegalArgumentException if the pattern is none */
    public static NumberFormat parse(String pattern, String decimal, String group, boolean isExponential) {
        if (pattern.isEmpty()) {
            return new NumberFormat(decimal, group, isExponential, List.of());
        }
        Matcher matcher = SHAPE.matcher(pattern);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is not a pattern of numbers, such as #,##0.00".formatted(pattern));
        }
        String[] groups = matcher.group(1).split(",", -1);
        int last = groups[groups.length - 1].length();
        int firstGroup = groups.length == 1 ? 0 : last;
        int otherGroups = groups.length > 2 ? groups[groups.length - 2].length() : firstGroup;
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        String digits = decimals.replace(",", "");
        Shape shape = new Shape(
                zeros(matcher.group(1)),
                firstGroup,
                otherGroups,
                zeros(digits),
                digits.length(),
                decimals.contains(",") ? decimals.indexOf(',') : 0);
        return new NumberFormat(decimal, group.isEmpty() ? "," : group, isExponential, List.of(shape));
    }

    private static int zeros(String text) {
        return (int) text.chars().filter(c -> c == '0').count();
    }

    @Override
    public Optional<String> lexical(String text) {
        if (isExponential && List.of("NaN", "INF", "-INF").contains(text)) {
            return Optional.of(text);
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || written.group(3) != null && !isExponential) {
            return Optional.empty();
        }
        int mark = written.group(2).indexOf(decimal);
        String whole = mark < 0 ? written.group(2) : written.group(2).substring(0, mark);
        String decimals = mark < 0 ? "" : written.group(2).substring(mark + decimal.length());
        boolean isOfShape = shape.isEmpty()
                ? isLoose(whole) && (mark < 0 || decimals.matches("[0-9]*"))
                : isOf(shape.get(0), whole, decimals);
        if (!isOfShape || (whole + decimals).isEmpty()) {
            return Optional.empty();
        }
        String plain = written.group(1) + ungrouped(whole) + (mark < 0 ? "" : "." + ungrouped(decimals));
        String exponent = written.group(3) == null ? "" : "e" + written.group(3);
        return Optional.of(scaled(plain, written.group(4)) + exponent);
    }

    private static String scaled(String number, String sign) {
        if (sign.isEmpty()) {
            return number;
        }
        return new BigDecimal(number).movePointLeft(sign.equals("%") ? 2 : 3).toPlainString();
    }

    private String ungrouped(String digits) {
        return group.isEmpty() ? digits : digits.replace(group, "");
    }

    /** Without a pattern groups may have any size, but none is empty. */
    private boolean isLoose(String whole) {
        return group.isEmpty()
                ? whole.matches("[0-9]*")
                : whole.matches("([0-9]+(" + Pattern.quote(group) + "[0-9]+)*)?");
    }

    private boolean isOf(Shape pattern, String whole, String decimals) {
        String digits = ungrouped(whole);
        String fraction = ungrouped(decimals);
        return digits.matches("[0-9]*")
                && fraction.matches("[0-9]*")
                && digits.length() >= pattern.fewestDigits()
                && fraction.length() >= pattern.fewestDecimals()
                && fraction.length() <= pattern.mostDecimals()
                && whole.equals(grouped(digits, pattern))
                && decimals.equals(groupedDecimals(fraction, pattern.decimalGroup()));
    }

    private String grouped(String digits, Shape pattern) {
        int size = pattern.firstGroup();
        if (size == 0 || digits.length() <= size) {
            return digits;
        }
        StringBuilder text = new StringBuilder(digits.substring(digits.length() - size));
        int end = digits.length() - size;
        int others = Math.max(1, pattern.otherGroups());
        while (end > 0) {
            int start = Math.max(0, end - others);
            text.insert(0, digits.substring(start, end) + group);
            end = start;
        }
        return text.toString();
    }

    private String groupedDecimals(String digits, int size) {
        if (size == 0) {
            return digits;
        }
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < digits.length(); start += size) {
            text.append(start == 0 ? "" : group).append(digits, start, Math.min(digits.length(), start + size));
        }
        return text.toString();
    }
}
