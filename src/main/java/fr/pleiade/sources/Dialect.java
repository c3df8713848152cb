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
 * @param header whether the first record names the columns; without, they are {@code _col.1}, {@code _col.2}, …
 * @param commentPrefix what begins a line that is no record; {@code ""} for none
 * @param skipRows how many lines precede the header
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
        boolean header,
        String commentPrefix,
        int skipRows,
        Trim trim,
        List<String> nulls)
        implements Serializable {
    /** RFC 4180: commas, doubled quotation marks, a header; in UTF-8; no nulls. */
    public static final Dialect RFC_4180 =
            new Dialect("UTF-8", Compression.NONE, ",", '"', '"', true, "", 0, Trim.NONE, List.of());

    /** What a file's bytes are packed with. */
    public enum Compression {
        NONE,
        GZIP,
        /** A ZIP archive with one file. */
        ZIP
    }

    /** Which blanks around a cell are dropped. */
    public enum Trim {
        NONE,
        START,
        END,
        BOTH
    }

    /** @throws IllegalArgumentException if there is no delimiter or a negative number of rows to skip */
    public Dialect {
        if (delimiter.isEmpty() || skipRows < 0) {
            throw new IllegalArgumentException("delimiter '" + delimiter + "', rows to skip " + skipRows);
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

    /** {@return this dialect in another encoding} */
    public Dialect withEncoding(String name) {
        return new Dialect(name, compression, delimiter, quote, escape, header, commentPrefix, skipRows, trim, nulls);
    }

    /** {@return this dialect with another packing} */
    public Dialect withCompression(Compression other) {
        return new Dialect(encoding, other, delimiter, quote, escape, header, commentPrefix, skipRows, trim, nulls);
    }

    /** {@return this dialect with another delimiter} */
    public Dialect withDelimiter(String other) {
        return new Dialect(encoding, compression, other, quote, escape, header, commentPrefix, skipRows, trim, nulls);
    }

    /** {@return this dialect with another quote, escaped by the second character} */
    public Dialect withQuote(char other, char otherEscape) {
        return new Dialect(
                encoding, compression, delimiter, other, otherEscape, header, commentPrefix, skipRows, trim, nulls);
    }

    /** {@return this dialect for a file that has no header} */
    public Dialect withoutHeader() {
        return new Dialect(
                encoding, compression, delimiter, quote, escape, false, commentPrefix, skipRows, trim, nulls);
    }

    /** {@return this dialect with another mark of comments} */
    public Dialect withCommentPrefix(String prefix) {
        return new Dialect(encoding, compression, delimiter, quote, escape, header, prefix, skipRows, trim, nulls);
    }

    /** {@return this dialect with another number of lines before the header} */
    public Dialect withSkipRows(int lines) {
        return new Dialect(encoding, compression, delimiter, quote, escape, header, commentPrefix, lines, trim, nulls);
    }

    /** {@return this dialect with other blanks dropped} */
    public Dialect withTrim(Trim other) {
        return new Dialect(
                encoding, compression, delimiter, quote, escape, header, commentPrefix, skipRows, other, nulls);
    }

    /** {@return this dialect with other contents that mean "no value"} */
    public Dialect withNulls(List<String> contents) {
        return new Dialect(
                encoding, compression, delimiter, quote, escape, header, commentPrefix, skipRows, trim, contents);
    }
}
