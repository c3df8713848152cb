package fr.pleiade.mappings;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.draft.sample.Sample;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample of each of {@code mappings/<dataset>} gives its {@code expected.nt}. */
class SampleTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path workspace;

    @ParameterizedTest
    @MethodSource("folders")
    void sampleGivesTheExpectedGraph(Path folder) throws IOException {
        MappedSample mapped = MappedSample.of(folder, workspace);
        assertThatGraph(mapped.quads())
                .isIsomorphicTo(RdfReader.readGraph(folder.resolve("expected.nt"), MappedSample.BASE));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachBadCellIsOneFindingAndTheOthersAreNone(Path folder) throws IOException {
        assertThat(MappedSample.of(folder, workspace).findings().stream().map(SampleTest::cell))
                .containsExactlyInAnyOrderElementsOf(expectedFindings(folder));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aRowWithABadCellIsKept(Path folder) throws IOException {
        Path sample = Sample.rows(folder);
        int header = sample.endsWith(Sample.ROWS) ? 1 : 0;
        long rowsBeside = 0;
        for (Path source : MappedSample.beside(folder)) {
            rowsBeside += Files.readAllLines(source).size() - 1;
        }
        try (Stream<String> lines = Files.lines(sample)) {
            assertThat(MappedSample.of(folder, workspace).rows()).isEqualTo(lines.count() - header + rowsBeside);
        }
    }

    /** A file that is absent expects none. */
    private static List<String> expectedFindings(Path folder) {
        Path file = folder.resolve("expected-findings.csv");
        List<String> cells = new ArrayList<>();
        if (Files.exists(file)) {
            try (CsvFile csv = CsvFile.open(file.toString(), file, Dialect.RFC_4180)) {
                Row row = new Row(List.of());
                for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                    while (block.get().next(row)) {
                        cells.add("%s %s '%s' %s".formatted(row.text(0), row.text(1), row.text(2), row.text(3)));
                    }
                }
            }
        }
        return cells;
    }

    private static String cell(Finding finding) {
        if (finding.place() instanceof Place.InCell cell) {
            return "%d %s '%s' %s".formatted(cell.line(), cell.column(), cell.value(), finding.rule());
        }
        return finding.describe();
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(MAPPINGS)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
