package fr.pleiade.mapping.function;

import fr.pleiade.mapping.bytes.CodeList;
import java.util.Map;

/** The tables that a site keeps beside its mapping. */
@FunctionalInterface
public interface Tables {
    /**
     * {@return the values of a column by those of another one; of equal keys, the first one}
     *
     * @throws fr.pleiade.sources.CsvException if a table with a header gives two values for one key
     */
    Table table(Columns columns);

    /**
     * The values by their keys.
     *
     * @param values never changed
     * @param keys its keys, for one that it does not have
     */
    record Table(Map<String, String> values, CodeList keys) {
        public static Table of(Map<String, String> values) {
            return new Table(values, new CodeList(values.keySet()));
        }
    }

    /**
     * Two columns of a CSV file.
     *
     * @param path the file's path, relative to the mapping
     * @param key the position of the keys, from 0
     * @param value the position of the values, from 0
     * @param delimiter what separates cells
     * @param isTable whether the file has these two columns alone, and a header; else its first row is one like the others
     */
    record Columns(String path, int key, int value, String delimiter, boolean isTable) {
        static Columns two(String path) {
            return new Columns(path, 0, 1, ",", true);
        }
    }
}
