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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        for (String file : List.of(Sample.rows(folder).getFileName().toString(), Sample.TRIPLES)) {
            if (Files.notExists(folder.resolve(file))) {
                return Optional.of(
                        new Text("%s: no %s, so no sample is tried", "%s : sans %s, aucun échantillon n'est essayé")
                                .with(slug, file));
            }
        }
        return Optional.empty();
    }

    /**
     * How what a sample gives differs from what a file of the folder expects.
     *
     * @param file the file's name
     * @param missing the lines that are expected and not given, in the order of the file
     * @param more the lines that are given and not expected, sorted
     */
    public record Difference(String file, List<String> missing, List<String> more) {
        public Difference {
            missing = List.copyOf(missing);
            more = List.copyOf(more);
        }

        public boolean isNone() {
            return missing.isEmpty() && more.isEmpty();
        }
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
        return compared(Sample.of(mapping, systems)).stream()
                .flatMap(difference -> finding(difference).stream())
                .toList();
    }

    /**
     * Makes what the sample gives what is expected from now on.
     *
     * @return what was expected before and is not given, and what is given and was not expected, of both files
     * @throws fr.pleiade.mapping.model.MappingException if the mapping is at fault; nothing is written
     * @throws fr.pleiade.sources.CsvException if the sample or the list of findings is not the CSV that it must be; nothing is written
     * @throws fr.pleiade.syntax.SyntaxException if the triples that were expected are none; nothing is written
     */
    public List<Difference> accept(Function<String, IdentifierSystems> systems) throws IOException {
        Sample sample = Sample.of(mapping, systems);
        List<Difference> differences = compared(sample);
        if (!differences.stream().allMatch(Difference::isNone)) {
            sample.writeTo(folder);
        }
        return differences;
    }

    private List<Difference> compared(Sample sample) {
        SortedSet<String> bad = sample.bad().stream()
                .map(cell -> String.join(", ", cell.cells()))
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(compared(Sample.TRIPLES, triples(), sample.triples()), compared(Sample.FINDINGS, cells(), bad));
    }

    private static Difference compared(String file, Map<String, Long> expected, SortedSet<String> made) {
        List<String> missing = expected.entrySet().stream()
                .filter(line -> !made.contains(line.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Difference(
                file,
                missing,
                made.stream().filter(line -> !expected.containsKey(line)).toList());
    }

    /** The first that is missing, for it has a line to point to; else the first that is too many. */
    private Optional<Finding> finding(Difference difference) {
        List<String> missing = difference.missing();
        List<String> more = difference.more();
        String name = slug + "/" + difference.file();
        if (!missing.isEmpty()) {
            Map<String, Long> expected = difference.file().equals(Sample.TRIPLES) ? triples() : cells();
            return Optional.of(Rule.SAMPLE.at(
                    new Place.InLine(name, expected.getOrDefault(missing.get(0), 0L)),
                    "the sample does not give '%s'; %d lines are missing, %d are not expected%s",
                    "l'échantillon ne donne pas « %s » ; %d lignes manquent, %d ne sont pas attendues%s",
                    missing.get(0),
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
        if (Files.notExists(folder.resolve(Sample.TRIPLES))) {
            return lines;
        }
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
