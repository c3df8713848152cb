package fr.pleiade.sources;

import java.nio.charset.StandardCharsets;

/**
 * Records of a plain dialect (delimiter and quote of one ASCII character, quotes doubled), read straight from the bytes.
 *
 * <p>A quoted cell with doubled quotes is unescaped in place, since it only becomes shorter. The byte behind the last record must be
 * readable and a line end.
 */
final class ByteBlock implements RowBlock {
    private final CsvFile file;
    private final Rfc4180 machine;
    private final long number;
    private final long sourceBytes;
    private final byte[] bytes;
    private final int end;
    private final boolean skipsBlankRows;
    private final byte delimiter;
    private int at;
    private long line;
    private boolean validated;

    ByteBlock(CsvFile file, Rfc4180 machine, long number, long sourceBytes, Slice slice) {
        this.file = file;
        this.machine = machine;
        this.number = number;
        this.sourceBytes = sourceBytes;
        this.bytes = slice.bytes();
        this.at = slice.from();
        this.end = slice.to();
        this.line = slice.firstLine();
        this.skipsBlankRows = file.dialect().skipBlankRows();
        this.delimiter = (byte) file.dialect().delimiter().charAt(0);
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
            file.checkUtf8(bytes, at, end, line);
            validated = true;
        }
        while (skipsBlankRows && at < end && (bytes[at] == '\n' || bytes[at] == '\r')) {
            endLine();
        }
        if (at >= end) {
            return false;
        }
        row.begin(bytes, line);
        while (readCell(row)) {
            at++;
        }
        endLine();
        file.accept(row);
        return true;
    }

    @Override
    public void recycle() {
        file.recycle(bytes);
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
        if (machine.next(Rfc4180.CELL, bytes[at]) == Rfc4180.QUOTED) {
            readQuotedCell(row);
        } else {
            int endOfCell = machine.endOfBare(bytes, at);
            row.add(at, endOfCell);
            at = endOfCell;
        }
        return bytes[at] == delimiter;
    }

    private void readQuotedCell(Row row) {
        int start = at + 1;
        int read = nextQuote(start, row);
        int write = read;
        while (machine.next(Rfc4180.CLOSED, bytes[read + 1]) == Rfc4180.QUOTED) {
            int second = read + 1;
            read = nextQuote(second + 1, row);
            System.arraycopy(bytes, second, bytes, write, read - second);
            write += read - second;
        }
        row.add(start, write);
        at = read + 1;
        while (at < end && machine.next(Rfc4180.BARE, bytes[at]) == Rfc4180.BARE) {
            skipBlank();
        }
    }

    /** Goes over a blank behind a closing quote; anything else must not be there. */
    private void skipBlank() {
        String found = new String(bytes, at, Math.min(4, end - at), StandardCharsets.UTF_8);
        if (!Character.isWhitespace(found.charAt(0))) {
            throw file.failure(
                    line,
                    "'%s' follows a closing quote, expected a delimiter or the line's end; double the quotes inside a quoted cell"
                            .formatted(Character.toString(found.codePointAt(0))));
        }
        at += found.substring(0, 1).getBytes(StandardCharsets.UTF_8).length;
    }

    /** {@return where the next quote is; the line ends before it are counted} */
    private int nextQuote(int from, Row row) {
        int read = machine.endOfQuoted(bytes, from);
        while (machine.next(Rfc4180.QUOTED, bytes[read]) == Rfc4180.QUOTED) {
            read = machine.endOfQuoted(bytes, skipInQuotes(read, row));
        }
        return read;
    }

    private int skipInQuotes(int read, Row row) {
        if (read >= end) {
            throw file.failure(row.line(), CsvFile.NEVER_CLOSED);
        }
        if (bytes[read] == '\n' || (bytes[read] == '\r' && bytes[read + 1] != '\n')) {
            line++;
        }
        return read + 1;
    }
}
