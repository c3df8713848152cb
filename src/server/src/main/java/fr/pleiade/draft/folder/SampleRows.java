package fr.pleiade.draft.folder;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some rows of a file in which each kind of its cells occurs: the first ones, the longest, some with empty cells, some with cells that are
 * not of their column's type. Personal columns are left out.
 *
 * <p>Memory: the rows that are chosen. One use.
 */
final class SampleRows {
    private static final int FIRST = 3;
    private static final int MOST = 16;
    /** A row that is longer teaches nothing more. */
    private static final int LONGEST = 1 << 15;

    private final FileProfile profile;
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> neverEmpty = new ArrayList<>();
    private final List<Integer> neverBad = new ArrayList<>();
    private final Map<Long, List<String>> chosen = new TreeMap<>();
    private List<String> longest = List.of();
    private long longestLine;
    private int longestBytes = -1;

    SampleRows(FileProfile profile) {
        this.profile = profile;
        for (int i = 0; i < profile.columns().size(); i++) {
            ColumnGuess column = profile.columns().get(i);
            if (column.personal().isEmpty()) {
                shown.add(i);
                if (column.filled() > 0 && column.filled() < profile.rows()) {
                    neverEmpty.add(i);
                }
                if (!column.bad().isEmpty()) {
                    neverBad.add(i);
                }
            }
        }
    }

    /** Reads the file. {@return the sample, written as the file is} */
    byte[] of(Path path) {
        try (CsvFile file = CsvFile.open(profile.name(), path, profile.dialect())) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    look(row);
                }
                block.get().recycle();
            }
        }
        if (longestBytes >= 0) {
            chosen.put(longestLine, longest);
        }
        return written();
    }

    private void look(Row row) {
        int bytes = row.end(row.size() - 1) - row.start(0);
        boolean isFirst = chosen.size() < FIRST;
        if (isFirst || chosen.size() < MOST && teaches(row)) {
            chosen.put(row.line(), cells(row));
            neverEmpty.removeIf(column -> isEmpty(row, column));
            neverBad.removeIf(column -> isBad(row, column));
        }
        if (bytes > longestBytes && bytes < LONGEST) {
            longestBytes = bytes;
            longestLine = row.line();
            longest = cells(row);
        }
    }

    private boolean teaches(Row row) {
        for (int column : neverEmpty) {
            if (isEmpty(row, column)) {
                return true;
            }
        }
        for (int column : neverBad) {
            if (isBad(row, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(Row row, int column) {
        return row.start(column) >= row.end(column);
    }

    private boolean isBad(Row row, int column) {
        return profile.columns().get(column).bad().contains(row.text(column));
    }

    private List<String> cells(Row row) {
        return shown.stream().map(row::text).toList();
    }

    private byte[] written() {
        Dialect dialect = profile.dialect();
        StringBuilder text = new StringBuilder("\n".repeat(dialect.skipRows()));
        write(
                shown.stream()
                        .map(column -> profile.columns().get(column).header())
                        .toList(),
                text);
        chosen.values().forEach(cells -> write(cells, text));
        return text.toString().getBytes(Charset.forName(dialect.encoding()));
    }

    private void write(List<String> cells, StringBuilder text) {
        String delimiter = profile.dialect().delimiter();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean isQuoted = cell.contains(delimiter)
                    || cell.matches("(?s).*[\"\\r\\n].*")
                    || cell.isEmpty() && cells.size() == 1;
            text.append(i == 0 ? "" : delimiter).append(isQuoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        text.append('\n');
    }
}
