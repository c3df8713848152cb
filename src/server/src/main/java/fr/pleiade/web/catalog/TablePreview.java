package fr.pleiade.web.catalog;

import fr.pleiade.findings.Text;
import fr.pleiade.release.Release;
import fr.pleiade.release.table.TableSchema;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The beginning of a dataset's table, and how many cells of each column are filled.
 *
 * @param header the names of the columns
 * @param schema what the columns are, in the same order
 * @param rows the first rows, at most {@value #ROWS}
 * @param filled for each column in how many of the rows that were counted it has something
 * @param counted how many rows were counted, at most {@value #COUNTED}
 */
record TablePreview(
        List<String> header,
        List<TableSchema.Column> schema,
        List<List<String>> rows,
        List<Long> filled,
        long counted) {
    static final int ROWS = 5;
    static final long COUNTED = 100_000;

    private static final int LONGEST_CELL = 80;
    private static final Text SHARE = new Text("%s of %s", "%s sur %s");

    TablePreview {
        header = List.copyOf(header);
        schema = List.copyOf(schema);
        rows = rows.stream().map(List::copyOf).toList();
        filled = List.copyOf(filled);
    }

    /**
     * A column as a page explains it.
     *
     * @param name as in the file's header
     * @param meaning what it gives: the property's name and explanation, or {@code ""}
     * @param href where the property is explained, or {@code ""}
     * @param share how many cells are filled, of how many, in words
     */
    record ColumnLine(String name, String meaning, String href, String share, long filled, long counted) {}

    /** {@return the columns in one language} */
    List<ColumnLine> columns(Lexicon lexicon, String base, Locale locale) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String property = schema.get(i).property();
            Shown shown = property.isEmpty() ? Shown.text("", "", "") : Shown.iri(property, lexicon, base, locale);
            String share = SHARE.with(Written.number(filled.get(i), locale), Written.number(counted, locale))
                    .in(locale);
            lines.add(new ColumnLine(header.get(i), shown.text(), shown.href(), share, filled.get(i), counted));
        }
        return lines;
    }

    /** {@return the preview of a dataset's table, if it has one that can be read; reads some tens of megabytes at most} */
    static Optional<TablePreview> of(Release release, String slug) {
        return release.tableFile(slug).flatMap(table -> read(release, slug, table));
    }

    private static Optional<TablePreview> read(Release release, String slug, Path table) {
        List<List<String>> rows = new ArrayList<>();
        long counted = 0;
        try (CsvFile file = CsvFile.open(slug + ".csv", table, Dialect.RFC_4180)) {
            long[] filled = new long[file.header().size()];
            Row row = new Row(List.of(""));
            for (Optional<RowBlock> block = file.nextBlock();
                    block.isPresent() && counted < COUNTED;
                    block = file.nextBlock()) {
                while (counted < COUNTED && block.get().next(row)) {
                    counted++;
                    for (int i = 0; i < filled.length; i++) {
                        filled[i] += row.isNull(i) ? 0 : 1;
                    }
                    if (rows.size() < ROWS) {
                        rows.add(cells(row));
                    }
                }
                block.get().recycle();
            }
            List<TableSchema.Column> schema =
                    release.tableSchema(slug).orElseGet(() -> TableSchema.of(file.header())).columns().stream()
                            .filter(column -> !column.isVirtual())
                            .toList();
            List<Long> counts = new ArrayList<>();
            for (long count : filled) {
                counts.add(count);
            }
            return schema.size() == filled.length
                    ? Optional.of(new TablePreview(file.header(), schema, rows, counts, counted))
                    : Optional.empty();
        } catch (CsvException damaged) {
            return Optional.empty();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.text(i);
            boolean isLong = cell.codePointCount(0, cell.length()) > LONGEST_CELL;
            cells.add(isLong ? cell.substring(0, cell.offsetByCodePoints(0, LONGEST_CELL)) + "…" : cell);
        }
        return cells;
    }
}
