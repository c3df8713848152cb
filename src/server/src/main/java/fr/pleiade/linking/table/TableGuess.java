package fr.pleiade.linking.table;

import fr.pleiade.linking.names.Names;
import fr.pleiade.sources.CsvFile;
import java.util.List;

/**
 * What a table seems to name, found out by trial.
 *
 * <p>The first rows of each column are looked for. A column whose things are where the things of another column are says the place of
 * these; of the others the one with the best answers names things, and those that find the same things hold other names or codes. Some
 * hundreds of look-ups, half a second.
 *
 * @param columns which columns say what
 * @param type the class of which the things seem to be, or {@code ""}
 */
public record TableGuess(TableColumns columns, String type) {
    /**
     * {@return what a table seems to name}
     *
     * @param table a table of which no row was read yet; its first rows are
     * @param types the classes of which things must have one; those that are found out if there are none
     * @throws fr.pleiade.sources.CsvException if a row is not well formed
     */
    public static TableGuess of(Names names, CsvFile table, List<String> types) {
        return new TableTrial(names, types).run(table);
    }
}
