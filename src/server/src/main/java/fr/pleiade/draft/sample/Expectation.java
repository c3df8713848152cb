package fr.pleiade.draft.sample;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.syntax.RdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is expected of a dataset's sample, which its folder says. */
public final class Expectation {
    private final Path mapping;
    private final Path folder;
    private final String slug;

    /**
     * @param mapping the dataset's mapping, in its folder
     * @param slug the dataset's name
     */
    public Expectation(Path mapping, String slug) {
        this.mapping = mapping;
        this.folder = mapping.resolveSibling("").toAbsolutePath();
        this.slug = slug;
    }

    /** {@return why there is nothing to compare, if there is not} */
    public Optional<Text> absent() {
        for (String file : List.of(Sample.ROWS, Sample.TRIPLES)) {
            if (Files.notExists(folder.resolve(file))) {
                return Optional.of(
                        new Text("%s: no %s, so no sample is tried", "%s : sans %s, aucun échantillon n'est essayé")
                                .with(slug, file));
            }
        }
        return Optional.empty();
    }

    /**
     * {@return where the sample gives anything else than is expected: the first triple that differs, and the first cell}
     *
     * @param systems reads the identifier systems under a base
     * @throws fr.pleiade.mapping.model.MappingException if the mapping is at fault
     * @throws fr.pleiade.sources.CsvException if the sample or the list of findings is not the CSV that it must be
     * @throws fr.pleiade.syntax.SyntaxException if the expected triples are none
     */
    public List<Finding> differences(Function<String, IdentifierSystems> systems) {
        Sample sample = Sample.of(mapping, systems);
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> made = new TreeMap<>();
        sample.triples().forEach(line -> made.put(line, 0L));
        compare(Sample.TRIPLES, triples(), made).ifPresent(findings::add);
        Map<String, Long> refused = new TreeMap<>();
        sample.bad().forEach(cell -> refused.put(String.join(", ", cell.cells()), 0L));
        compare(Sample.FINDINGS, cells(), refused).ifPresent(findings::add);
        return findings;
    }

    /** The first that is missing, for it has a line to point to; else the first that is too many. */
    private Optional<Finding> compare(String file, Map<String, Long> expected, Map<String, Long> made) {
        List<String> missing = expected.keySet().stream()
                .filter(line -> !made.containsKey(line))
                .toList();
        List<String> more = made.keySet().stream()
                .filter(line -> !expected.containsKey(line))
                .toList();
        String name = slug + "/" + file;
        Optional<String> first = missing.stream()
                .min((one, other) -> Long.compare(expected.getOrDefault(one, 0L), expected.getOrDefault(other, 0L)));
        if (first.isPresent()) {
            return Optional.of(Rule.SAMPLE.at(
                    new Place.InLine(name, expected.getOrDefault(first.get(), 0L)),
                    "the sample does not give '%s'; %d lines are missing, %d are not expected%s",
                    "l'échantillon ne donne pas « %s » ; %d lignes manquent, %d ne sont pas attendues%s",
                    first.get(),
                    missing.size(),
                    more.size(),
                    more.isEmpty() ? "" : ": " + more.get(0)));
        }
        return more.stream()
                .findFirst()
                .map(line -> Rule.SAMPLE.at(
                        new Place.InFile(name),
                        "the sample gives '%s', which is not expected, as %d lines are not",
                        "l'échantillon donne « %s », qui n'est pas attendu, comme %d lignes en tout",
                        line,
                        more.size()));
    }

    private Map<String, Long> triples() {
        Map<String, Long> lines = new TreeMap<>();
        InMemoryGraph graph = RdfReader.readGraph(folder.resolve(Sample.TRIPLES), Sample.BASE);
        for (Quad quad : graph.triples()) {
            lines.put(Sample.line(quad), graph.line(quad));
        }
        return lines;
    }

    /** A file that is absent expects none. */
    private Map<String, Long> cells() {
        Map<String, Long> cells = new TreeMap<>();
        Path file = folder.resolve(Sample.FINDINGS);
        if (Files.notExists(file)) {
            return cells;
        }
        try (CsvFile csv = CsvFile.open(slug + "/" + Sample.FINDINGS, file, Dialect.RFC_4180)) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                while (block.get().next(row)) {
                    cells.put(text(row), row.line());
                }
                block.get().recycle();
            }
        }
        return cells;
    }

    private static String text(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(row.text(column));
        }
        return String.join(", ", cells);
    }
}
