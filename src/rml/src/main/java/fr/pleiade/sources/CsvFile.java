package fr.pleiade.sources;

import fr.pleiade.quads.Sha256;
import fr.pleiade.sources.json.JsonRecords;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.tukaani.xz.XZIOException;

/**
 * A CSV file, or one of records in JSON, that is being read, block by block.
 *
 * <p>Commons CSV reads files of up to {@link #SMALL_BYTES} and every unusual dialect; larger plain ones are read straight from the bytes,
 * with the same rows, lines and errors. {@link #nextBlock()} is for one thread; the blocks can be read by others. Memory: the blocks
 * that were not recycled, and the text of a small file. A record of a large file may be up to {@link RecordBlocks#LONGEST_RECORD} bytes
 * long.
 */
public final class CsvFile implements Rows {
    /**
     * Up to here Commons CSV reads a file, in bytes of UTF-8. Its first megabyte costs a third of a second, nearly all of it for the Java
     * machine to get to know it; that of the byte scanner, which several threads share, a quarter of that. So plain files that are larger
     * are worth the scanner, and what a site has in tables, decisions and samples is not.
     */
    static final int SMALL_BYTES = 1 << 20;

    static final String NEVER_CLOSED = "a quoted cell of this record is never closed";

    private final String name;
    private final Path path;
    private final Dialect dialect;
    private final Reading reading;
    private final StoredBytes stored;
    private final BlockReader blocks;
    private final List<String> header;
    private final long firstLine;
    private Optional<RowBlock> pending = Optional.empty();
    private Optional<SourceFile> source = Optional.empty();
    private int cells;

    private CsvFile(String name, Path path, Dialect dialect, InputStream in, Reading reading, Parsing parsing)
            throws IOException {
        this.name = name;
        this.path = path;
        this.dialect = dialect;
        this.reading = reading;
        this.stored = new StoredBytes(in, Sha256.digest(), reading == Reading.DIGESTED);
        InputStream plain = decoded(unpacked(stored));
        TextStart.Rest text = start(dialect.isJson() ? new JsonRecords(plain, dialect.members()) : plain);
        this.firstLine = dialect.isJson() ? 0 : text.firstLine();
        this.blocks = blocks(text.text(), parsing);
        this.header = readHeader();
    }

    /** Some records of a file, behind its header. */
    private CsvFile(String name, Dialect dialect, InputStream in, List<String> header, long firstLine) {
        this.name = name;
        this.path = Path.of("");
        this.dialect = dialect;
        this.reading = Reading.PLAIN;
        this.stored = new StoredBytes(in, Sha256.digest(), false);
        this.firstLine = firstLine;
        this.blocks = new RecordBlocks(this, decoded(stored), stored, firstLine);
        this.header = List.copyOf(header);
        this.cells = header.size() + dialect.skipColumns();
    }

    /** What is to be known of a file when it has been read. */
    public enum Reading {
        /** Its rows. */
        PLAIN,
        /** The digest of its bytes too: see {@link CsvFile#source()}. */
        DIGESTED
    }

    /** Which parser reads a file. */
    enum Parsing {
        /** Commons CSV for small files and unusual dialects, ours for the others. */
        BY_SIZE(SMALL_BYTES),
        /** Commons CSV for all. */
        COMMONS_CSV(Integer.MAX_VALUE - 16),
        /** Ours for all plain dialects. */
        BYTES(0);

        private final int small;

