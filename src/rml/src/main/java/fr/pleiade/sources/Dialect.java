package fr.pleiade.sources;

import fr.pleiade.sources.json.Member;
import java.io.Serializable;
import java.util.List;

/**
 * How a CSV file is written; declared, never guessed.
 *
 * @param storage how its text is stored
 * @param records which of its lines are records, and which of their cells are columns
 * @param cells how a record is divided into cells
 * @param nulls the cell contents that mean "no value"
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#dialect-descriptions">CSVW metadata, section 5.9</a>
 */
public record Dialect(Storage storage, Records records, Cells cells, List<String> nulls) implements Serializable {
    /** RFC 4180: commas, doubled quotation marks, a header; in UTF-8; no nulls. */
    public static final Dialect RFC_4180 = new Dialect(
            new Storage("UTF-8", Compression.NONE, List.of()),
            new Records(1, "", 0, 0, true),
            new Cells(",", '"', '"', Trim.NONE),
            List.of());

    /** What ends a line, in any mixture; a dialect cannot declare other terminators. */
    public static final List<String> LINE_TERMINATORS = List.of("\r\n", "\n", "\r");

    /** What a file's bytes are packed with. */
    public enum Compression {
        NONE,
        GZIP,
        /** A ZIP archive with one file. */
        ZIP,
        /** A tar archive with one file, packed with gzip. */
        TAR_GZ,
        /** A tar archive with one file, packed with xz. */
        TAR_XZ
    }

    /** Which blanks around a cell are dropped. */
    public enum Trim {
        NONE,
        START,
        END,
        BOTH
    }

    /**
     * How a text is stored.
     *
     * @param encoding the character encoding's name, such as {@code UTF-8} or {@code windows-1252}
     * @param compression what the bytes are packed with
     * @param members the columns of a text of which each line is a record in JSON; none for CSV
     */
    public record Storage(String encoding, Compression compression, List<Member> members) implements Serializable {
        public Storage {
            members = List.copyOf(members);
        }
    }

    /**
     * Which lines are records, and which of their cells are columns.
     *
     * @param headerRowCount how many records precede the data. A column's name is the first of their cells that is not empty, as CSVW
     *     takes the first title; with 0, the columns are {@code _col.1}, {@code _col.2}, …
     * @param commentPrefix what begins a line that is no record; {@code ""} for none
     * @param skipRows how many physical lines precede the header, whatever they hold
     * @param skipColumns how many cells at the beginning of each record are no column
     * @param skipBlankRows whether a line without any character is no record; else it is one of a single empty cell
     */
    public record Records(
            int headerRowCount, String commentPrefix, int skipRows, int skipColumns, boolean skipBlankRows)
            implements Serializable {
        /** @throws IllegalArgumentException if a number is negative */
        public Records {
            if (skipRows < 0 || skipColumns < 0 || headerRowCount < 0) {
                throw new IllegalArgumentException("rows to skip %d, columns to skip %d, header rows %d"
                        .formatted(skipRows, skipColumns, headerRowCount));
            }
        }
    }

    /**
     * How a record is divided into cells.
     *
     * @param delimiter what separates cells, one character or more
     * @param quote what encloses a cell that contains delimiters; {@code '\0'} for none
     * @param escape what makes the next character of a quoted cell ordinary; equal to {@code quote} where quotes are doubled
     * @param trim which blanks around a cell are dropped
     */
    public record Cells(String delimiter, char quote, char escape, Trim trim) implements Serializable {
        /** @throws IllegalArgumentException if there is no delimiter */
        public Cells {
            if (delimiter.isEmpty()) {
                throw new IllegalArgumentException("no delimiter");
            }
        }
    }

    public Dialect {
        nulls = List.copyOf(nulls);
    }

    /** {@return whether the dialect differs from {@link #RFC_4180} by single ASCII characters at most} */
    boolean isPlain() {
        return delimiter().length() == 1
                && delimiter().charAt(0) < 0x80
                && quote() < 0x80
                && escape() == quote()
                && commentPrefix().isEmpty()
                && trim() == Trim.NONE;
    }

