package fr.pleiade.sources;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Blocks of records parsed by Commons CSV: for the dialects that {@link RecordBlocks} does not read, and its oracle in the tests.
 */
final class ParsedBlocks implements BlockReader {
    private static final int RECORDS_PER_BLOCK = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvFile file;
    private final Dialect dialect;
    private final CsvFile.CountedBytes stored;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long linesBefore;
    private int columns;
    private long number;
    private Optional<CSVRecord> first = Optional.empty();

    ParsedBlocks(CsvFile file, InputStream in, CsvFile.CountedBytes stored) {
        this.file = file;
        this.dialect = file.dialect();
        this.stored = stored;
        try {
            Reader text = withoutMark(in);
            this.linesBefore = skipLines(text, dialect.skipRows());
            this.parser = format(dialect).parse(text);
        } catch (IOException e) {
            throw file.failure(1, e);
        }
        this.records = parser.iterator();
    }

    private static Reader withoutMark(InputStream in) throws IOException {
        Reader decoded = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader reader = new PushbackReader(new BufferedReader(decoded, 1 << 16));
        int character = reader.read();
        if (character >= 0 && character != BYTE_ORDER_MARK) {
            reader.unread(character);
        }
        return reader;
    }

    private static long skipLines(Reader text, int lines) throws IOException {
        int skipped = 0;
        while (skipped < lines) {
            int character = text.read();
            if (character < 0) {
                return skipped;
            }
            skipped += character == '\n' ? 1 : 0;
        }
        return skipped;
    }

    private static CSVFormat format(Dialect dialect) {
        CSVFormat.Builder builder = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(dialect.trim() == Dialect.Trim.BOTH || dialect.trim() == Dialect.Trim.START)
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
    public List<String> readHeader() {
        CSVRecord record = read().orElseThrow(() -> file.failure(linesBefore + 1, "there is no header"));
        columns = record.size();
        if (dialect.header()) {
            return record.stream().map(this::trimmed).toList();
        }
        first = Optional.of(record);
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "_col." + i).toList();
    }

    @Override
    public Optional<RowBlock> next() {
        ParsedBlock block = new ParsedBlock(number);
        first.ifPresent(record -> add(record, block));
        first = Optional.empty();
        while (block.size() < RECORDS_PER_BLOCK) {
            Optional<CSVRecord> record = read();
            if (record.isEmpty()) {
                break;
            }
            add(record.get(), block);
        }
        if (block.size() == 0) {
            return Optional.empty();
        }
        number++;
        block.setSourceBytes(stored.take());
        return Optional.of(block);
    }

    @Override
    public void recycle(byte[] buffer) {
        // A parsed block's bytes are as long as its records, so they are of no use to another one.
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Optional<CSVRecord> read() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw file.failure(linesBefore + parser.getCurrentLineNumber(), Objects.requireNonNull(e.getCause()));
        }
    }

    private void add(CSVRecord record, ParsedBlock block) {
        List<Optional<String>> cells = new ArrayList<>(record.size());
        long lineEnds = 0;
        for (String cell : record) {
            cells.add(Optional.of(trimmed(cell)));
            lineEnds += cell.lines().count()
                    + (cell.endsWith("\n") || cell.endsWith("\r") ? 1 : 0)
                    - (cell.isEmpty() ? 0 : 1);
        }
        long line = linesBefore + parser.getCurrentLineNumber() - lineEnds;
        file.checkSize(line, record.size());
        block.add(line, cells);
    }

    private String trimmed(String cell) {
        return switch (dialect.trim()) {
            case NONE -> cell;
            case START -> cell.stripLeading();
            case END -> cell.stripTrailing();
            case BOTH -> cell.strip();
        };
    }
}
