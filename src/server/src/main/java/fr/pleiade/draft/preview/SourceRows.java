package fr.pleiade.draft.preview;

import fr.pleiade.findings.Text;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The rows of one source, read again whenever one is asked for. Memory: one row, and where some are. Thread-safe.
 *
 * @param name the source's path, as the mapping writes it
 * @param path where it is
 * @param dialect how it is written
 * @param header its columns
 * @param total how many rows it has
 * @param instances the first row, the longest, one with each column empty that sometimes is
 */
public record SourceRows(
        String name, Path path, Dialect dialect, List<String> header, long total, List<Instance> instances) {
    private static final int MOST = 12;
    private static final Text FIRST = new Text("the first row", "la première ligne");
    private static final Text LONGEST = new Text("the longest", "la plus longue");
    private static final Text EMPTY = new Text("%s empty", "%s vide");

    public SourceRows {
        header = List.copyOf(header);
        instances = List.copyOf(instances);
    }

    /**
     * Reads a source from its beginning to its end.
     *
     * @throws CsvException if it is missing, or is not the CSV that it is declared to be
     */
    static SourceRows of(String name, Path path, Dialect dialect) {
        Choice choice = new Choice();
        try (CsvFile file = CsvFile.open(name, path, dialect)) {
            List<String> header = file.header();
            choice.neverEmpty.addAll(IntStream.range(0, header.size()).boxed().toList());
            Row row = new Row(dialect.nulls());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    choice.look(row, header);
                }
                block.get().recycle();
            }
            return new SourceRows(name, path, dialect, header, choice.total, choice.instances());
        }
    }

    /** The rows that are chosen while all pass by. */
    private static final class Choice {
        private final List<Integer> neverEmpty = new ArrayList<>();
        private final SortedMap<Long, Text> chosen = new TreeMap<>();
        private long total;
        private long longest;
        private int length = -1;

        void look(Row row, List<String> header) {
            total++;
            int bytes = row.size() == 0 ? 0 : row.end(row.size() - 1) - row.start(0);
            if (bytes > length) {
                length = bytes;
                longest = total;
            }
            if (chosen.size() < MOST && !neverEmpty.isEmpty()) {
                List<Integer> empty = neverEmpty.stream()
                        .filter(column -> column < row.size() && row.start(column) >= row.end(column))
                        .toList();
                if (!empty.isEmpty()) {
                    chosen.put(total, EMPTY.with(header.get(empty.get(0))));
                    neverEmpty.removeAll(empty);
                }
            }
        }

        List<Instance> instances() {
            if (total > 0) {
                chosen.putIfAbsent(longest, LONGEST);
                chosen.putIfAbsent(1L, FIRST);
            }
            return chosen.entrySet().stream()
                    .map(entry -> new Instance(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** {@return a row by its number, from 1; nothing if there is none such} */
    public Optional<SourceRow> row(long number) {
        return number < 1 || number > total ? Optional.empty() : first(n -> n == number, line -> true);
    }

    /** {@return the row that begins at a line or, where lines of a cell are meant, the last before it; nothing if there is none} */
    public Optional<SourceRow> atLine(long line) {
        Optional<SourceRow> next = first(n -> true, at -> at >= line);
        return next.filter(row -> row.line() == line)
                .or(() -> row(next.map(SourceRow::number).orElse(total + 1) - 1));
    }

    private Optional<SourceRow> first(LongPredicate number, LongPredicate line) {
        try (CsvFile file = CsvFile.open(name, path, dialect)) {
            Row row = new Row(dialect.nulls());
            long count = 0;
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    count++;
                    if (number.test(count) && line.test(row.line())) {
                        List<String> cells = IntStream.range(0, row.size())
                                .mapToObj(row::text)
                                .toList();
                        return Optional.of(new SourceRow(count, row.line(), cells));
                    }
                }
                block.get().recycle();
            }
            return Optional.empty();
        }
    }
}
