package fr.pleiade.sources;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Blocks of records parsed by Commons CSV, in every dialect. */
final class ParsedBlocks implements BlockReader {
    private static final int RECORDS_PER_BLOCK = 500;

    private final CsvFile file;
    private final Dialect dialect;
    private final StoredBytes stored;
    private final long firstLine;
    private final PhysicalLines lines;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    /** The whole text, where it is in memory. */
    private final byte @Nullable [] text;

    private long number;
    private long line;
    private boolean failed;

    private ParsedBlocks(CsvFile file, InputStream in, byte @Nullable [] text, StoredBytes stored, long firstLine) {
        this.file = file;
        this.dialect = file.dialect();
        this.stored = stored;
        this.firstLine = firstLine;
        this.text = text;
        this.lines = new PhysicalLines(
                new BufferedReader(new DecodedText(in, StandardCharsets.UTF_8, firstLine)), dialect, firstLine);
        try {
            boolean initialBlanks = dialect.trim() == Dialect.Trim.START && dialect.quote() != '\0';
            this.parser = format(dialect).parse(initialBlanks ? new QuotesAfterBlanks(lines, dialect) : lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new CsvException(file.name(), 0, "is of a dialect that cannot be read: " + e.getMessage(), e);
        }
        this.records = parser.iterator();
    }

    /** The records of a text that is in memory. */
    static ParsedBlocks of(CsvFile file, byte[] text, StoredBytes stored, long firstLine) {
        file.checkUtf8(text, 0, text.length, firstLine);
        return new ParsedBlocks(file, new ByteArrayInputStream(text), text, stored, firstLine);
    }

    /** The records of a text of any length. */
    static ParsedBlocks of(CsvFile file, InputStream text, StoredBytes stored, long firstLine) {
        return new ParsedBlocks(file, text, null, stored, firstLine);
    }

    private static CSVFormat format(Dialect dialect) {
        CSVFormat.Builder builder = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(dialect.skipBlankRows())
                .setIgnoreSurroundingSpaces(dialect.trim() == Dialect.Trim.BOTH)
                .setQuote(dialect.quote() == '\0' ? null : Character.valueOf(dialect.quote()));
        if (dialect.escape() != dialect.quote()) {
            builder.setEscape(dialect.escape());
        }
        if (!dialect.commentPrefix().isEmpty()) {
            builder.setCommentMarker(dialect.commentPrefix().charAt(0));
        }
        return builder.get();
    }

    @Override
    public Optional<RowBlock> next() {
        if (failed) {
            return Optional.empty();
        }
        ParsedBlock block = new ParsedBlock(number, file);
        try {
            fill(block);
        } catch (CsvException e) {
            // An earlier row may be at fault as well, and is the one to be told then.
            block.endIn(e);
            failed = true;
        }
        if (block.size() == 0 && !failed) {
            return Optional.empty();
        }
        number++;
        block.setSourceBytes(stored.take());
        return Optional.of(block);
    }

    private void fill(ParsedBlock block) {
        while (block.size() < RECORDS_PER_BLOCK) {
            Optional<CSVRecord> record = read();
            if (record.isEmpty()) {
                return;
            }
            block.begin(line);
            for (String cell : record.get()) {
                block.add(trimmed(cell));
            }
        }
    }

    @Override
    public void recycle(byte[] buffer) {
        // A parsed block's bytes are as long as its records, so they are of no use to another one.
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Reads a record, whose first line is then {@link #line}. */
    private Optional<CSVRecord> read() {
        long before = firstLine + parser.getCurrentLineNumber();
        try {
            boolean found = records.hasNext();
            line = lines.beginning(before);
            return found ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            line = lines.beginning(before);
            throw refused(Objects.requireNonNull(e.getCause()));
        }
    }

    /** {@return why Commons CSV refuses the record at the line, in the words of the machine where it reads the dialect} */
    private CsvException refused(IOException cause) {
        if (!(cause instanceof CSVException)) {
            return file.failure(line, cause);
        }
        if (text != null && dialect.isPlain()) {
            try {
                rest(text).next(new Row(dialect));
            } catch (CsvException e) {
                return e;
            }
        }
        return String.valueOf(cause.getMessage()).contains("EOF reached before encapsulated token finished")
                ? file.failure(line, CsvFile.NEVER_CLOSED)
                : file.failure(
                        firstLine - 1 + parser.getCurrentLineNumber(),
                        "something follows a closing quote, expected a delimiter or the line's end; mark the quotes inside a quoted cell");
    }

    private ByteBlock rest(byte[] whole) {
        LineCount count = new LineCount(firstLine);
        int at = 0;
        while (at < whole.length && count.line() < line) {
            count.count(whole[at++]);
        }
        if (at < whole.length && whole[at] == '\n' && at > 0 && whole[at - 1] == '\r') {
            at++;
        }
        int length = whole.length - at;
        byte[] bytes = new byte[length + 2];
        System.arraycopy(whole, at, bytes, 0, length);
        bytes[length] = '\n';
        return new ByteBlock(file, new Rfc4180(dialect), 0, 0, new ByteBlock.Slice(bytes, 0, length, line));
    }

    private String trimmed(String cell) {
        return switch (dialect.trim()) {
            case NONE -> cell;
            case START -> cell.stripLeading();
            case END -> cell.stripTrailing();
            case BOTH -> cell.strip();
        };
    }

    /**
     * A text without the blanks between the beginning of a cell and its opening quote; Commons CSV drops blanks on both sides or none.
     *
     * <p>Blanks before a cell without quotes stay, for {@link #trimmed} to drop: a line of blanks is a row with an empty cell.
     */
    private static final class QuotesAfterBlanks extends Reader {
        private enum In {
            BEGINNING,
            CELL,
            QUOTES,
            CLOSED_QUOTES,
            COMMENT
        }

        private final PushbackReader in;
        private final Dialect dialect;
        private final StringBuilder held = new StringBuilder();
        /** The end of the cell so far, as long as a delimiter. */
        private final StringBuilder cell = new StringBuilder();

        private In state = In.BEGINNING;
        private boolean lineBegins = true;
        private boolean escaped;

        QuotesAfterBlanks(Reader in, Dialect dialect) {
            this.in = new PushbackReader(in);
            this.dialect = dialect;
        }

        @Override
        public int read() throws IOException {
            if (held.length() > 0) {
                return taken();
            }
            int next = in.read();
            while (state == In.BEGINNING && isBlank(next)) {
                held.append((char) next);
                next = in.read();
            }
            if (state == In.BEGINNING && next == dialect.quote()) {
                held.setLength(0);
            }
            if (held.length() > 0) {
                if (next >= 0) {
                    in.unread(next);
                }
                state = In.CELL;
                cell.setLength(0);
                return taken();
            }
            step(next);
            return next;
        }

        private int taken() {
            char first = held.charAt(0);
            held.deleteCharAt(0);
            return first;
        }

        private boolean isBlank(int character) {
            return character != '\n'
                    && character != '\r'
                    && Character.isWhitespace(character)
                    && dialect.delimiter().indexOf(character) < 0;
        }

        private void step(int character) {
            boolean lineEnds = character == '\n' || character == '\r';
            if (escaped) {
                escaped = false;
            } else if (state == In.QUOTES) {
                escaped = character == dialect.escape() && dialect.escape() != dialect.quote();
                state = character == dialect.quote() && !escaped ? In.CLOSED_QUOTES : In.QUOTES;
            } else if (lineEnds) {
                begin();
            } else if (state != In.COMMENT) {
                outsideQuotes(character);
            }
            lineBegins = lineEnds && state == In.BEGINNING;
        }

        private void outsideQuotes(int character) {
            boolean opens = state == In.BEGINNING || state == In.CLOSED_QUOTES;
            if (opens && character == dialect.quote()) {
                state = In.QUOTES;
            } else if (lineBegins && isCommentMark(character)) {
                state = In.COMMENT;
            } else {
                escaped = character == dialect.escape() && dialect.escape() != dialect.quote();
                state = In.CELL;
                cell.append((char) character);
                cell.delete(0, Math.max(0, cell.length() - dialect.delimiter().length()));
                if (!escaped && cell.toString().equals(dialect.delimiter())) {
                    begin();
                }
            }
        }

        private void begin() {
            state = In.BEGINNING;
            cell.setLength(0);
        }

        private boolean isCommentMark(int character) {
            return !dialect.commentPrefix().isEmpty()
                    && character == dialect.commentPrefix().charAt(0);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                int next = read();
                if (next < 0) {
                    return i == 0 ? -1 : i;
                }
                buffer[offset + i] = (char) next;
            }
            return length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
