package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.quality.SmallCounts;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.quality.secrecy.HiddenCounts;
import fr.pleiade.quality.secrecy.StatusMaps;
import fr.pleiade.release.PublicationException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
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
final class HiddenTables {
    private final DatasetInputs inputs;
    private final Path sources;
    private final Path work;
    private final Optional<Path> before;
    private final Map<String, HiddenCounts.Table> tables = new LinkedHashMap<>();

    /**
     * @param sources the folder in which the sources are
     * @param work a folder for what is written
     * @param before the dataset's table in the current release, if it has one
     */
    HiddenTables(DatasetInputs inputs, Path sources, Path work, Optional<Path> before) {
        this.inputs = inputs;
        this.sources = sources;
        this.work = work;
        this.before = before;
        Map<Path, Dialect> dialects = inputs.plan().dialects(sources);
        inputs.plan()
                .filesByName(sources)
                .forEach((name, path) -> tables.put(
                        name, new HiddenCounts.Table(name, path, Objects.requireNonNull(dialects.get(path)))));
    }

    /**
     * Hides counts.
     *
     * @return the dataset as it is to be made
     * @throws PublicationException if no table has the columns, or a view reads it
     */
    DatasetInputs hide(List<SmallCounts> declared, Consumer<Finding> findings) throws IOException {
        if (declared.isEmpty()) {
            return inputs;
        }
        Plan plan = inputs.plan().plan();
        int number = 0;
        for (SmallCounts counts : declared) {
            HiddenCounts.Table table = tableOf(counts);
            requireNoView(plan, table.name());
            Path folder = work.resolve("counts-%s-%d".formatted(inputs.slug(), number++));
            Path target = folder.resolve(table.name());
            Files.createDirectories(target.resolveSibling("."));
            boolean isSource = !table.path().startsWith(work);
            SourceTable used =
                    SourceTable.of(inputs.plan().plan(), table.name(), table.path(), table.dialect(), Set.of());
            Set<String> keys = new LinkedHashSet<>(used.keys());
            counts.counts().forEach(keys::remove);
            HiddenCounts.Table written = new HiddenCounts(counts, table, keys, before, findings)
                    .write(target, isSource ? inputs::verify : read -> {});
            tables.put(table.name(), written);
            plan = new StatusMaps(written, folder, new LinkedHashSet<>(counts.counts())).of(plan);
        }
        return new DatasetInputs(
                inputs.dataset(),
                Mapping.of(plan),
                inputs.rules(),
                List.of(),
                inputs.linkSources(),
                inputs.definition());
    }

    private HiddenCounts.Table tableOf(SmallCounts counts) {
        for (HiddenCounts.Table table : tables.values()) {
            try (CsvFile file = CsvFile.open(table.name(), table.path(), table.dialect())) {
                if (file.header().containsAll(counts.named())) {
                    return table;
                }
            }
        }
        throw PublicationException.input(
                inputs.slug() + "/dataset.ttl",
                "gate:smallCounts names the columns %s, and no source has all of them"
                        .formatted(String.join(", ", counts.named())),
                "name them as the header of the source does");
    }

    private void requireNoView(Plan plan, String name) {
        boolean seen = plan.triplesMaps().stream()
                .anyMatch(map ->
                        map.source().path().equals(name) && !map.source().view().isEmpty());
        if (seen) {
            throw PublicationException.input(
                    inputs.slug() + "/mapping.ttl",
                    "a logical view reads '%s', whose small counts are to be hidden; they could come back by it"
                            .formatted(name),
                    "map the file without a view");
        }
    }
}
