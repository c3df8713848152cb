package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.quality.Rule;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One pass over the rows of a file: those that are no rows, and what each column looks like. */
final class RowsCheck {
    private static final int RAGGED_TOLD = 1000;

    private final SourceTable table;
    private final Consumer<Finding> findings;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private List<String> header = List.of();
    private RowFindings odd = new RowFindings("", List.of(""));
    private long rows;
    private long ragged;
    private long lastRagged;
    private boolean readable = true;

    RowsCheck(SourceTable table, Consumer<Finding> findings) {
        this.table = table;
        this.findings = findings;
    }

    /** Reads all rows. {@return whether they can be mapped} */
    boolean run() {
        try (CsvFile file = CsvFile.open(table.name(), table.path(), table.dialect())) {
            header = file.header();
            new HeaderFindings(table.name(), table.dialect().skipRows() + 1L, findings).tell(header);
            odd = new RowFindings(table.name(), header);
            for (String column : header) {
                columns.add(new ColumnProfile(readers(column)));
            }
            Row row = new Row(table.dialect().nulls());
            List<String> last = List.of();
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                last = read(block.get(), row).orElse(last);
                block.get().recycle();
            }
            end(row.line(), last);
        } catch (CsvException e) {
            findings.accept(unreadable(e));
            return false;
        }
        return readable;
    }

    private List<CodeReader> readers(String column) {
        return table.use(column).systems().stream().map(CodeReader::new).toList();
    }

    /** {@return the cells of the block's last row, if it has one} */
    private Optional<List<String>> read(RowBlock block, Row row) {
        Optional<List<String>> last = Optional.empty();
        while (next(block, row)) {
            if (row.size() == header.size()) {
                add(row);
            }
        }
        if (row.size() == header.size()) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(row.text(column));
            }
            last = Optional.of(cells);
        }
        return last;
    }

    /** Goes on behind a row of more or fewer cells than the header, so that all of them are told. */
    private boolean next(RowBlock block, Row row) {
        while (true) {
            try {
                return block.next(row);
            } catch (CsvException e) {
                boolean goesOn = e.line() > lastRagged && row.size() != header.size() && e.line() == row.line();
                if (!goesOn || !String.valueOf(e.problem()).contains(" cells, header has ")) {
                    throw e;
                }
                lastRagged = e.line();
                readable = false;
                if (++ragged <= RAGGED_TOLD) {
                    findings.accept(Rule.RAGGED_ROW.at(
                            new Place.InLine(table.name(), e.line()),
                            "%d cells, the header has %d",
                            "%d cellules, l'en-tête en a %d",
                            row.size(),
                            header.size()));
                }
            }
        }
    }

    private void add(Row row) {
        rows++;
        byte[] bytes = row.bytes();
        int kinds = RowScan.kinds(row);
        for (int column = 0; column < columns.size(); column++) {
            int start = row.start(column);
            int end = row.end(column);
            if (start < end) {
                columns.get(column).add(bytes, start, end, row.line(), kinds);
            }
        }
        odd.add(row);
        if ((kinds & (RowScan.SUSPECT | RowScan.CONTROL)) != 0) {
            characters(row);
        }
    }

    private void characters(Row row) {
        byte[] bytes = row.bytes();
        for (int column = 0; column < columns.size(); column++) {
            int start = row.start(column);
            int end = row.end(column);
            if (RowScan.notXml(bytes, start, end) < end) {
                columns.get(column).controls.add(row.line(), row.text(column));
            }
            if (RowScan.hasSuspect(bytes, start, end)) {
                String text = row.text(column);
                if (text.indexOf('\uFFFD') >= 0) {
                    columns.get(column).undecoded.add(row.line(), text);
                } else if (Mojibake.mended(text).isPresent()) {
                    columns.get(column).mojibake.add(row.line(), text);
                } else if (text.codePoints().anyMatch(Forms::isUnseen)) {
                    columns.get(column).invisible.add(row.line(), text);
                }
            }
        }
    }

    private void end(long lastLine, List<String> last) {
        if (rows == 0 && ragged == 0) {
            findings.accept(Rule.NO_ROWS.at(
                    new Place.InFile(table.name()),
                    "there is a header and no row below it",
                    "il y a un en-tête, et aucune ligne en dessous"));
            return;
        }
        odd.tell(lastLine, rows > 1 ? last : List.of(), findings);
        ColumnFindings told = new ColumnFindings(table, rows, findings);
        for (int column = 0; column < columns.size(); column++) {
            told.tell(header.get(column), columns.get(column));
        }
        told.end();
    }

    private Finding unreadable(CsvException e) {
        Place place = e.line() > 0 ? new Place.InLine(table.name(), e.line()) : new Place.InFile(table.name());
        if (!(e.getCause() instanceof CharacterCodingException)) {
            return Rule.UNREADABLE.at(place, "%s", "lecture impossible : %s", e.problem());
        }
        String read = sample(e.line());
        return Rule.WRONG_ENCODING.at(
                place,
                "the file is not %1$s%2$s; %4$s",
                "le fichier n'est pas en %1$s%3$s ; %4$s",
                table.dialect().encoding(),
                read.isEmpty() ? "" : "; windows-1252 would read '" + read + "'",
                read.isEmpty() ? "" : " ; windows-1252 lirait « " + read + " »",
                String.valueOf(e.getCause().getMessage()));
    }

    /** {@return the line as the usual other encoding reads it; {@code ""} if it is too far away} */
    private String sample(long line) {
        String text = new String(
                CsvFile.beginning(table.name(), table.path(), latin(), 1 << 20).getBytes(StandardCharsets.ISO_8859_1),
                Charset.forName("windows-1252"));
        List<String> lines = List.of(text.split("\r\n|\n|\r", -1));
        String found = line <= lines.size() ? lines.get((int) line - 1) : "";
        return found.length() > 80 ? found.substring(0, 80) + "…" : found;
    }

    private Dialect latin() {
        return table.dialect().withEncoding("ISO-8859-1");
    }
}
