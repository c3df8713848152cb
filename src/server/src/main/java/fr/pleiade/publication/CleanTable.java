package fr.pleiade.publication;

import fr.pleiade.quads.Sha256;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes the table that a dataset is made from as everybody's CSV, with a header: the columns that the mapping uses, for what is not
 * mapped is not published; what the mapping declares to be no value is an empty cell. The cells' content is not changed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CleanTable {
    private CleanTable() {}

    /**
     * What was written.
     *
     * @param bytes the file's size
     * @param sha256 its digest
     */
    record Figures(long bytes, String sha256) {}

    /** Writes the dataset's table, if it is made from columns of exactly one file; several would not be one table. */
    static Optional<Figures> write(DatasetInputs inputs, Path sources, Path target) throws IOException {
        var tables = inputs.plan().dialects(sources);
        if (tables.size() != 1) {
            return Optional.empty();
        }
        var table = tables.entrySet().iterator().next();
        MessageDigest digest = Sha256.digest();
        String name = inputs.plan().sourcePaths().get(0);
        Set<String> mapped = SourceTable.of(inputs.plan().plan(), name, table.getKey(), table.getValue(), Set.of())
                .uses()
                .keySet();
        if (mapped.isEmpty()) {
            return Optional.empty();
        }
        try (CsvFile file = CsvFile.open(name, table.getKey(), table.getValue(), CsvFile.Reading.DIGESTED);
                CsvWriter clean = new CsvWriter(new DigestOutputStream(Files.newOutputStream(target), digest))) {
            copy(file, table.getValue(), mapped, clean);
            file.source().ifPresent(inputs::verify);
        }
        return Optional.of(new Figures(Files.size(target), HexFormat.of().formatHex(digest.digest())));
    }

    /** {@return what the file is, where it was written by an earlier release} */
    static Figures read(Path file) throws IOException {
        return new Figures(Files.size(file), Sha256.of(file));
    }

    /** {@return the columns of a table that was written} */
    static List<String> columns(Path file) throws IOException {
        try (CsvFile table = CsvFile.open(file.getFileName().toString(), file, Dialect.RFC_4180)) {
            return table.header();
        }
    }

    private static void copy(CsvFile file, Dialect dialect, Set<String> mapped, CsvWriter clean) throws IOException {
        Row row = new Row(dialect.nulls());
        List<String> header = file.header();
        int[] positions = IntStream.range(0, header.size())
                .filter(position -> mapped.contains(header.get(position)))
                .toArray();
        clean.write(Arrays.stream(positions).mapToObj(header::get).toList());
        for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
            while (block.get().next(row)) {
                clean.write(row, positions);
            }
            block.get().recycle();
        }
    }
}
