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
 * @param line where it is written
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/">The RDF Data Cube Vocabulary</a>
 */
public record CubeRule(
        UrlTemplate dataSet,
        UrlTemplate structure,
        Map<String, String> names,
        List<ColumnRule> dimensions,
        List<ColumnRule> attributes,
        long line) {
    public CubeRule {
        names = new LinkedHashMap<>(names);
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
    }

    /** {@return what is said of every observation} */
    public List<ColumnRule> lines() {
        List<ColumnRule> lines = new ArrayList<>(dimensions);
        lines.addAll(attributes);
        return lines;
    }
}
