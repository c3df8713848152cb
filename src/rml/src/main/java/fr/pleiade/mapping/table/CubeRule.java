package fr.pleiade.mapping.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cube whose observations the cells of a wide table are: each has one measure, its cell.
 *
 * @param dataSet the address of the data set that they are of
 * @param structure the address of its structure, a term of the dataset
 * @param names what the data set is called, by language
 * @param dimensions what of their row says where they stand
 * @param attributes what says how their numbers are to be read
 * @param status what is said of an observation whose cell has no number; none where such a cell is no observation
 * @param apart data sets of the same structure for rows that count what others count already; a row is of the first that it is like
 * @param sums what the data sets add up to, or are the sums of, and as what else they are said
 * @param meanings what the properties of components stand for, by their address
 * @param line where it is written
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/">The RDF Data Cube Vocabulary</a>
 */
public record CubeRule(
        UrlTemplate dataSet,
        UrlTemplate structure,
        Map<String, String> names,
        List<ColumnRule> dimensions,
        List<ColumnRule> attributes,
        List<ColumnRule> status,
        List<Apart> apart,
        List<Sum> sums,
        Map<String, Meaning> meanings,
        long line) {
    /**
     * Rows whose observations are not added to the others'.
     *
     * @param dataSet the address of the data set that they are of instead
     * @param names what it is called, by language
     * @param conditions for which rows: all of them hold
     */
    public record Apart(UrlTemplate dataSet, Map<String, String> names, List<Condition> conditions) {
        public Apart {
            names = new LinkedHashMap<>(names);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Something that is said of a data set: of its sums, or of the other model that it is said in too.
     *
     * @param property the local name of the property: {@code sumsTo}, {@code sumOver}, {@code sumAlong}, {@code sumWhere},
     *     {@code alsoAs}
     * @param value the address of a data set, dimension, code or model
     */
    public record Sum(UrlTemplate dataSet, String property, String value) {}

    /**
     * What a property stands for in a cube; {@code ""} where that is not said.
     *
     * @param codes the address of the code list that its values are of
     * @param concept the address of the concept that it measures or divides by, such as one of SDMX
     * @param scale the local name of its scale in QUDT: {@code NominalScale}
     */
    public record Meaning(String codes, String concept, String scale) {
        public static final Meaning NONE = new Meaning("", "", "");
    }

    public CubeRule {
        names = new LinkedHashMap<>(names);
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
        status = List.copyOf(status);
        apart = List.copyOf(apart);
        sums = List.copyOf(sums);
        meanings = new LinkedHashMap<>(meanings);
    }

    /** {@return the same, of whose properties more is known} */
    public CubeRule with(Map<String, Meaning> known) {
        return new CubeRule(dataSet, structure, names, dimensions, attributes, status, apart, sums, known, line);
    }

    /** {@return what is said of every observation} */
    public List<ColumnRule> lines() {
        List<ColumnRule> lines = new ArrayList<>(dimensions);
        lines.addAll(attributes);
        return lines;
    }

    /** {@return what the first property of a column stands for} */
    Meaning meaning(ColumnRule column) {
        return column.properties().stream()
                .findFirst()
                .map(property -> meanings.getOrDefault(property.text(), Meaning.NONE))
                .orElse(Meaning.NONE);
    }
}