        Parsing(int small) {
            this.small = small;
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @param name how messages call the file: the path as a mapping writes it
     * @throws CsvException if the file is missing, unreadable, has no header, or is not of the dialect
     */
    public static CsvFile open(String name, Path path, Dialect dialect) {
        return open(name, path, dialect, Reading.PLAIN);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CsvException as {@link #open(String, Path, Dialect)}
     */
    public static CsvFile open(String name, Path path, Dialect dialect, Reading reading) {
        return open(name, path, dialect, reading, Parsing.BY_SIZE);
    }

    /**
     * Reads the header of a file that is kept elsewhere than on this machine.
     *
     * @param stored its bytes, which are closed with it
     * @throws CsvException as {@link #open(String, Path, Dialect)}
     */
    public static CsvFile read(String name, InputStream stored, Dialect dialect) {
        try {
            return new CsvFile(name, Path.of(""), dialect, stored, Reading.PLAIN, Parsing.BY_SIZE);
        } catch (IOException e) {
            close(stored, e);
            throw new CsvException(name, 0, "cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(stored, e);
            throw e;
        }
    }

    /**
     * Takes some records of a file between two of its {@link RecordCuts}, with the same rows, lines and errors as in the whole file.
     *
     * @param stored the bytes of these records, which are closed with it
     * @param header the columns' names
     * @param firstLine the line of the first record
     */
    public static CsvFile part(String name, InputStream stored, Dialect dialect, List<String> header, long firstLine) {
        return new CsvFile(name, dialect, stored, header, firstLine);
    }

    static CsvFile open(String name, Path path, Dialect dialect, Reading reading, Parsing parsing) {
        InputStream stored;
        try {
            stored = Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(name, path, e);
        }
        try {
            return new CsvFile(name, path, dialect, stored, reading, parsing);
        } catch (IOException e) {
            close(stored, e);
            throw unreadable(name, path, e);
        } catch (RuntimeException e) {
            close(stored, e);
            throw e;
        }
    }

    /**
     * {@return how the text of a file begins, unpacked, with a sign of its own for each byte that is no character: for whoever asks why
     * a file cannot be read}
     *
     * @param bytes how much of it, at most
     * @throws CsvException if the file is missing or cannot be unpacked
     */
    public static String beginning(String name, Path path, Dialect dialect, int bytes) {
        try (InputStream stored = Files.newInputStream(path)) {
            InputStream plain = Packing.unpacked(stored, name, dialect.compression());
            return new String(plain.readNBytes(bytes), Charset.forName(dialect.encoding()));
        } catch (IOException e) {
            throw unreadable(name, path, e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RowBlock> nextBlock() {
        Optional<RowBlock> block = pending.or(blocks::next);
        pending = Optional.empty();
        if (block.isEmpty() && source.isEmpty() && reading == Reading.DIGESTED) {
            source = Optional.of(finished());
        }
        return block;
    }

    /**
     * {@return the file as its bytes were when these rows were read, with their digest; nothing before {@link #nextBlock()} has said that
     * there is no other block, and nothing without {@link Reading#DIGESTED}}
     *
     * <p>The digest is taken from the stored bytes as they pass, packed ones as they are packed; the file is not read a second time.
     */
    @Override
    public Optional<SourceFile> source() {
        return source;
    }

    private SourceFile finished() {
        try {
            String sha256 = stored.finish();
            return new SourceFile(name, path, stored.count(), sha256);
        } catch (IOException e) {
            throw failure(0, e);
        }
    }

    private TextStart.Rest start(InputStream text) {
        try {
            return TextStart.skip(text, dialect.skipRows(), dialect.delimiter());
        } catch (IOException e) {
            throw failure(1, e);
        }
    }

    private BlockReader blocks(InputStream text, Parsing parsing) {
        byte[] beginning;
        try {
            beginning = text.readNBytes(parsing.small);
            if (beginning.length < parsing.small) {
                return ParsedBlocks.of(this, beginning, stored, firstLine);
            }
        } catch (IOException e) {
            throw failure(firstLine, e);
        }
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(beginning), new Unclosed(text));
        return dialect.isPlain()
                ? new RecordBlocks(this, all, stored, firstLine)
                : ParsedBlocks.of(this, all, stored, firstLine);
    }

    /** Reads the header; without one, looks at the first record to number the columns. */
    private List<String> readHeader() {
        Row row = new Row(List.of());
        if (!dialect.header()) {
            readRecord(row);
            pending = pending.map(block -> new FirstRow(row, block));
            return IntStream.rangeClosed(1, row.size())
                    .mapToObj(i -> "_col." + i)
                    .toList();
        }
        readRecord(row);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            names.add(row.text(i));
        }
        for (int more = 1; more < dialect.headerRowCount(); more++) {
            readRecord(row);
            for (int i = 0; i < row.size(); i++) {
                names.set(i, names.get(i).isEmpty() ? row.text(i) : names.get(i));
            }
        }
        return List.copyOf(names);
    }

    private void readRecord(Row row) {
        while (pending.isEmpty() || !pending.get().next(row)) {
            pending = blocks.next();
            if (pending.isEmpty()) {
                throw failure(
                        firstLine, stored.count() == 0 ? "the file is empty, expected a header" : "there is no header");
            }
        }
    }

    @Override
    public void close() {
        try {
            blocks.close();
            stored.close();
        } catch (IOException e) {
            throw new CsvException(name, 0, "cannot be closed: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    Dialect dialect() {
        return dialect;
    }

    void recycle(byte[] buffer) {
        blocks.recycle(buffer);
    }

    CsvException failure(long line, String problem) {
        return new CsvException(name, line, problem);
    }

    /** {@return why the bytes could not be read} */
    CsvException failure(long line, IOException cause) {
        if (cause instanceof MalformedText malformed) {
            return new CsvException(name, malformed.line(), notInEncoding(malformed.getMessage()), cause);
        }
        if (cause instanceof JsonRecords.NoRecord none) {
            return new CsvException(name, none.line(), String.valueOf(none.getMessage()), cause);
        }
        if (cause instanceof Packing.NotOneFile) {
            return new CsvException(name, 0, String.valueOf(cause.getMessage()), cause);
        }
        String problem = cause instanceof CharacterCodingException
                ? notInEncoding("a character is malformed")
                : cause instanceof EOFException || cause instanceof ZipException || cause instanceof XZIOException
                        ? "is not a complete " + packing().name().replace('_', '.') + " file"
                                + Optional.ofNullable(cause.getMessage())
                                        .map(said -> ": " + said)
                                        .orElse("; it ends too soon")
                        : "cannot be read: " + cause.getMessage();
        return new CsvException(name, line, problem, cause);
    }

    private Dialect.Compression packing() {
        return dialect.compression() == Dialect.Compression.NONE ? Dialect.Compression.GZIP : dialect.compression();
    }

    private String notInEncoding(String found) {
        return "is not %s: %s; declare its encoding in the mapping (rml:encoding), or convert it"
                .formatted(dialect.encoding(), found);
    }

    /** Refuses bytes that are not UTF-8. */
    void checkUtf8(byte[] bytes, int from, int to, long firstOfLines) {
        int malformed = Utf8.firstMalformed(bytes, from, to);
        if (malformed < to) {
            LineCount count = new LineCount(firstOfLines);
            for (int i = from; i < malformed; i++) {
                count.count(bytes[i]);
            }
            throw failure(0, new MalformedText(count.line(), new byte[] {bytes[malformed]}));
        }
    }

    /** Refuses a record that has not as many cells as the header, and leaves out the cells that are no column. */
    void accept(Row row) {
        if (cells == 0) {
            cells = row.size();
        }
        if (row.size() != cells) {
            throw failure(
                    row.line(),
                    "%d cells, header has %d; every record needs as many cells as the header"
                            .formatted(row.size(), cells));
        }
        if (dialect.skipColumns() > 0) {
            if (row.size() <= dialect.skipColumns()) {
                throw failure(
                        row.line(),
                        "%d cells, and csvw:skipColumns leaves out %d; expected a column to be left"
                                .formatted(row.size(), dialect.skipColumns()));
            }
            row.dropFirst(dialect.skipColumns());
        }
    }

    static CsvException unreadable(String name, Path path, IOException cause) {
        String problem = cause instanceof NoSuchFileException
                ? "there is no such file (looked for %s)".formatted(path)
                : "cannot be read: %s (looked for %s)".formatted(cause.getMessage(), path);
        return new CsvException(name, 0, problem, cause);
    }

    private static void close(InputStream stored, Exception failure) {
        try {
            stored.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** A stream that stays open at its end, for the digest needs what is stored behind it. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Whoever closes the file closes what is stored.
        }
    }

    private InputStream unpacked(InputStream stored) {
        try {
            return Packing.unpacked(stored, name, dialect.compression());
        } catch (IOException e) {
            throw failure(0, e);
        }
    }

    private InputStream decoded(InputStream plain) {
        Charset charset = Charset.forName(dialect.encoding());
        return charset.equals(StandardCharsets.UTF_8) ? plain : new BufferedInputStream(new Transcoded(plain, charset));
    }
}
