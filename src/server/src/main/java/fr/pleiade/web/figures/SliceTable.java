package fr.pleiade.web.figures;

import fr.pleiade.web.page.Shown;
import java.util.List;

/**
 * The numbers of a slice as a page's table.
 *
 * @param heads the names of the columns that say where a row stands
 * @param columns the names of the columns of numbers
 * @param rows a part of them
 * @param count how many rows there are
 */
public record SliceTable(List<String> heads, List<String> columns, List<Row> rows, int count) {
    public SliceTable {
        heads = List.copyOf(heads);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Where it stands, and its numbers. */
    public record Row(List<Shown> heads, List<Cell> cells) {
        public Row {
            heads = List.copyOf(heads);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A number in words, or why there is none.
     *
     * @param href the page of the observation, {@code ""} for what was added or is not there
     * @param note how it is to be read, or {@code ""}
     */
    public record Cell(String text, String href, String note) {
        static final Cell EMPTY = new Cell("", "", "");
    }
}
