package fr.pleiade.mapping.datatype;

import static fr.pleiade.rdf.Vocabulary.CSVW;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.XSD;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A datatype that has a name in CSVW.
 *
 * @param iri the datatype of its literals
 * @param kind how its texts are read
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#built-in-datatypes">CSVW metadata, section 5.11.1</a>
 */
public record Builtin(String iri, Kind kind) {
    /** How texts of a datatype are read. */
    public enum Kind {
        TEXT,
        BINARY,
        BOOLEAN,
        DECIMAL,
        DOUBLE,
        TEMPORAL,
        DURATION
    }

    /** Whose white space is kept as it is, but for normalizedString, whose line ends and tabs become blanks. */
    private static final Set<String> UNTRIMMED =
            Set.of(XSD + "string", CSVW + "JSON", RDF + "XMLLiteral", RDF + "HTML", XSD + "anyAtomicType");

    private static final Map<String, String> OTHERS = Map.of(
            "number", XSD + "double",
            "binary", XSD + "base64Binary",
            "datetime", XSD + "dateTime",
            "any", XSD + "anyAtomicType",
            "xml", RDF + "XMLLiteral",
            "html", RDF + "HTML",
            "json", CSVW + "JSON");

    private static final List<String> DECIMALS = words(
            "decimal integer long int short byte nonNegativeInteger positiveInteger unsignedLong unsignedInt unsignedShort"
                    + " unsignedByte nonPositiveInteger negativeInteger");
    private static final List<String> TEMPORALS =
            words("date dateTime dateTimeStamp time gDay gMonth gMonthDay gYear gYearMonth");
    private static final List<String> DURATIONS = words("duration dayTimeDuration yearMonthDuration");
    private static final List<String> TEXTS =
            words("string normalizedString token language Name NMTOKEN anyURI anyAtomicType QName");

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** {@return the datatype with a name} */
    public static Optional<Builtin> named(String name) {
        String iri = OTHERS.getOrDefault(name, XSD + name);
        String word = iri.startsWith(XSD) ? iri.substring(XSD.length()) : name;
        if (!iri.startsWith(XSD)) {
            return Optional.of(new Builtin(iri, Kind.TEXT));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> words(kind).contains(word))
                .findFirst()
                .map(kind -> new Builtin(iri, kind));
    }

    private static List<String> words(Kind kind) {
        return switch (kind) {
            case TEXT -> TEXTS;
            case BINARY -> List.of("base64Binary", "hexBinary");
            case BOOLEAN -> List.of("boolean");
            case DECIMAL -> DECIMALS;
            case DOUBLE -> List.of("double", "float");
            case TEMPORAL -> TEMPORALS;
            case DURATION -> DURATIONS;
        };
    }

    /** {@return whether a literal of it is a plain one} */
    public boolean isString() {
        return iri.equals(XSD + "string");
    }

    /** {@return a cell's text without the white space that does not count} */
    public String trimmed(String text) {
        if (UNTRIMMED.contains(iri)) {
            return text;
        }
        String oneLine = text.replaceAll("[\\r\\n\\t]", " ");
        return iri.equals(XSD + "normalizedString") ? oneLine : oneLine.strip().replaceAll(" +", " ");
    }

    /** {@return whether values can be compared, so that there may be a least and a greatest one} */
    public boolean isComparable() {
        return kind != Kind.TEXT && kind != Kind.BINARY && kind != Kind.BOOLEAN;
    }

    /** {@return whether values have a length} */
    public boolean hasLength() {
        return kind == Kind.TEXT || kind == Kind.BINARY;
    }
}
