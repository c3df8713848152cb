package fr.pleiade.quality.shapes;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** A datatype, and which of its texts are surely well formed: the usual ones, not all. */
final class SureDatatype {
    /** Of so many characters a double has each digit. */
    private static final int EXACT = 15;

    private static final List<SureDatatype> NUMBERS =
            List.of(of(Vocabulary.XSD + "integer"), of(Vocabulary.XSD + "decimal"));

    private final byte[] iri;
    private final String name;
    private final Predicate<QuadLine> isWellFormed;

    private SureDatatype(String iri, Predicate<QuadLine> isWellFormed) {
        this.iri = written(iri);
        this.name = iri;
        this.isWellFormed = isWellFormed;
    }

    static SureDatatype of(String iri) {
        String name = iri.startsWith(Vocabulary.XSD) ? iri.substring(Vocabulary.XSD.length()) : "";
        return new SureDatatype(
                iri,
                switch (name) {
                    case "integer" -> line -> isDigits(line, false);
                    case "decimal" -> line -> isDigits(line, true);
                    case "gYear" -> line -> isShaped(line, "dddd");
                    case "gYearMonth" -> line -> isShaped(line, "dddd-dd") && isMonth(line);
                    case "date" -> line -> isShaped(line, "dddd-dd-dd") && isMonth(line) && isDay(line);
                    case "boolean" ->
                        line -> {
                            String text = text(line);
                            return text.equals("true") || text.equals("false");
                        };
                    default -> line -> false;
                });
    }

    private static byte[] written(String iri) {
        return new Term.Iri(iri).toNTriples().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return whether a value is surely a well-formed literal of this datatype} */
    boolean isSurely(QuadLine line) {
        if (!line.isLiteral(QuadLine.OBJECT)) {
            return false;
        }
        byte last = line.bytes()[line.end(QuadLine.OBJECT) - 1];
        if (last != '>') {
            String plain = last == '"' ? Vocabulary.XSD + "string" : Vocabulary.RDF + "langString";
            return name.equals(plain);
        }
        return isOf(line, iri) && isWellFormed.test(line);
    }

    /** {@return whether a value is surely an integer or a decimal number, and not too long to be compared as a double} */
    static boolean isNumber(QuadLine line) {
        return NUMBERS.stream().anyMatch(number -> number.isSurely(line))
                && line.closingQuote() - line.start(QuadLine.OBJECT) <= EXACT;
    }

    private static boolean isOf(QuadLine line, byte[] datatype) {
        int start = line.datatypeStart();
        int length = line.end(QuadLine.OBJECT) - start;
        if (length != datatype.length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (line.bytes()[start + i] != datatype[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(QuadLine line) {
        int start = line.start(QuadLine.OBJECT) + 1;
        return new String(line.bytes(), start, line.closingQuote() - start, StandardCharsets.UTF_8);
    }

    /** {@return whether it is a sign perhaps, digits, and if there may be one a full stop and digits} */
    private static boolean isDigits(QuadLine line, boolean mayHavePoint) {
        byte[] bytes = line.bytes();
        int end = line.closingQuote();
        int at = line.start(QuadLine.OBJECT) + 1;
        at += at < end && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
        boolean isPointed = !mayHavePoint;
        boolean endsInDigit = false;
        for (int i = at; i < end; i++) {
            boolean isDigit = bytes[i] >= '0' && bytes[i] <= '9';
            if (!isDigit && (bytes[i] != '.' || isPointed || i == at)) {
                return false;
            }
            isPointed |= !isDigit;
            endsInDigit = isDigit;
        }
        return endsInDigit;
    }

    private static boolean isShaped(QuadLine line, String shape) {
        int start = line.start(QuadLine.OBJECT) + 1;
        if (line.closingQuote() - start != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            byte b = line.bytes()[start + i];
            if (shape.charAt(i) == 'd' ? b < '0' || b > '9' : b != shape.charAt(i)) {
                return false;
            }
        }
        return line.bytes()[start] != '0';
    }

    private static boolean isMonth(QuadLine line) {
        int month = number(line, 5);
        return month >= 1 && month <= 12;
    }

    /** The last days of a month are for Jena to count, but for the thirtieth. */
    private static boolean isDay(QuadLine line) {
        int day = number(line, 8);
        return day >= 1 && (day <= 28 || day <= 30 && number(line, 5) != 2);
    }

    /** {@return the number that two digits make} */
    private static int number(QuadLine line, int from) {
        int at = line.start(QuadLine.OBJECT) + 1 + from;
        return (line.bytes()[at] - '0') * 10 + line.bytes()[at + 1] - '0';
    }
}
