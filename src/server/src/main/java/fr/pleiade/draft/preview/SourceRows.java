package fr.pleiade.draft.preview;

import fr.pleiade.findings.Text;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
        List<String> header = read(name, path, dialect, choice);
        return new SourceRows(name, path, dialect, header, choice.total, choice.instances());
    }

    /** Sees rows one after another, in the order of the file. */
    @FunctionalInterface
    private interface Visitor {
        /** {@return whether there is more to see} */
        boolean see(long number, Row row, List<String> header);
    }

    /** {@return the header} */
    private static List<String> read(String name, Path path, Dialect dialect, Visitor visitor) {
        try (CsvFile file = CsvFile.open(name, path, dialect)) {
            Row row = new Row(dialect.nulls());
            long number = 0;
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    if (!visitor.see(++number, row, file.header())) {
                        return file.header();
                    }
                }
                block.get().recycle();
            }
            return file.header();
        }
    }

    /** The rows that are chosen while all pass by. */
    private static final class Choice implements Visitor {
        private final BitSet sometimesEmpty = new BitSet();
        private final SortedMap<Long, Text> chosen = new TreeMap<>();
        private long total;
        private long longest;
        private int length = -1;

        @Override
        public boolean see(long number, Row row, List<String> header) {
            total = number;
            int bytes = row.size() == 0 ? 0 : row.end(row.size() - 1) - row.start(0);
            if (bytes > length) {
                length = bytes;
                longest = number;
            }
            if (chosen.size() < MOST) {
                for (int column = 0; column < row.size(); column++) {
                    if (row.start(column) >= row.end(column) && !sometimesEmpty.get(column)) {
                        sometimesEmpty.set(column);
                        chosen.putIfAbsent(number, EMPTY.with(header.get(column)));
                    }
                }
            }
            return true;
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

    /** Hands over the rows whose numbers are wanted. */
    void each(LongPredicate wanted, Consumer<SourceRow> taker) {
        read(name, path, dialect, (number, row, names) -> {
            if (wanted.test(number)) {
                taker.accept(of(number, row));
            }
            return true;
        });
    }

    private Optional<SourceRow> first(LongPredicate number, LongPredicate line) {
        List<SourceRow> found = new ArrayList<>();
        read(name, path, dialect, (at, row, names) -> {
            if (number.test(at) && line.test(row.line())) {
                found.add(of(at, row));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static SourceRow of(long number, Row row) {
        return new SourceRow(
                number,
                row.line(),
                IntStream.range(0, row.size()).mapToObj(row::text).toList());
    }
}
