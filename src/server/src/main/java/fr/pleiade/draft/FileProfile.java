package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.sources.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * What a file seems to hold.
 *
 * @param name the file's name
 * @param dialect how it is written
 * @param rows how many rows are below the header
 * @param columns its columns, in order
 * @param key the columns whose values together name a row; none if there are no such columns, of at most three
 * @param label the column that says what people call a row
 * @param parallel the columns whose lists belong together, item by item
 * @param notes what else there is to say: how it is written, titles, totals, keys that repeat
 */
public record FileProfile(
        String name,
        Dialect dialect,
        long rows,
        List<ColumnGuess> columns,
        List<String> key,
        Optional<String> label,
        List<List<String>> parallel,
        List<Text> notes) {
    public FileProfile {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        parallel = List.copyOf(parallel);
        notes = List.copyOf(notes);
    }
}
