package fr.pleiade.quality.secrecy;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.quality.PolicyException;
import fr.pleiade.quality.SmallCounts;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A dataset's tables without the counts that it declares to be too small to publish; all that is made of them comes after. */
public final class HiddenTables {
    private final Mapping mapping;
    private final Path work;
    private final Optional<Path> before;
    private final Map<String, HiddenCounts.Table> tables = new LinkedHashMap<>();

    /**
     * @param mapping the dataset's mapping
     * @param sources the folder in which the sources are
     * @param work a folder for what is written, the dataset's own
     * @param before the dataset's table in the current release, if it has one
     */
    public HiddenTables(Mapping mapping, Path sources, Path work, Optional<Path> before) {
        this.mapping = mapping;
        this.work = work;
        this.before = before;
        Map<Path, Dialect> dialects = mapping.dialects(sources);
        mapping.filesByName(sources)
                .forEach((name, path) -> tables.put(
                        name, new HiddenCounts.Table(name, path, Objects.requireNonNull(dialects.get(path)))));
    }

    /**
     * Hides counts.
     *
     * @param read told what a source was when it was read
     * @return the mapping that reads the tables without them
     * @throws PolicyException if no table has the columns, or a view reads it
     */
    public Mapping hide(List<SmallCounts> declared, Consumer<SourceFile> read, Consumer<Finding> findings)
            throws IOException {
        Plan plan = mapping.plan();
        int number = 0;
        for (SmallCounts counts : declared) {
            HiddenCounts.Table table = tableOf(counts);
            requireNoView(plan, table.name(), counts);
            Path folder = work.resolve("counts-" + number++);
            Path target = folder.resolve(table.name());
            Files.createDirectories(target.resolveSibling("."));
            SourceTable used = SourceTable.of(mapping.plan(), table.name(), table.path(), table.dialect(), Set.of());
            Set<String> keys = new LinkedHashSet<>(used.keys());
            counts.counts().forEach(keys::remove);
            boolean isSource = !table.path().startsWith(work);
            HiddenCounts.Table written =
                    new HiddenCounts(counts, table, keys, before, findings).write(target, isSource ? read : file -> {});
            tables.put(table.name(), written);
            plan = new StatusMaps(written, folder, new LinkedHashSet<>(counts.counts())).of(plan);
        }
        return declared.isEmpty() ? mapping : Mapping.of(plan);
    }

    private HiddenCounts.Table tableOf(SmallCounts counts) {
        for (HiddenCounts.Table table : tables.values()) {
            try (CsvFile file = CsvFile.open(table.name(), table.path(), table.dialect())) {
                if (file.header().containsAll(counts.named())) {
                    return table;
                }
            }
        }
        throw new PolicyException(
                counts.declared(),
                "gate:smallCounts names the columns %s, and no source has all of them; name them as its header does"
                        .formatted(String.join(", ", counts.named())));
    }

    private static void requireNoView(Plan plan, String name, SmallCounts counts) {
        boolean seen = plan.triplesMaps().stream()
                .anyMatch(map ->
                        map.source().path().equals(name) && !map.source().view().isEmpty());
        if (seen) {
            throw new PolicyException(
                    counts.declared(),
                    "a logical view reads '%s', whose small counts are to be hidden, and could give them back; map the file without a view"
                            .formatted(name));
        }
    }
}
