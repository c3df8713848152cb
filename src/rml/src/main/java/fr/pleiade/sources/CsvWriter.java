package fr.pleiade.sources;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes everybody's CSV: UTF-8 without a mark, commas, lines ended by CR LF, quotation marks only where a cell holds a comma, a quotation
 * mark or a line end. A record of one empty cell is written {@code ""}, for a blank line is no record.
 *
 * <p>Memory: one buffer. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180#section-2">RFC 4180, section 2</a>
 */
public final class CsvWriter implements Closeable {
    /** Which cells are quoted is decided here: by itself Commons CSV also quotes by a cell's first and last character. */
    private static final CSVFormat BARE =
            CSVFormat.RFC4180.builder().setQuote(null).get();

    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private final BufferedWriter out;
    private final CSVPrinter bare;

    /** A writer to a stream, which is closed with it. */
    public CsvWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        bare = new CSVPrinter(out, BARE);
    }

    /** Writes a record of some texts. */
    public void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            write(cells.get(column), column, cells.size());
        }
        bare.println();
    }

    /** Writes a row; what means "no value" in it is an empty cell. */
    public void write(Row row) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            write(row.isNull(column) ? "" : row.text(column), column, row.size());
        }
        bare.println();
    }

    /** Writes some cells of a row, by their positions; what means "no value" is an empty cell. */
    public void write(Row row, int[] positions) throws IOException {
        for (int column = 0; column < positions.length; column++) {
            int position = positions[column];
            write(row.isNull(position) ? "" : row.text(position), column, positions.length);
        }
        bare.println();
    }

    private void write(String cell, int column, int columns) throws IOException {
        boolean quoted = needsQuotes(cell) || (cell.isEmpty() && columns == 1);
        (quoted ? QUOTED : BARE).print(cell, out, column == 0);
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        bare.close();
    }
}
