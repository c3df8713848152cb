package fr.pleiade.release;

import fr.pleiade.release.table.TableSchema;
import java.nio.file.Path;
import java.util.List;

/**
 * The table that a dataset is made from, as CSV by RFC 4180 in UTF-8.
 *
 * @param file where it is; it does not change
 * @param schema its columns, and what they give
 * @param sha256 the file's digest, in lower-case hexadecimal
 */
public record Table(Path file, TableSchema schema, String sha256) {
    /** {@return the names of the file's columns, in order} */
    public List<String> columns() {
        return schema.columns().stream()
                .filter(column -> !column.isVirtual())
                .map(TableSchema.Column::title)
                .toList();
    }
}
