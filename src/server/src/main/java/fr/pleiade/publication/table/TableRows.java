package fr.pleiade.publication.table;

import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a published table.
 *
 * @param file CSV by RFC 4180, in UTF-8
 */
record TableRows(Path file) {
    /** Takes the cells of a row. */
    @FunctionalInterface
    interface Sink {
        void row(List<String> cells) throws IOException;
    }

    List<String> header() {
        try (CsvFile csv = CsvFile.open(file.getFileName().toString(), file, Dialect.RFC_4180)) {
            return csv.header();
        }
    }

    /** Gives the rows in their order, at most so many. */
    void each(long most, Sink sink) throws IOException {
        try (CsvFile csv = CsvFile.open(file.getFileName().toString(), file, Dialect.RFC_4180)) {
            Row row = new Row(List.of());
            long given = 0;
            for (Optional<RowBlock> block = csv.nextBlock();
                    block.isPresent() && given < most;
                    block = csv.nextBlock()) {
                while (given < most && block.get().next(row)) {
                    sink.row(cells(row));
                    given++;
                }
                block.get().recycle();
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int column = 0; column < row.size(); column++) {
            cells.add(row.text(column));
        }
        return cells;
    }
}
