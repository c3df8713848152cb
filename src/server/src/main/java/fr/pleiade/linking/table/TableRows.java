package fr.pleiade.linking.table;

import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after another. Memory: one block of rows. Not thread-safe; the table is closed by whoever opened it. */
final class TableRows {
    private final CsvFile table;
    private final Row row = new Row(List.of());
    private @Nullable RowBlock block;

    TableRows(CsvFile table) {
        this.table = table;
        this.block = table.nextBlock().orElse(null);
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws fr.pleiade.sources.CsvException if it is not well formed
     */
    boolean next() {
        while (block != null && !block.next(row)) {
            block.recycle();
            block = table.nextBlock().orElse(null);
        }
        return block != null;
    }

    /** {@return the row, until the next} */
    Row row() {
        return row;
    }

    /** {@return the row's cells as they are} */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.text(i));
        }
        return texts;
    }

    /** {@return the row's cells by their columns' names, without blanks around them} */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(table.header().get(i), row.text(i).strip());
        }
        return cells;
    }
}
