package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules of the portals, as the files beside this class state them. Immutable and thread-safe. */
final class Rules {
    private static final String NOT_READ = "-";
    private static final int FIELD_COLUMNS = 6;
    private static final int SCORE_COLUMNS = 6;
    private static final int FORMAT_COLUMNS = 3;

    /** The rules that are bundled. */
    static final Rules BUNDLED = new Rules();

    private final Map<String, Map<Harvester, String>> fields = new HashMap<>();
    private final Map<String, List<Criterion>> scores = new HashMap<>();
    private final Set<String> machineReadable = new HashSet<>();
    private final Set<String> nonProprietary = new HashSet<>();

    /** A criterion of a score. */
    record Criterion(String id, String dimension, int points, Text title) {}

    private Rules() {
        for (String[] row : rows("fields.tsv", FIELD_COLUMNS)) {
            Map<Harvester, String> read = new EnumMap<>(Harvester.class);
            for (Harvester harvester : Harvester.values()) {
                read.put(harvester, row[2 + harvester.ordinal()]);
            }
            fields.put(row[0] + " " + row[1], read);
        }
        for (String[] row : rows("scores.tsv", SCORE_COLUMNS)) {
            scores.computeIfAbsent(row[0], score -> new ArrayList<>())
                    .add(new Criterion(row[1], row[2], Integer.parseInt(row[3]), new Text(row[4], row[5])));
        }
        for (String[] row : rows("formats.tsv", FORMAT_COLUMNS)) {
            if (!row[1].equals(NOT_READ)) {
                machineReadable.add(row[0]);
            }
            if (!row[2].equals(NOT_READ)) {
                nonProprietary.add(row[0]);
            }
        }
    }

    private static List<String[]> rows(String file, int columns) {
        try (InputStream stream = Objects.requireNonNull(Rules.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> row(file, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String[] row(String file, String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalStateException("%s: expected %d cells: %s".formatted(file, columns, line));
        }
        return cells;
    }

    /** {@return what a harvester does with a property as such, whatever its values are} */
    Fate fate(Field.Level level, String property, Harvester harvester) {
        String key = (level == Field.Level.DATASET ? "dataset " : "distribution ") + property;
        String field = fields.getOrDefault(key, Map.of())
                .getOrDefault(harvester, harvester == Harvester.EUROPA ? "stored" : NOT_READ);
        if (field.equals(NOT_READ)) {
            return Fate.dropped();
        }
        return field.equals("stored")
                ? Fate.kept("")
                        .noting(
                                "in its triple store only, not shown",
                                "dans son triplestore seulement, sans être montré")
                : Fate.kept(field.equals("shown") ? "" : field);
    }

    List<Criterion> score(String name) {
        return scores.getOrDefault(name, List.of());
    }

    boolean isMachineReadable(String fileType) {
        return machineReadable.contains(fileType);
    }

    boolean isNonProprietary(String fileType) {
        return nonProprietary.contains(fileType);
    }
}
