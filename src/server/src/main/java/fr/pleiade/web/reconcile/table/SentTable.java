package fr.pleiade.web.reconcile.table;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.Profiler;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.web.http.FormParts;
import fr.pleiade.web.http.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A CSV file that was sent with a form, on disk until it is closed.
 *
 * <p>The page about it carries it in a field of its own form, packed, so that other columns can be chosen and files be had without the
 * server having kept it.
 */
final class SentTable implements AutoCloseable {
    /** Bytes of a file: packed, and in a form, even one that cannot be made smaller still fits into a body of 1 MiB. */
    static final int MOST_BYTES = 750_000;

    /** The field with the file, the one with the packed file, and the one with its name. */
    static final String FILE = "file";

    static final String PACKED = "packed";
    static final String NAME = "name";

    private static final int LONGEST_NAME = 100;

    private final String name;
    private final byte[] bytes;
    private final Path path;
    private final Dialect dialect;

    private SentTable(String name, byte[] bytes, Path path, Dialect dialect) {
        this.name = name;
        this.bytes = bytes;
        this.path = path;
        this.dialect = dialect;
    }

    /**
     * {@return the file of a form}
     *
     * @throws Refusal with 400 if there is none, or it is no table, with 413 if it is too large
     */
    static SentTable of(FormParts form) throws IOException {
        Optional<byte[]> sent = form.bytes(FILE);
        byte[] bytes = sent.or(() -> form.bytes(PACKED).map(SentTable::unpacked))
                .orElseThrow(() -> Refusal.of(400, "table-missing"));
        if (bytes.length > MOST_BYTES) {
            throw Refusal.of(413, "table-large", MOST_BYTES);
        }
        String called = sent.isPresent() ? form.fileName(FILE) : form.text(NAME);
        String name = called.isBlank() ? "table.csv" : called;
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        Path path = Files.createTempFile("pleiade-table", ".csv");
        try {
            Files.write(path, bytes);
            return new SentTable(shown, bytes, path, Profiler.dialect(path));
        } catch (DraftException e) {
            Files.delete(path);
            throw Refusal.explained(400, "table-unreadable", e.problem());
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    /** {@return what it is called at its sender's} */
    String name() {
        return name;
    }

    /** {@return the table; its rows are read once} @throws fr.pleiade.sources.CsvException if it has no header */
    CsvFile open() {
        return CsvFile.open(name, path, dialect);
    }

    /** {@return how many rows it has} @throws fr.pleiade.sources.CsvException if one is not well formed */
    long rows() {
        long rows = 0;
        Row row = new Row(List.of());
        try (CsvFile table = open()) {
            for (Optional<RowBlock> block = table.nextBlock(); block.isPresent(); block = table.nextBlock()) {
                while (block.get().next(row)) {
                    rows++;
                }
                block.get().recycle();
            }
        }
        return rows;
    }

    /** {@return the file as a text that {@link #of} reads} */
    String packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(
                Base64.getDecoder().decode(new String(packed, StandardCharsets.US_ASCII).strip())))) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of(400, "table-missing");
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
