package fr.pleiade.sources;

import java.io.Serializable;
import java.util.List;

/**
 * How a CSV file is written; declared, never guessed.
 *
 * @param encoding the character encoding's name, such as {@code UTF-8} or {@code windows-1252}
 * @param compression what the bytes are packed with
 * @param delimiter what separates cells, one character or more
 * @param quote what encloses a cell that contains delimiters; {@code '\0'} for none
 * @param escape what makes the next character of a quoted cell ordinary; equal to {@code quote} where quotes are doubled
 * @param headerRowCount how many records precede the data. A column's name is the first of their cells that is not empty, as CSVW takes
 *     the first title; with 0, the columns are {@code _col.1}, {@code _col.2}, …
 * @param commentPrefix what begins a line that is no record; {@code ""} for none
 * @param skipRows how many physical lines precede the header, whatever they hold
 * @param skipColumns how many cells at the beginning of each record are no column
 * @param skipBlankRows whether a line without any character is no record; else it is one of a single empty cell
 * @param trim which blanks around a cell are dropped
 * @param nulls the cell contents that mean "no value"
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#dialect-descriptions">CSVW metadata, section 5.9</a>
 */
public record Dialect(
        String encoding,
        Compression compression,
        String delimiter,
        char quote,
        char escape,
        int headerRowCount,
        String commentPrefix,
        int skipRows,
        int skipColumns,
        boolean skipBlankRows,
        Trim trim,
        List<String> nulls)
        implements Serializable {
    /** RFC 4180: commas, doubled quotation marks, a header; in UTF-8; no nulls. */
    public static final Dialect RFC_4180 =
            new Dialect("UTF-8", Compression.NONE, ",", '"', '"', 1, "", 0, 0, true, Trim.NONE, List.of());

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

    /** @throws IllegalArgumentException if there is no delimiter or a number is negative */
    public Dialect {
        if (delimiter.isEmpty() || skipRows < 0 || skipColumns < 0 || headerRowCount < 0) {
            throw new IllegalArgumentException("delimiter '%s', rows to skip %d, columns to skip %d, header rows %d"
                    .formatted(delimiter, skipRows, skipColumns, headerRowCount));
        }
        nulls = List.copyOf(nulls);
    }

    /** {@return whether the dialect differs from {@link #RFC_4180} by single ASCII characters at most} */
    boolean isPlain() {
        return delimiter.length() == 1
                && delimiter.charAt(0) < 0x80
                && quote < 0x80
                && escape == quote
                && commentPrefix.isEmpty()
                && trim == Trim.NONE;
    }

    /** {@return whether records precede the data and name the columns} */
    public boolean header() {
        return headerRowCount > 0;
    }

    /** {@return this dialect in another encoding} */
    public Dialect withEncoding(String name) {
        return new Dialect(
                name,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another packing} */
    public Dialect withCompression(Compression other) {
        return new Dialect(
                encoding,
                other,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another delimiter} */
    public Dialect withDelimiter(String other) {
        return new Dialect(
                encoding,
                compression,
                other,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another quote, escaped by the second character} */
    public Dialect withQuote(char other, char otherEscape) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                other,
                otherEscape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect for a file that has no header} */
    public Dialect withoutHeader() {
        return withHeaderRowCount(0);
    }

    /** {@return this dialect with another number of header rows} */
    public Dialect withHeaderRowCount(int rows) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                rows,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another mark of comments} */
    public Dialect withCommentPrefix(String prefix) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                prefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another number of lines before the header} */
    public Dialect withSkipRows(int lines) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                lines,
                skipColumns,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect with another number of cells left out at the beginning of each record} */
    public Dialect withSkipColumns(int cells) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                cells,
                skipBlankRows,
                trim,
                nulls);
    }

    /** {@return this dialect in which a blank line is a record} */
    public Dialect withBlankRowsKept() {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                false,
                trim,
                nulls);
    }

    /** {@return this dialect with other blanks dropped} */
    public Dialect withTrim(Trim other) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                other,
                nulls);
    }

    /** {@return this dialect with other contents that mean "no value"} */
    public Dialect withNulls(List<String> contents) {
        return new Dialect(
                encoding,
                compression,
                delimiter,
                quote,
                escape,
                headerRowCount,
                commentPrefix,
                skipRows,
                skipColumns,
                skipBlankRows,
                trim,
                contents);
    }
}
