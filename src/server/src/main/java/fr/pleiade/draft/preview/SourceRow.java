package fr.pleiade.draft.preview;

import java.util.List;

/**
 * One row of a source.
 *
 * @param number which row it is, from 1, header not counted
 * @param line its first line in the file, from 1, header included
 * @param cells as they are in the file, in the order of the header
 */
public record SourceRow(long number, long line, List<String> cells) {
    public SourceRow {
        cells = List.copyOf(cells);
    }
}