    public String encoding() {
        return storage.encoding();
    }

    public Compression compression() {
        return storage.compression();
    }

    /** {@return the columns of records in JSON; none for CSV} */
    public List<Member> members() {
        return storage.members();
    }

    /** {@return whether each line is a record in JSON} */
    public boolean isJson() {
        return !members().isEmpty();
    }

    public String delimiter() {
        return cells.delimiter();
    }

    public char quote() {
        return cells.quote();
    }

    public char escape() {
        return cells.escape();
    }

    public Trim trim() {
        return cells.trim();
    }

    public int headerRowCount() {
        return records.headerRowCount();
    }

    public String commentPrefix() {
        return records.commentPrefix();
    }

    public int skipRows() {
        return records.skipRows();
    }

    public int skipColumns() {
        return records.skipColumns();
    }

    public boolean skipBlankRows() {
        return records.skipBlankRows();
    }

    /** {@return whether records precede the data and name the columns} */
    public boolean header() {
        return headerRowCount() > 0;
    }

    /** {@return this dialect in another encoding} */
    public Dialect withEncoding(String name) {
        return new Dialect(new Storage(name, compression(), members()), records, cells, nulls);
    }

    /** {@return this dialect for records in JSON, one a line, with these columns} */
    public Dialect withMembers(List<Member> columns) {
        return new Dialect(new Storage(encoding(), compression(), columns), records, cells, nulls);
    }

    /** {@return this dialect with another packing} */
    public Dialect withCompression(Compression other) {
        return new Dialect(new Storage(encoding(), other, members()), records, cells, nulls);
    }

    /** {@return this dialect with another delimiter} */
    public Dialect withDelimiter(String other) {
        return with(new Cells(other, quote(), escape(), trim()));
    }

    /** {@return this dialect with another quote, escaped by the second character} */
    public Dialect withQuote(char other, char otherEscape) {
        return with(new Cells(delimiter(), other, otherEscape, trim()));
    }

    /** {@return this dialect with other blanks dropped} */
    public Dialect withTrim(Trim other) {
        return with(new Cells(delimiter(), quote(), escape(), other));
    }

    /** {@return this dialect for a file that has no header} */
    public Dialect withoutHeader() {
        return withHeaderRowCount(0);
    }

    /** {@return this dialect with another number of header rows} */
    public Dialect withHeaderRowCount(int rows) {
        return with(new Records(rows, commentPrefix(), skipRows(), skipColumns(), skipBlankRows()));
    }

    /** {@return this dialect with another mark of comments} */
    public Dialect withCommentPrefix(String prefix) {
        return with(new Records(headerRowCount(), prefix, skipRows(), skipColumns(), skipBlankRows()));
    }

    /** {@return this dialect with another number of lines before the header} */
    public Dialect withSkipRows(int lines) {
        return with(new Records(headerRowCount(), commentPrefix(), lines, skipColumns(), skipBlankRows()));
    }

    /** {@return this dialect with another number of cells left out at the beginning of each record} */
    public Dialect withSkipColumns(int cellsLeftOut) {
        return with(new Records(headerRowCount(), commentPrefix(), skipRows(), cellsLeftOut, skipBlankRows()));
    }

    /** {@return this dialect in which a blank line is a record} */
    public Dialect withBlankRowsKept() {
        return with(new Records(headerRowCount(), commentPrefix(), skipRows(), skipColumns(), false));
    }

    /** {@return this dialect with other contents that mean "no value"} */
    public Dialect withNulls(List<String> contents) {
        return new Dialect(storage, records, cells, contents);
    }

    private Dialect with(Records others) {
        return new Dialect(storage, others, cells, nulls);
    }

    private Dialect with(Cells others) {
        return new Dialect(storage, records, others, nulls);
    }
}
