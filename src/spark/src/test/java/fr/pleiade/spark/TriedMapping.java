package fr.pleiade.spark;

import fr.pleiade.findings.Finding;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.syntax.SyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mapping that is run both ways.
 *
 * @param sources the folder of its sources
 * @param partBytes how many bytes of a source are the work of one task, about
 * @param ranges how many parts the output is to have, at most
 */
record TriedMapping(
        String name, Path mapping, Path sources, String base, IdentifierSystems systems, long partBytes, int ranges) {
    /** What came of it: its lines, its findings in some order, and the lines of those of its targets that are N-Quads; or why it was refused. */
    record Outcome(String lines, List<String> findings, Map<String, String> targets, String refusal) {
        private static Outcome refused(Exception why) {
            return new Outcome("", List.of(), Map.of(), String.valueOf(why.getMessage()));
        }
    }

    /** What came of it on Spark, and what was told of it; nothing where it was refused. */
    record OnSpark(Outcome outcome, Optional<RunReport> report) {}

    /** {@return what one machine makes of it, sorted in a folder} */
    Outcome whole(Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mapping plan;
        try {
            plan = Mapping.read(List.of(mapping), base, systems, sources);
            plan.run(Run.in(sources).withFindings(finding -> findings.add(cells(finding))), out);
        } catch (MappingException | CsvException | SyntaxException e) {
            return Outcome.refused(e);
        }
        Map<String, String> targets = new TreeMap<>();
        for (String target : plan.targetPaths()) {
            if (target.endsWith(".nq")) {
                targets.put(target, sorted(Files.readAllBytes(sources.resolve(target)), folder));
            }
        }
        return new Outcome(
                sorted(out.toByteArray(), folder), findings.stream().sorted().toList(), targets, "");
    }

    /** {@return what Spark makes of it, in a folder that is not there yet} */
    OnSpark inParts(Path out) {
        RunReport report;
        try {
            Mapping plan = Mapping.read(
                    List.of(mapping), base, systems, SparkRun.files(LocalSpark.CONTEXT, sources.toString(), mapping));
            report = new SparkRun(
                            LocalSpark.CONTEXT,
                            new SparkRun.Request(
                                    List.of(mapping),
                                    sources.toString(),
                                    out.toString(),
                                    "",
                                    EmptyCells.KEPT,
                                    partBytes,
                                    ranges,
                                    false))
                    .run(plan);
        } catch (MappingException | CsvException | SyntaxException | SparkFault e) {
            return new OnSpark(Outcome.refused(e), Optional.empty());
        }
        Map<String, String> targets = new TreeMap<>();
        report.targets().forEach((path, part) -> {
            if (path.endsWith(".nq")) {
                targets.put(path, text(out.resolve(part.name())));
            }
        });
        String lines = parts(out).map(TriedMapping::text).reduce("", String::concat);
        List<String> findings = parts(out.resolve("findings"))
                .flatMap(file -> rows(file).stream())
                .sorted()
                .toList();
        return new OnSpark(new Outcome(lines, findings, targets, ""), Optional.of(report));
    }

    private static String sorted(byte[] lines, Path folder) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (LineSorter sorter = new LineSorter(folder, 1 << 20)) {
            sorter.write(lines);
            sorter.drain((bytes, start, end) -> {
                text.write(bytes, start, end - start);
                text.write('\n');
            });
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String cells(Finding finding) {
        return FindingsFile.cells(finding).toString();
    }

    private static List<String> rows(Path file) {
        List<String> rows = new ArrayList<>();
        try (CsvFile findings = CsvFile.open(file.toString(), file, Dialect.RFC_4180)) {
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = findings.nextBlock(); block.isPresent(); block = findings.nextBlock()) {
                while (block.get().next(row)) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < row.size(); column++) {
                        cells.add(row.text(column));
                    }
                    rows.add(cells.toString());
                }
            }
        }
        return rows;
    }

    private static Stream<Path> parts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
