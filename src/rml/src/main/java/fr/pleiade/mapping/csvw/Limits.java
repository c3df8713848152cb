package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.datatype.Builtin;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;

/**
 * How long, how small and how great the values of a datatype may be.
 *
 * @param lengths the numbers of {@code length}, {@code minLength} and {@code maxLength}, as far as there are any
 * @param bounds the lexical forms of {@code minInclusive}, {@code maxInclusive}, {@code minExclusive} and {@code maxExclusive}, likewise
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#datatypes">Tabular data model, section 4.6</a>
 */
record Limits(Map<String, Integer> lengths, Map<String, String> bounds) {
    static final Limits NONE = new Limits(Map.of(), Map.of());
    private static final DatatypeFactory XML = factory();

    Limits {
        lengths = Map.copyOf(lengths);
        bounds = Map.copyOf(bounds);
    }

    private static DatatypeFactory factory() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what contradicts itself or cannot be said of the datatype; {@code ""} if nothing does} */
    String contradiction(Builtin base) {
        if (!lengths.isEmpty() && !base.hasLength()) {
            return "values of this datatype have no length";
        }
        if (!bounds.isEmpty() && !base.isComparable()) {
            return "values of this datatype cannot be compared, so there is neither a least nor a greatest one";
        }
        int exact = lengths.getOrDefault("length", -1);
        int least = lengths.getOrDefault("minLength", 0);
        int most = lengths.getOrDefault("maxLength", Integer.MAX_VALUE);
        if (least > most || exact >= 0 && (exact < least || exact > most)) {
            return "the lengths contradict one another";
        }
        for (String side : List.of("min", "max")) {
            if (bounds.containsKey(side + "Inclusive") && bounds.containsKey(side + "Exclusive")) {
                return "%1$sInclusive and %1$sExclusive cannot both be given".formatted(side);
            }
        }
        return contradictoryBounds(base);
    }

    private String contradictoryBounds(Builtin base) {
        Map<String, String> sorted = new TreeMap<>(bounds);
        for (String low : sorted.keySet()) {
            for (String high : sorted.keySet()) {
                if (low.startsWith("min") && high.startsWith("max")) {
                    int order = compare(sorted.get(low), sorted.get(high), base);
                    boolean mayBeEqual = low.endsWith("Inclusive") == high.endsWith("Inclusive");
                    if (order > 0 || order == 0 && !mayBeEqual) {
                        return "%s is greater than %s".formatted(low, high);
                    }
                }
            }
        }
        return "";
    }

    /** {@return what is wrong with a value; {@code ""} if nothing is} */
    String problem(String lexical, Builtin base) {
        if (!lengths.isEmpty()) {
            int length = length(lexical, base);
            int exact = lengths.getOrDefault("length", length);
            if (length != exact
                    || length < lengths.getOrDefault("minLength", 0)
                    || length > lengths.getOrDefault("maxLength", Integer.MAX_VALUE)) {
                return "its length is " + length;
            }
        }
        for (Map.Entry<String, String> bound : new TreeMap<>(bounds).entrySet()) {
            int order = compare(lexical, bound.getValue(), base);
            boolean isWithin = bound.getKey().startsWith("min") ? order > 0 : order < 0;
            if (!isWithin && !(order == 0 && bound.getKey().endsWith("Inclusive"))) {
                return "%s is %s".formatted(bound.getKey(), bound.getValue());
            }
        }
        return "";
    }

    private static int length(String lexical, Builtin base) {
        if (base.kind() != Builtin.Kind.BINARY) {
            return lexical.codePointCount(0, lexical.length());
        }
        return base.iri().endsWith("hexBinary")
                ? lexical.length() / 2
                : Base64.getMimeDecoder().decode(lexical).length;
    }

    /** {@return the order of two lexical forms; those that cannot be compared, such as NaN, are not within any bound} */
    private static int compare(String left, String right, Builtin base) {
        try {
            return switch (base.kind()) {
                case DECIMAL -> new BigDecimal(left).compareTo(new BigDecimal(right));
                case DOUBLE -> Double.compare(number(left), number(right));
                case DURATION -> ordered(XML.newDuration(left).compare(XML.newDuration(right)));
                default -> ordered(XML.newXMLGregorianCalendar(left).compare(XML.newXMLGregorianCalendar(right)));
            };
        } catch (IllegalArgumentException e) {
            return left.compareTo(right);
        }
    }

    private static double number(String lexical) {
        return Double.parseDouble(lexical.replace("INF", "Infinity"));
    }

    private static int ordered(int result) {
        return result == DatatypeConstants.INDETERMINATE ? 0 : result;
    }
}
