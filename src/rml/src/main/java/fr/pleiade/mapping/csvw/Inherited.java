package fr.pleiade.mapping.csvw;

import java.util.List;

/**
 * What a group says for its tables, a table for its columns, and a column for its cells.
 *
 * @param aboutUrl the template of subjects; no item if there is none
 * @param propertyUrl the template of properties, likewise
 * @param valueUrl the template of values, likewise
 * @param datatype what a cell holds
 * @param byDefault what stands in for an empty cell
 * @param language the language of strings, or {@code und}
 * @param nulls what means that there is no value
 * @param isOrdered whether the order of a cell's values matters
 * @param isRequired whether a cell must have a value
 * @param separator what divides a cell into values; no item if it has one alone
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#inherited-properties">CSVW metadata, section 5.7</a>
 */
record Inherited(
        List<UriTemplate> aboutUrl,
        List<UriTemplate> propertyUrl,
        List<UriTemplate> valueUrl,
        DatatypeRule datatype,
        String byDefault,
        String language,
        List<String> nulls,
        boolean isOrdered,
        boolean isRequired,
        List<String> separator) {
    static final String NO_LANGUAGE = "und";

    static final Inherited NOTHING = new Inherited(
            List.of(),
            List.of(),
            List.of(),
            DatatypeRule.STRING,
            "",
            NO_LANGUAGE,
            List.of(""),
            false,
            false,
            List.of());
}
