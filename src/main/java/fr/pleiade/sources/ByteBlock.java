package fr.pleiade.sources;

import java.nio.charset.StandardCharsets;

/**
 * Records of a plain dialect (delimiter and quote of one ASCII character, quotes doubled), read straight from the bytes.
 *
 * <p>A quoted cell with doubled quotes is unescaped in place, since it only becomes shorter. Blank lines are no records. The byte
 * behind the last record must be readable and a line end.
 */
final class ByteBlock implements RowBlock {
    private static final byte ORDINARY = 0;
    private static final byte DELIMITER = 1;
    private static final byte LINE_END = 2;

    private final CsvFile file;
    private final long number;
    private final long sourceBytes;
    private final byte[] bytes;
    private final int end;
    private final byte[] kinds = new byte[256];
    private final int quote;
    private int at;
    private long line;
    private boolean validated;

    ByteBlock(CsvFile file, long number, long sourceBytes, Slice slice) {
        this.file = file;
        this.number = number;
        this.sourceBytes = sourceBytes;
        this.bytes = slice.bytes();
        this.at = slice.from();
        this.end = slice.to();
        this.line = slice.firstLine();
        this.quote = file.dialect().quote() == '\0' ? -1 : file.dialect().quote();
        kinds[file.dialect().delimiter().charAt(0)] = DELIMITER;
        kinds['\n'] = LINE_END;
        kinds['\r'] = LINE_END;
    }

    /** Whole records in a buffer, and the line of the first one. */
    record Slice(byte[] bytes, int from, int to, long firstLine) {}

    @Override
    public long number() {
        return number;
    }

    @Override
    public long sourceBytes() {
        return sourceBytes;
    }

    @Override
    public boolean next(Row row) {
        if (!validated) {
            validate();
        }
        skipBlankLines();
        if (at >= end) {
            return false;
        }
        row.begin(bytes, line);
        while (readCell(row)) {
            at++;
        }
        endLine();
        file.checkSize(row.line(), row.size());
        return true;
    }

    @Override
    public void recycle() {
        file.recycle(bytes);
    }

    /** {@return the line of the next record} */
    long line() {
        return line;
    }

    /** Leaves out one physical line. */
    void skipLine() {
        while (at < end && kinds[bytes[at] & 0xFF] != LINE_END) {
            at++;
        }
        if (at < end) {
            endLine();
        }
    }

    /** {@return what is left of this block} */
    ByteBlock rest() {
        return new ByteBlock(file, number, sourceBytes, new Slice(bytes, at, end, line));
    }

    /** {@return what is left of this block, safe from what reading this one does to its bytes} */
    ByteBlock copyOfRest() {
        return new ByteBlock(file, number, sourceBytes, new Slice(bytes.clone(), at, end, line));
    }

    private void validate() {
        int malformed = Utf8.firstMalformed(bytes, at, end);
        if (malformed < end) {
            long place = line;
            for (int i = at; i < malformed; i++) {
                place += bytes[i] == '\n' ? 1 : 0;
            }
            throw file.failure(
                    place,
                    "is not UTF-8: unexpected byte 0x%02X; declare its encoding in the mapping (rml:encoding), or convert it"
                            .formatted(bytes[malformed]));
        }
        validated = true;
    }

    private void skipBlankLines() {
        while (at < end && kinds[bytes[at] & 0xFF] == LINE_END) {
            endLine();
        }
    }

    /** Goes behind the line end at the cursor. */
    private void endLine() {
        if (bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n') {
            at++;
        }
        at++;
        line++;
    }

    /** Reads one cell and stops at the byte that ends it. {@return whether another cell follows} */
    private boolean readCell(Row row) {
        if (bytes[at] == quote) {
            readQuotedCell(row);
        } else {
            int start = at;
            int i = start;
            while (kinds[bytes[i] & 0xFF] == ORDINARY) {
                i++;
            }
            row.add(start, i);
            at = i;
        }
        return kinds[bytes[at] & 0xFF] == DELIMITER;
    }

    private void readQuotedCell(Row row) {
        int start = at + 1;
        int read = start;
        while (bytes[read] != quote) {
            read = skipInQuotes(read, row);
        }
        int write = read;
        while (bytes[read + 1] == quote) {
            bytes[write++] = (byte) quote;
            read += 2;
            while (bytes[read] != quote) {
                int next = skipInQuotes(read, row);
                bytes[write++] = bytes[read];
                read = next;
            }
        }
        row.add(start, write);
        at = read + 1;
        while ((bytes[at] == ' ' || bytes[at] == '\t') && kinds[bytes[at]] == ORDINARY) {
            at++;
        }
        if (kinds[bytes[at] & 0xFF] == ORDINARY) {
            String found = new String(bytes, at, Math.min(4, end - at), StandardCharsets.UTF_8);
            throw file.failure(
                    line,
                    "'%s' follows a closing quote, expected a delimiter or the line's end; double the quotes inside a quoted cell"
                            .formatted(Character.toString(found.codePointAt(0))));
        }
    }

    private int skipInQuotes(int read, Row row) {
        if (read >= end) {
            throw file.failure(row.line(), "a quoted cell of this record is never closed");
        }
        if (bytes[read] == '\n' || (bytes[read] == '\r' && bytes[read + 1] != '\n')) {
            line++;
        }
        return read + 1;
    }
}
