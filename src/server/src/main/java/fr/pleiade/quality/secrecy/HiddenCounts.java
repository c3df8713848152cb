package fr.pleiade.quality.secrecy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.SmallCounts;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a table anew without the counts that must not be published, so that whatever is made of it, in any form, does not have them.
 *
 * <p>Shape: the rows on the lines on which they were, separated by commas; behind the columns one more for each column of
 * counts, {@code women_obsStatus}, which holds {@value #HIDDEN} where the count is hidden and nothing elsewhere. Memory: the counts, and with an
 * earlier release the keys of its rows.
 */
final class HiddenCounts {
    /** The code of {@code sdmx-code:obsStatus} for a value that is missing. */
    static final String HIDDEN = "M";

    /** Stands where a count is hidden, so that an empty cell stays what it is. */
    private static final String NO_VALUE = "\uE000";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2009]+");
    private static final int TOLD = 1000;

    private final SmallCounts declared;
    private final Table source;
    private final List<String> keys;
    private final Optional<Path> before;
    private final Consumer<Finding> findings;
    private final Map<List<String>, List<Earlier>> known = new HashMap<>();

    /** What the current release has for a count. */
    private enum Earlier {
        NOTHING,
        SHOWN,
        HIDDEN
    }

    /**
     * A CSV file.
     *
     * @param name its path, as the mapping writes it
     * @param path where it is
     * @param dialect how it is written
     */
    record Table(String name, Path path, Dialect dialect) {}

    /**
     * @param keys the columns that tell rows apart, by which those of the earlier release are found again
     * @param before the table of the current release, if there is one
     */
    HiddenCounts(
            SmallCounts declared, Table source, Set<String> keys, Optional<Path> before, Consumer<Finding> findings) {
        this.declared = declared;
        this.source = source;
        this.keys = keys.stream().sorted().toList();
        this.before = before;
        this.findings = findings;
    }

    /** {@return the name of the column that says of a column of counts what is hidden} */
    static String status(String column) {
        return column + "_obsStatus";
    }

    /** {@return how what was written is to be read} */
    private static Dialect dialect(Dialect source) {
        List<String> nulls = new ArrayList<>(source.nulls());
        nulls.add(NO_VALUE);
        return new Dialect(
                Dialect.RFC_4180.storage(), new Dialect.Records(1, "", 0, 0, true), Dialect.RFC_4180.cells(), nulls);
    }

    /**
     * Writes the table.
     *
     * @param target where to; its folder is there
     * @param read told what the source was when it was read
     */
    Table write(Path target, Consumer<SourceFile> read) throws IOException {
        earlier();
        CountTable counts = new CountTable(declared);
        try (CsvFile file = CsvFile.open(source.name(), source.path(), source.dialect(), CsvFile.Reading.DIGESTED)) {
            new Counting(file.header(), counts).read(file);
            file.source().ifPresent(read);
        }
        counts.protect();
        try (CsvFile file = CsvFile.open(source.name(), source.path(), source.dialect());
                CsvWriter out = new CsvWriter(Files.newOutputStream(target))) {
            new Writing(file.header(), counts, out).write(file);
        }
        return new Table(source.name(), target, dialect(source.dialect()));
    }

    /** What is done with each row. */
    @FunctionalInterface
    private interface Each {
        void row(Row row) throws IOException;
    }

    private static void each(CsvFile file, Dialect dialect, Each each) throws IOException {
        Row row = new Row(dialect.nulls());
        for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
            while (block.get().next(row)) {
                each.row(row);
            }
            block.get().recycle();
        }
    }

    /** Reads what the current release shows and hides. */
    private void earlier() throws IOException {
        if (before.isEmpty() || keys.isEmpty()) {
            return;
        }
        try (CsvFile file = CsvFile.open(source.name(), before.get(), Dialect.RFC_4180)) {
            List<String> header = file.header();
            List<Integer> key = positions(header, keys);
            List<Integer> counts = positions(header, declared.counts());
            List<Integer> states = positions(
                    header, declared.counts().stream().map(HiddenCounts::status).toList());
            if (key.contains(-1)) {
                return;
            }
            each(file, Dialect.RFC_4180, row -> {
                List<Earlier> seen = new ArrayList<>();
                for (int i = 0; i < counts.size(); i++) {
                    boolean isHidden = !text(row, states.get(i)).isEmpty();
                    boolean isThere = !text(row, counts.get(i)).isEmpty();
                    seen.add(isHidden ? Earlier.HIDDEN : isThere ? Earlier.SHOWN : Earlier.NOTHING);
                }
                known.put(texts(row, key), seen);
            });
        }
    }

    private static List<Integer> positions(List<String> header, List<String> columns) {
        return columns.stream().map(header::indexOf).toList();
    }

    private static String text(Row row, int column) {
        return column < 0 || row.isNull(column) ? "" : row.text(column);
    }

    private static List<String> texts(Row row, List<Integer> columns) {
        return columns.stream().map(column -> text(row, column)).toList();
    }

    /** {@return the count in a cell, of what is around it that which is said first; not a number if there is none} */
    static double count(String cell) {
        Matcher number = NUMBER.matcher(BLANKS.matcher(cell).replaceAll(""));
        return number.find() ? Double.parseDouble(number.group().replace(',', '.')) : Double.NaN;
    }

    /** The first reading: the counts. */
    private final class Counting {
        private final CountTable table;
        private final List<Integer> counts;
        private final List<Integer> group;
        private final List<Integer> key;
        private final int total;

        Counting(List<String> header, CountTable table) {
            this.table = table;
            this.counts = positions(header, declared.counts());
            this.group = positions(header, declared.rows().by());
            this.total = header.indexOf(declared.rows().column());
            this.key = positions(header, keys);
        }

        void read(CsvFile file) throws IOException {
            each(file, source.dialect(), row -> {
                double[] values = counts.stream()
                        .mapToDouble(column -> count(text(row, column)))
                        .toArray();
                boolean isTotal =
                        total >= 0 && text(row, total).equals(declared.rows().member());
                int number = table.add(values, texts(row, group), isTotal);
                List<Earlier> seen = known.getOrDefault(texts(row, key), List.of());
                for (int column = 0; column < seen.size(); column++) {
                    if (seen.get(column) == Earlier.HIDDEN) {
                        table.hideAsBefore(number, column);
                    }
                }
            });
        }
    }

    /** The second reading: the rows, written without what is hidden. */
    private final class Writing {
        private final List<String> header;
        private final CountTable table;
        private final CsvWriter out;
        private final List<Integer> counts;
        private final List<Integer> key;
        private final long[] small;
        private final long[] others;
        private int number;
        private long nextLine = 1;
        private long shownBefore;

        Writing(List<String> header, CountTable table, CsvWriter out) {
            this.header = header;
            this.table = table;
            this.out = out;
            this.counts = positions(header, declared.counts());
            this.key = positions(header, keys);
            this.small = new long[counts.size()];
            this.others = new long[counts.size()];
        }

        void write(CsvFile file) throws IOException {
            List<String> columns = new ArrayList<>(header);
            declared.counts().forEach(column -> columns.add(status(column)));
            put(columns);
            each(file, source.dialect(), this::row);
            tell();
        }

        private void put(List<String> cells) throws IOException {
            out.write(cells);
            nextLine += 1
                    + cells.stream()
                            .mapToLong(cell -> cell.lines().count() > 1
                                    ? cell.chars().filter(c -> c == '\n').count()
                                    : 0)
                            .sum();
        }

        /** Blank lines keep each row on its line, for findings to name. */
        private void row(Row row) throws IOException {
            for (; nextLine < row.line(); nextLine++) {
                out.write(List.of());
            }
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < header.size(); column++) {
                cells.add(row.text(column));
            }
            List<String> states = new ArrayList<>();
            List<Earlier> seen = known.getOrDefault(texts(row, key), List.of());
            for (int i = 0; i < counts.size(); i++) {
                boolean hidden = table.isHidden(number, i);
                states.add(hidden ? HIDDEN : NO_VALUE);
                if (hidden) {
                    cells.set(counts.get(i), NO_VALUE);
                    (table.isSmall(number, i) ? small : others)[i]++;
                    if (!seen.isEmpty() && seen.get(i) == Earlier.SHOWN) {
                        shown(row.line(), declared.counts().get(i));
                    }
                }
            }
            cells.addAll(states);
            number++;
            put(cells);
        }

        private void shown(long line, String column) {
            if (shownBefore++ < TOLD) {
                findings.accept(Rule.COUNT_SHOWN_BEFORE.at(
                        new Place.InCell(source.name(), line, column, ""),
                        "this count is hidden now, and the current release shows one for the row",
                        "cet effectif est masqué désormais, et la version en ligne en montre un pour cette ligne"));
            }
        }

        private void tell() {
            for (int i = 0; i < counts.size(); i++) {
                if (small[i] + others[i] > 0) {
                    findings.accept(Rule.COUNTS_HIDDEN.at(
                            new Place.InFile(source.name()),
                            "in the column '%1$s', %2$d counts under %3$d are not published, nor %4$d that would give hidden ones back: %5$s",
                            "dans la colonne « %1$s », %2$d effectifs sous %3$d ne sont pas publiés, ni %4$d qui redonneraient des effectifs masqués : %6$s",
                            declared.counts().get(i),
                            small[i],
                            declared.threshold(),
                            others[i],
                            declared.why().en(),
                            declared.why().fr()));
                }
            }
        }
    }
}
