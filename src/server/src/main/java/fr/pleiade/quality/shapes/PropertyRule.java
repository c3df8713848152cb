package fr.pleiade.quality.shapes;

import fr.pleiade.quads.QuadLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one property shape asks of the values of one property, compared with bytes of N-Quads.
 *
 * <p>It is told of each value of a thing, and says whether they are surely as the shape asks; where it is not sure, Jena decides. One
 * thing at a time; not thread-safe.
 */
final class PropertyRule {
    private static final byte[] PLAIN = {};

    private int least;
    private int most = Integer.MAX_VALUE;
    private int shortest;
    private int longest = Integer.MAX_VALUE;
    private String kinds = "<\"_";
    private @Nullable Pattern pattern;
    private @Nullable SureDatatype datatype;
    private double lowest = Double.NEGATIVE_INFINITY;
    private double highest = Double.POSITIVE_INFINITY;
    private boolean isOneByLanguage;
    private final List<byte[]> among = new ArrayList<>();
    private final List<byte[]> classes = new ArrayList<>();

    private int count;
    private boolean isDoubtful;
    private final List<byte[]> languages = new ArrayList<>();

    /** Answers whether a part of the thing at hand has a class, both as they are written. */
    interface Parts {
        /** {@return whether the value is sure to be of the class, or is no part of the thing} */
        boolean isSurely(QuadLine value, byte[] type);
    }

    /**
     * Adds a constraint.
     *
     * @param name its name in SHACL, without namespace
     * @param value what it asks, as it is written in N-Triples
     * @param text the same without brackets, quotes and datatype
     * @return whether it is one that can be compared here
     */
    boolean add(String name, String value, String text) {
        switch (name) {
            case "minCount" -> least = Integer.parseInt(text);
            case "maxCount" -> most = Integer.parseInt(text);
            case "minLength" -> shortest = Integer.parseInt(text);
            case "maxLength" -> longest = Integer.parseInt(text);
            case "pattern" -> pattern = pattern == null ? Pattern.compile(text) : Pattern.compile("(?!)");
            case "datatype" -> datatype = SureDatatype.of(text);
            case "minInclusive" -> lowest = Double.parseDouble(text);
            case "maxInclusive" -> highest = Double.parseDouble(text);
            case "uniqueLang" -> isOneByLanguage = text.equals("true");
            case "class" -> classes.add(value.getBytes(StandardCharsets.UTF_8));
            case "nodeKind" -> kinds = kinds(text);
            default -> {
                return false;
            }
        }
        return least <= 1; // values that are equal and written differently would be counted twice
    }

    void allow(String value) {
        among.add(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String kinds(String kind) {
        String name = kind.substring(kind.indexOf('#') + 1);
        return (name.contains("IRI") ? "<" : "")
                + (name.contains("Literal") ? "\"" : "")
                + (name.contains("BlankNode") ? "_" : "");
    }

    /** Forgets the values of the thing before. */
    void begin() {
        count = 0;
        isDoubtful = false;
        languages.clear();
    }

    /** {@return whether the thing surely keeps the rule} */
    boolean isKept() {
        return !isDoubtful && count >= least && count <= most;
    }

    /** {@return whether the thing has no value yet} */
    boolean isFirst() {
        return count == 0;
    }

    void value(QuadLine line, Parts parts) {
        count++;
        isDoubtful = isDoubtful || !isSure(line, parts);
    }

    private boolean isSure(QuadLine line, Parts parts) {
        if (kinds.indexOf(line.bytes()[line.start(QuadLine.OBJECT)]) < 0
                || !among.isEmpty() && among.stream().noneMatch(value -> line.is(QuadLine.OBJECT, value))) {
            return false;
        }
        for (byte[] type : classes) {
            if (!line.isIri(QuadLine.OBJECT) || !parts.isSurely(line, type)) {
                return false;
            }
        }
        return (pattern == null && shortest == 0 && longest == Integer.MAX_VALUE || isSureText(line))
                && (datatype == null || datatype.isSurely(line))
                && (lowest == Double.NEGATIVE_INFINITY && highest == Double.POSITIVE_INFINITY || isSureNumber(line))
                && (!isOneByLanguage || isNewLanguage(line));
    }

    private boolean isSureText(QuadLine line) {
        int start = line.start(QuadLine.OBJECT) + 1;
        int end = line.isLiteral(QuadLine.OBJECT) ? line.closingQuote() : line.end(QuadLine.OBJECT) - 1;
        byte[] bytes = line.bytes();
        int characters = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\\') {
                return false;
            }
            characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return !line.isBlankNode(QuadLine.OBJECT)
                && characters >= shortest
                && characters <= longest
                && (pattern == null
                        || pattern.matcher(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                                .find());
    }

    private boolean isSureNumber(QuadLine line) {
        if (!SureDatatype.isNumber(line)) {
            return false;
        }
        int start = line.start(QuadLine.OBJECT) + 1;
        String text = new String(line.bytes(), start, line.closingQuote() - start, StandardCharsets.US_ASCII);
        double number = Double.parseDouble(text);
        return number >= lowest && number <= highest;
    }

    private boolean isNewLanguage(QuadLine line) {
        byte[] language = language(line);
        if (language.length == 0) {
            return true;
        }
        for (byte[] known : languages) {
            if (Arrays.equals(known, language)) {
                return false;
            }
        }
        languages.add(language);
        return true;
    }

    /** {@return the language in lower case; nothing if there is none} */
    private static byte[] language(QuadLine line) {
        int end = line.end(QuadLine.OBJECT);
        if (!line.isLiteral(QuadLine.OBJECT) || line.bytes()[end - 1] == '"' || line.bytes()[end - 1] == '>') {
            return PLAIN;
        }
        byte[] language = Arrays.copyOfRange(line.bytes(), line.closingQuote() + 2, end);
        for (int i = 0; i < language.length; i++) {
            language[i] |= 0x20;
        }
        return language;
    }
}
