package fr.pleiade.mapping.datatype;

import static fr.pleiade.rdf.Vocabulary.XSD;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The datatypes that RDF recommends, and which texts are of them.
 *
 * <p>White space around a text does not count, as in XML Schema, where it collapses before anything else; so every text is a
 * {@code normalizedString} and a {@code token}. Every text is an {@code anyURI} too, by the letter of XML Schema 1.1.
 */
public enum Datatype {
    STRING("string", "text", Lexicals.ANY),
    BOOLEAN("boolean", "true, false, 1, 0", Lexicals::isBoolean),
    DECIMAL("decimal", "-12.5", Numbers::isDecimal),
    INTEGER("integer", "-12", IntegerRange.between("", "")),
    DOUBLE("double", "1.5E3, INF, NaN", Numbers::isDouble),
    FLOAT("float", "1.5E3, INF, NaN", Numbers::isDouble),

    DATE("date", "2024-02-29", Instants::isDate),
    TIME("time", "13:45:00", Instants::isTime),
    DATE_TIME("dateTime", "2024-02-29T13:45:00", Instants::isDateTime),
    DATE_TIME_STAMP("dateTimeStamp", "2024-02-29T13:45:00Z", Instants::isDateTimeStamp),
    YEAR("gYear", "2024", Instants::isYear),
    MONTH("gMonth", "--02", Instants::isMonth),
    DAY("gDay", "---29", Instants::isDay),
    YEAR_MONTH("gYearMonth", "2024-02", Instants::isYearMonth),
    MONTH_DAY("gMonthDay", "--02-29", Instants::isMonthDay),
    DURATION("duration", "P1Y2M3DT4H5M6.7S", Durations::isDuration),
    YEAR_MONTH_DURATION("yearMonthDuration", "P1Y2M", Durations::isYearMonth),
    DAY_TIME_DURATION("dayTimeDuration", "P3DT4H5M6.7S", Durations::isDayTime),

    BYTE("byte", "-128 … 127", IntegerRange.between("-128", "127")),
    SHORT("short", "-32768 … 32767", IntegerRange.between("-32768", "32767")),
    INT("int", "-2147483648 … 2147483647", IntegerRange.between("-2147483648", "2147483647")),
    LONG(
            "long",
            "-9223372036854775808 … 9223372036854775807",
            IntegerRange.between("-9223372036854775808", "9223372036854775807")),
    UNSIGNED_BYTE("unsignedByte", "0 … 255", IntegerRange.between("0", "255")),
    UNSIGNED_SHORT("unsignedShort", "0 … 65535", IntegerRange.between("0", "65535")),
    UNSIGNED_INT("unsignedInt", "0 … 4294967295", IntegerRange.between("0", "4294967295")),
    UNSIGNED_LONG("unsignedLong", "0 … 18446744073709551615", IntegerRange.between("0", "18446744073709551615")),
    POSITIVE_INTEGER("positiveInteger", "1, 2, 3 …", IntegerRange.between("1", "")),
    NON_NEGATIVE_INTEGER("nonNegativeInteger", "0, 1, 2 …", IntegerRange.between("0", "")),
    NEGATIVE_INTEGER("negativeInteger", "-1, -2, -3 …", IntegerRange.between("", "-1")),
    NON_POSITIVE_INTEGER("nonPositiveInteger", "0, -1, -2 …", IntegerRange.between("", "0")),

    HEX_BINARY("hexBinary", "0FB8", Lexicals::isHexadecimal),
    BASE64_BINARY("base64Binary", "D7g=", Lexicals::isBase64),
    ANY_URI("anyURI", "http://example.org/", Lexicals.ANY),
    LANGUAGE("language", "pt-BR", Lexicals::isLanguage),
    NORMALIZED_STRING("normalizedString", "text", Lexicals.ANY),
    TOKEN("token", "text", Lexicals.ANY),
    NMTOKEN("NMTOKEN", "a-1", Names::isToken),
    NAME("Name", "a:b", Names::isName),
    NC_NAME("NCName", "a-b", Names::isNameWithoutColon);

    private static final Map<String, Datatype> BY_IRI =
            Arrays.stream(values()).collect(Collectors.toMap(Datatype::iri, Function.identity()));

    private final String localName;
    private final String example;
    private final Lexical lexical;

    Datatype(String localName, String example, Lexical lexical) {
        this.localName = localName;
        this.example = example;
        this.lexical = lexical;
    }

    /** {@return the datatype with this IRI, if it is one of them} */
    public static Optional<Datatype> of(String iri) {
        return Optional.ofNullable(BY_IRI.get(iri));
    }

    public String iri() {
        return XSD + localName;
    }

    /** {@return how texts of the datatype are written: an example, or its range} */
    public String example() {
        return example;
    }

    /** {@return whether a slice of well-formed UTF-8 is a text of the datatype} */
    public boolean has(byte[] bytes, int from, int to) {
        return Lexicals.hasTrimmed(lexical, bytes, from, to);
    }

    /** {@return whether a text is one of the datatype's} */
    public boolean has(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return has(bytes, 0, bytes.length);
    }

    /**
     * {@return whether a text of the datatype, beyond its range, has infinity or zero for its value, as {@code 1E400} has as a double}
     *
     * @see <a href="https://www.w3.org/TR/xmlschema11-2/#f-floatPtRound">XML Schema 1.1, part 2, floating-point rounding</a>
     */
    public boolean losesValue(byte[] bytes, int from, int to) {
        return switch (this) {
            case DOUBLE ->
                Numbers.mayLoseValue(bytes, from, to) && Numbers.losesValue(bytes, from, to, Double::parseDouble);
            case FLOAT ->
                Numbers.mayLoseValue(bytes, from, to) && Numbers.losesValue(bytes, from, to, Float::parseFloat);
            default -> false;
        };
    }

    /** {@return whether a text of the datatype has more than ten decimals of a second, which Jena and the stores built on it refuse} */
    public boolean isTooFine(byte[] bytes, int from, int to) {
        return switch (this) {
            case TIME, DATE_TIME, DATE_TIME_STAMP, DURATION, DAY_TIME_DURATION -> Instants.isTooFine(bytes, from, to);
            default -> false;
        };
    }

    /** {@return whether every text is of the datatype} */
    public boolean hasEveryText() {
        return lexical == Lexicals.ANY;
    }

    /** {@return the datatype as it is written with the usual prefix} */
    @Override
    public String toString() {
        return "xsd:" + localName;
    }
}
