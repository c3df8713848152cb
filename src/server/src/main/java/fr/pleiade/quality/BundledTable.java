package fr.pleiade.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Facts that stand as a table beside the class that knows them: cells parted by tabs; a line that begins with {@code #} is a remark. */
public final class BundledTable {
    private BundledTable() {}

    /**
     * {@return the rows of a table, each with all its cells}
     *
     * @param owner the class beside which the file stands
     * @throws IllegalStateException if a row has another number of cells
     */
    public static List<List<String>> rows(Class<?> owner, String file, int columns) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> row(file, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static List<String> row(String file, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException("%s: expected %d cells: %s".formatted(file, columns, line));
        }
        return cells;
    }
}
