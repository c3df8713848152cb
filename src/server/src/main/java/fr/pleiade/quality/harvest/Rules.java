package fr.pleiade.quality.harvest;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.BundledTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        for (List<String> row : BundledTable.rows(Rules.class, "fields.tsv", FIELD_COLUMNS)) {
            Map<Harvester, String> read = new EnumMap<>(Harvester.class);
            for (Harvester harvester : Harvester.values()) {
                read.put(harvester, row.get(2 + harvester.ordinal()));
            }
            fields.put(row.get(0) + " " + row.get(1), read);
        }
        for (List<String> row : BundledTable.rows(Rules.class, "scores.tsv", SCORE_COLUMNS)) {
            scores.computeIfAbsent(row.get(0), score -> new ArrayList<>())
                    .add(new Criterion(
                            row.get(1), row.get(2), Integer.parseInt(row.get(3)), new Text(row.get(4), row.get(5))));
        }
        for (List<String> row : BundledTable.rows(Rules.class, "formats.tsv", FORMAT_COLUMNS)) {
            if (!row.get(1).equals(NOT_READ)) {
                machineReadable.add(row.get(0));
            }
            if (!row.get(2).equals(NOT_READ)) {
                nonProprietary.add(row.get(0));
            }
        }
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
