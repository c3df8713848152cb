package fr.pleiade.release;

import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes the table that a dataset is made from as everybody's CSV: UTF-8 without a mark, a header, commas, quotation marks only where
 * needed, lines ended by CR LF; what the mapping declares to be no value is an empty cell. The cells' content is not changed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CleanTable implements Closeable {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] NOTHING = {};
    private final OutputStream out;

    private CleanTable(OutputStream out) {
        this.out = out;
    }

    /**
     * What was written.
     *
     * @param bytes the file's size
     * @param sha256 its digest
     */
    record Figures(long bytes, String sha256) {}

    /** Writes the dataset's table, if it is made from exactly one file; several would not be one table. */
    static Optional<Figures> write(DatasetInputs inputs, Path sources, Path target) throws IOException {
        var tables = inputs.plan().dialects(sources);
        if (tables.size() != 1) {
            return Optional.empty();
        }
        var table = tables.entrySet().iterator().next();
        MessageDigest digest = Sha256.digest();
        String name = sources.relativize(table.getKey()).toString();
        try (CsvFile file = CsvFile.open(name, table.getKey(), table.getValue());
                CleanTable clean = new CleanTable(new BufferedOutputStream(
                        new DigestOutputStream(Files.newOutputStream(target), digest), 1 << 16))) {
            clean.copy(file, table.getValue());
        }
        return Optional.of(new Figures(Files.size(target), HexFormat.of().formatHex(digest.digest())));
    }

    /** {@return what the file is, where it was written by an earlier release} */
    static Figures read(Path file) throws IOException {
        return new Figures(Files.size(file), Sha256.of(file));
    }

    private void copy(CsvFile file, Dialect dialect) throws IOException {
        Row row = new Row(dialect.nulls());
        boolean begun = !file.header().isEmpty();
        if (begun) {
            writeHeader(file.header());
        }
        for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
            while (block.get().next(row)) {
                if (!begun) {
                    writeHeader(numbered(row.size()));
                    begun = true;
                }
                write(row);
            }
            block.get().recycle();
        }
    }

    private static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            names.add("column" + column);
        }
        return names;
    }

    private void writeHeader(List<String> columns) throws IOException {
        byte[] separator = NOTHING;
        for (String column : columns) {
            out.write(separator);
            byte[] name = column.getBytes(StandardCharsets.UTF_8);
            writeCell(name, 0, name.length);
            separator = new byte[] {','};
        }
        out.write(LINE_END);
    }

    private void write(Row row) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            if (column > 0) {
                out.write(',');
            }
            if (!row.isNull(column)) {
                writeCell(row.bytes(), row.start(column), row.end(column));
            }
        }
        out.write(LINE_END);
    }

    private void writeCell(byte[] bytes, int start, int end) throws IOException {
        if (!needsQuotes(bytes, start, end)) {
            out.write(bytes, start, end - start);
            return;
        }
        out.write('"');
        for (int i = start; i < end; i++) {
            if (bytes[i] == '"') {
                out.write('"');
            }
            out.write(bytes[i]);
        }
        out.write('"');
    }

    private static boolean needsQuotes(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == ',' || bytes[i] == '"' || bytes[i] == '\n' || bytes[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
