package fr.pleiade.draft;

import fr.pleiade.quads.Hash64;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the columns that somebody says are a key name each row: all cells filled, no two rows alike. Memory: some bytes a row. */
public final class KeyCheck {
    private final FileProfile profile;
    private final List<String> key;
    private final int[] columns;
    private final Map<Long, Long> lines = new HashMap<>();

    private KeyCheck(FileProfile profile, List<String> key) {
        this.profile = profile;
        this.key = key;
        List<String> headers =
                profile.columns().stream().map(ColumnGuess::header).toList();
        this.columns = key.stream()
                .map(profile::named)
                .mapToInt(column -> headers.indexOf(column.header()))
                .toArray();
    }

    /**
     * Reads a file.
     *
     * @throws DraftException if a column is not there or personal, or the columns are no key; names both lines
     */
    public static void require(List<String> key, Path path, FileProfile profile) {
        KeyCheck check = new KeyCheck(profile, key);
        try (CsvFile file = CsvFile.open(profile.name(), path, profile.dialect())) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    check.add(row);
                }
                block.get().recycle();
            }
        } catch (CsvException e) {
            throw new DraftException("%s", "lecture impossible : %s", String.valueOf(e.getMessage()));
        }
    }

    private void add(Row row) {
        long hash = 0;
        for (int column = 0; column < columns.length; column++) {
            int from = row.start(columns[column]);
            int to = row.end(columns[column]);
            if (from >= to) {
                throw new DraftException(
                        "%s:%d: '%s' is empty, and a key must not be; choose other columns with --key",
                        "%s:%d : « %s » est vide, ce qu'une clé ne peut être ; choisir d'autres colonnes par --key",
                        profile.name(),
                        row.line(),
                        key.get(column));
            }
            hash = Hash64.mixed(hash * 31 + Hash64.of(row.bytes(), from, to));
        }
        Long earlier = lines.putIfAbsent(hash, row.line());
        if (earlier != null) {
            throw new DraftException(
                    "%s:%d: the key %s is that of line %d too; add a column to it with --key A,B, or mend the file",
                    "%s:%d : la clé %s est aussi celle de la ligne %d ; y ajouter une colonne par --key A,B, ou corriger le fichier",
                    profile.name(),
                    row.line(),
                    String.join(" + ", key),
                    earlier);
        }
    }
}
