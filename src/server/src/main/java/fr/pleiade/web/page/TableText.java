package fr.pleiade.web.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Rows of cells as CSV, for programs or for a spreadsheet; written as they come. One thread. */
public final class TableText {
    /** What a spreadsheet would shorten: a code that begins with noughts, or has more digits than it keeps. */
    private static final String LIKE_A_NUMBER = "0\\d+|\\d{12,}";

    private final Writer writer;
    private final char separator;
    private final Cells cells;

    /** Writes a cell as the reader takes it. */
    private interface Cells {
        String write(Cell cell);
    }

    /**
     * A cell.
     *
     * @param text in words, or {@code ""}
     * @param number the number that it is, in XML Schema's writing, or {@code ""}
     */
    public record Cell(String text, String number) {
        /** {@return a cell of words} */
        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    private TableText(OutputStream out, char separator, Cells cells) {
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.separator = separator;
        this.cells = cells;
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> */
    public static TableText plain(OutputStream out) {
        return new TableText(out, ',', cell -> cell.number().isEmpty() ? cell.text() : cell.number());
    }

    /**
     * {@return what a spreadsheet in a language opens by a double click: a mark of UTF-8 first, semicolons and decimal commas in French,
     * and codes as formulas that give them whole. What would be taken for a formula has an apostrophe before it}
     */
    public static TableText spreadsheet(OutputStream out, Locale locale) throws IOException {
        boolean isFrench = locale.getLanguage().equals("fr");
        String decimal = isFrench ? "," : ".";
        TableText text = new TableText(out, isFrench ? ';' : ',', cell -> inSpreadsheet(cell, decimal));
        text.writer.write('\uFEFF');
        return text;
    }

    private static String inSpreadsheet(Cell cell, String decimal) {
        if (!cell.number().isEmpty()) {
            return cell.number().replace(".", decimal);
        }
        if (cell.text().matches(LIKE_A_NUMBER)) {
            return "=\"" + cell.text() + "\"";
        }
        boolean isLikeAFormula =
                !cell.text().isEmpty() && "=+-@\t\r".indexOf(cell.text().charAt(0)) >= 0;
        return isLikeAFormula ? "'" + cell.text() : cell.text();
    }

    /** Writes the names of the columns. */
    public void header(List<String> names) throws IOException {
        write(names);
    }

    public void row(List<Cell> row) throws IOException {
        write(row.stream().map(cells::write).toList());
    }

    private void write(List<String> line) throws IOException {
        for (int i = 0; i < line.size(); i++) {
            String cell = line.get(i);
            boolean isQuoted =
                    cell.indexOf(separator) >= 0 || cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r');
            writer.write(i == 0 ? "" : String.valueOf(separator));
            writer.write(isQuoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        writer.write("\r\n");
    }

    /** Writes what is not written yet; the stream stays open. */
    public void flush() throws IOException {
        writer.flush();
    }
}
