package fr.pleiade.sparql.function;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.jena.sparql.expr.NodeValue;

/** How many digits numbers have: work on them grows with the square of that. */
public final class Digits {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** Those whose value has no bound. */
    private static final Set<String> WITHOUT_END = Set.of(
            XSD + "integer",
            XSD + "decimal",
            XSD + "nonNegativeInteger",
            XSD + "positiveInteger",
            XSD + "nonPositiveInteger",
            XSD + "negativeInteger");

    /** Those whose type bounds their value, though not the zeros in front of it. */
    private static final Set<String> BOUNDED =
            Set.of("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte");

    private Digits() {}

    /** Refuses a text of too many digits where it is read as a number. */
    static void requireShort(String text, String type) {
        if (isNumber(type)) {
            Budget.requireDigits(text.length());
        }
    }

    /** {@return whether it is the type of a number, of which a text is read digit by digit} */
    public static boolean isNumber(String type) {
        return WITHOUT_END.contains(type) || (type.startsWith(XSD) && BOUNDED.contains(type.substring(XSD.length())));
    }

    /** {@return the digits before and after the point; 0 for what is not an integer or a decimal} */
    static long of(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength() * 3L / 10 + 1; // log10(2) is 0.301
        }
        if (value.isDecimal()) {
            BigDecimal number = value.getDecimal();
            return number.unscaledValue().bitLength() * 3L / 10 + 1 + Math.abs((long) number.scale());
        }
        return 0;
    }
}
