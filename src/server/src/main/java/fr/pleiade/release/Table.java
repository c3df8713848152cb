package fr.pleiade.release;

import java.nio.file.Path;
import java.util.List;

/**
 * The table that a dataset is made from, as CSV by RFC 4180 in UTF-8.
 *
 * @param file where it is; it does not change
 * @param columns the columns' names, in order
 * @param sha256 the file's digest, in lower-case hexadecimal
 */
public record Table(Path file, List<String> columns, String sha256) {
    public Table {
        columns = List.copyOf(columns);
    }
}
