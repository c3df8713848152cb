package fr.pleiade.draft.vintage;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.quads.Hash64;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The cells of a file as hashes that can be compared with those of another: of letters and digits only, in lower case and without accents,
 * so that {@code Privé} is {@code privé} and {@code 4 257} is {@code 4257}. 0 is an empty cell.
 *
 * <p>Memory: some hundred hashes a column, or some thousand rows of them.
 */
final class Cells {
    /** So many values of a column are kept; of fewer, all. */
    static final int VALUES = 512;

    private static final int ROWS = 4000;
    private static final long EMPTY = 0;

    private final Path path;
    private final FileProfile profile;
    /** The words of each column that stand for no value. */
    private final List<Set<Long>> missing;

    Cells(Path path, FileProfile profile) {
        this.path = path;
        this.profile = profile;
        this.missing = profile.columns().stream()
                .map(column -> column.missing().stream()
                        .map(word -> hash(word.getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.toSet()))
                .toList();
    }

    FileProfile profile() {
        return profile;
    }

    /** {@return the distinct values of each column, those with the smallest hashes} */
    List<TreeSet<Long>> values() {
        List<TreeSet<Long>> values = new ArrayList<>();
        profile.columns().forEach(column -> values.add(new TreeSet<>()));
        read(row -> {
            for (int column = 0; column < values.size(); column++) {
                long hash = hash(row, column);
                if (hash != EMPTY) {
                    keep(values.get(column), hash);
                }
            }
        });
        return values;
    }

    private static void keep(TreeSet<Long> smallest, long hash) {
        if (smallest.size() < VALUES || hash < smallest.last()) {
            smallest.add(hash);
            if (smallest.size() > VALUES) {
                smallest.pollLast();
            }
        }
    }

    /**
     * {@return rows by the hash of their key, those with the smallest ones: of two files, the rows of the same keys}
     *
     * @param key the places of the key's columns
     */
    TreeMap<Long, long[]> rows(List<Integer> key) {
        TreeMap<Long, long[]> rows = new TreeMap<>();
        int columns = profile.columns().size();
        read(row -> {
            long name = 0;
            for (int column : key) {
                name = Hash64.mixed(name * 31 + hash(row, column));
            }
            if (rows.size() < ROWS || name < rows.lastKey()) {
                long[] cells = new long[columns];
                for (int column = 0; column < columns; column++) {
                    cells[column] = hash(row, column);
                }
                rows.put(name, cells);
                if (rows.size() > ROWS) {
                    rows.pollLastEntry();
                }
            }
        });
        return rows;
    }

    private void read(Consumer<Row> each) {
        try (CsvFile file = CsvFile.open(profile.name(), path, profile.dialect())) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    each.accept(row);
                }
                block.get().recycle();
            }
        } catch (CsvException e) {
            throw new DraftException("%s", "lecture impossible : %s", String.valueOf(e.getMessage()));
        }
    }

    private long hash(Row row, int column) {
        long hash = hash(row.bytes(), row.start(column), row.end(column));
        return missing.get(column).contains(hash) ? EMPTY : hash;
    }

    private static long hash(byte[] text) {
        return hash(text, 0, text.length);
    }

    private static long hash(byte[] bytes, int from, int to) {
        byte[] plain = new byte[Math.max(0, to - from)];
        int length = 0;
        for (int i = from; i < to; i++) {
            int c = bytes[i];
            if (c < 0) {
                byte[] spelled = plain(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                return spelled.length == 0 ? EMPTY : Hash64.of(spelled, 0, spelled.length);
            }
            if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z') {
                plain[length++] = (byte) c;
            } else if (c >= 'A' && c <= 'Z') {
                plain[length++] = (byte) (c + 'a' - 'A');
            }
        }
        return length == 0 ? EMPTY : Hash64.of(plain, 0, length);
    }

    private static byte[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
