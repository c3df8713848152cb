package fr.pleiade.sources;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A CSV file that is being read, block by block.
 *
 * <p>{@link #nextBlock()} is for one thread; the blocks can be read by others. Memory: the blocks that were not recycled.
 * A record may be up to {@link RecordBlocks#LONGEST_RECORD} bytes long.
 */
public final class CsvFile implements Rows {
    private final String name;
    private final Dialect dialect;
    private final BlockReader blocks;
    private final List<String> header;
    private int columns;

    private CsvFile(String name, Dialect dialect, InputStream stored, Parsing parsing) throws IOException {
        this.name = name;
        this.dialect = dialect;
        CountedBytes counted = new CountedBytes(stored);
        InputStream text = decoded(unpacked(counted));
        this.blocks = dialect.isPlain() && parsing == Parsing.FASTEST
                ? new RecordBlocks(this, text, counted)
                : new ParsedBlocks(this, text, counted);
        this.header = blocks.readHeader();
        this.columns = header.size();
    }

    /** Which parser reads a file. */
    enum Parsing {
        /** Ours for plain dialects, Commons CSV for the others. */
        FASTEST,
        /** Commons CSV for all dialects. */
        COMMONS_CSV
    }

    /**
     * Opens a file and reads its header.
     *
     * @param name how messages call the file: the path as a mapping writes it
     * @throws CsvException if the file is missing, unreadable, has no header, or is not of the dialect
     */
    public static CsvFile open(String name, Path path, Dialect dialect) {
        return open(name, path, dialect, Parsing.FASTEST);
    }

    static CsvFile open(String name, Path path, Dialect dialect, Parsing parsing) {
        InputStream stored;
        try {
            stored = Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(name, path, e);
        }
        try {
            return new CsvFile(name, dialect, stored, parsing);
        } catch (IOException e) {
            close(stored, e);
            throw unreadable(name, path, e);
        } catch (RuntimeException e) {
            close(stored, e);
            throw e;
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RowBlock> nextBlock() {
        return blocks.next();
    }

    @Override
    public void close() {
        try {
            blocks.close();
        } catch (IOException e) {
            throw new CsvException(name, 0, "cannot be closed: " + e.getMessage(), e);
        }
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
        String problem = cause instanceof CharacterCodingException
                ? "is not " + dialect.encoding()
                        + ": a character is malformed; declare the right encoding in the mapping"
                : cause instanceof EOFException || cause instanceof ZipException
                        ? "is not a complete " + dialect.compression() + " file: " + cause.getMessage()
                        : "cannot be read: " + cause.getMessage();
        return new CsvException(name, line, problem, cause);
    }

    /** Refuses a record that has not as many cells as the header. */
    void checkSize(long line, int size) {
        if (columns > 0 && size != columns) {
            throw failure(
                    line,
                    "%d cells, header has %d; every record needs as many cells as the header".formatted(size, columns));
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

    private InputStream unpacked(InputStream stored) throws IOException {
        return switch (dialect.compression()) {
            case NONE -> stored;
            case GZIP -> gunzipped(stored);
            case ZIP -> unzipped(stored);
        };
    }

    private InputStream gunzipped(InputStream stored) {
        try {
            return new GZIPInputStream(stored, 1 << 16);
        } catch (IOException e) {
            throw failure(0, e);
        }
    }

    private InputStream unzipped(InputStream stored) throws IOException {
        ZipInputStream zip = new ZipInputStream(stored);
        if (zip.getNextEntry() == null) {
            throw failure(0, "is not a ZIP archive with a file in it");
        }
        return zip;
    }

    private InputStream decoded(InputStream plain) {
        Charset charset = Charset.forName(dialect.encoding());
        return charset.equals(StandardCharsets.UTF_8) ? plain : new Transcoded(plain, charset);
    }

    /** Counts what is read of the stored bytes, for progress. */
    static final class CountedBytes extends FilterInputStream {
        private long count;

        CountedBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }

        /** {@return the bytes read since this was last asked} */
        long take() {
            long taken = count;
            count = 0;
            return taken;
        }
    }
}
