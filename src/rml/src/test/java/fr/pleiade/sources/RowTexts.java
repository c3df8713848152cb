package fr.pleiade.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rows of a file as text, for comparison. */
final class RowTexts {
    private RowTexts() {}

    /** {@return each row as its line and its cells, joined by bars} */
    static List<String> of(Path file, Dialect dialect, CsvFile.Parsing parsing) {
        List<String> rows = new ArrayList<>();
        Row row = new Row(List.of());
        try (CsvFile csv = CsvFile.open("a.csv", file, dialect, CsvFile.Reading.PLAIN, parsing)) {
            for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                while (block.get().next(row)) {
                    rows.add(text(row));
                }
                block.get().recycle();
            }
        }
        return rows;
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder().append(row.line());
        for (int i = 0; i < row.size(); i++) {
            text.append('|').append(row.text(i));
        }
        return text.toString();
    }
}
