package fr.pleiade.spark;

import static org.assertj.core.api.Assertions.assertThat;

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
import fr.pleiade.testing.Needed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mapping that the engine is tried with, and every one of {@code mappings/}, gives on Spark what it gives on one machine: the parts
 * in order are, byte for byte, its lines sorted; the findings are the same; what cannot be mapped is refused in the same words.
 *
 * <p>Sources are cut into parts of some ten bytes, so that quoted cells, joins and line numbers go across.
 */
class SparkConformanceTest {
    private static final Path RESOURCES = Path.of("src/rml/src/test/resources");
    private static final long PART_BYTES = 8;
    private static final int RANGES = 2;

    /** Two at a time: the driver of one waits while the tasks of the other run. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    private static final AtomicLong TASKS = new AtomicLong();
    private static final AtomicLong LINES = new AtomicLong();

    @TempDir
    private static Path folder;

    @AfterAll
    static void end() {
        System.out.println("tasks " + TASKS + ", lines " + LINES);
        THREADS.shutdown();
    }

    @TestFactory
    Stream<DynamicTest> suites() {
        return Stream.of("rml-core-csv", "rml-fnml-csv")
                .flatMap(suite ->
                        tests(suite, folders(Needed.shared("conformance/" + suite)), "http://example.com/base/"));
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return Stream.of("cases", "sheet", "yarrrml")
                .flatMap(name -> tests(name, folders(RESOURCES.resolve(name)), "http://example.org/"));
    }

    @TestFactory
    Stream<DynamicTest> datasets() {
        IdentifierSystems systems =
                IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://localhost:8080/");
        return started(folders(Path.of("mappings")).stream()
                .map(dataset -> new Case(
                        "mappings/" + dataset.getFileName(),
                        mapping(dataset),
                        Path.of("data"),
                        "http://localhost:8080/",
                        systems,
                        64 << 10)));
    }

    /** A mapping, and the folder of its sources. */
    private record Case(
            String name, Path mapping, Path sources, String base, IdentifierSystems systems, long partBytes) {}

    /** What came of a mapping: its lines, its findings in some order, and the lines of those of its targets that are N-Quads; or why it was refused. */
    private record Outcome(String lines, List<String> findings, Map<String, String> targets, String refusal) {}

    private static Stream<DynamicTest> tests(String suite, List<Path> folders, String base) {
        return started(folders.stream().map(from -> {
            Path copy =
                    copy(from, folder.resolve(suite).resolve(from.getFileName().toString()));
            Path work = Files.isDirectory(copy.resolve("work")) ? copy.resolve("work") : copy;
            Path declared = copy.resolve("systems.ttl");
            IdentifierSystems systems =
                    Files.exists(declared) ? IdentifierSystems.read(declared, base) : IdentifierSystems.NONE;
            return new Case(suite + "/" + from.getFileName(), mapping(copy), work, base, systems, PART_BYTES);
        }));
    }

    /** All begin now; each test waits for its own. */
    private static Stream<DynamicTest> started(Stream<Case> cases) {
        return cases
                .map(tried -> {
                    CompletableFuture<Outcome> parts = CompletableFuture.supplyAsync(() -> inParts(tried), THREADS);
                    return DynamicTest.dynamicTest(
                            tried.name(), () -> assertThat(parts.get()).isEqualTo(whole(tried)));
                })
                .toList()
                .stream();
    }

    private static Outcome whole(Case tried) throws IOException {
        List<String> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mapping plan;
        try {
            plan = Mapping.read(List.of(tried.mapping()), tried.base(), tried.systems(), tried.sources());
            plan.run(Run.in(tried.sources()).withFindings(finding -> findings.add(cells(finding))), out);
        } catch (MappingException | CsvException | SyntaxException e) {
            return refused(e);
        }
        Map<String, String> targets = new TreeMap<>();
        for (String target : plan.targetPaths()) {
            if (target.endsWith(".nq")) {
                targets.put(target, sorted(Files.readAllBytes(tried.sources().resolve(target))));
            }
        }
        return new Outcome(sorted(out.toByteArray()), findings.stream().sorted().toList(), targets, "");
    }

    private static Outcome inParts(Case tried) {
        Path out = folder.resolve("out").resolve(tried.name());
        RunReport report;
        try {
            Mapping mapping = Mapping.read(
                    List.of(tried.mapping()),
                    tried.base(),
                    tried.systems(),
                    SparkRun.files(LocalSpark.CONTEXT, tried.sources().toString(), tried.mapping()));
            report = new SparkRun(
                            LocalSpark.CONTEXT,
                            new SparkRun.Request(
                                    mapping,
                                    List.of(tried.mapping()),
                                    tried.sources().toString(),
                                    out.toString(),
                                    "",
                                    EmptyCells.KEPT,
                                    tried.partBytes(),
                                    RANGES,
                                    false))
                    .run();
        } catch (MappingException | CsvException | SyntaxException | SparkFault e) {
            return refused(e);
        }
        Map<String, String> targets = new TreeMap<>();
        report.targets().forEach((path, part) -> {
            if (path.endsWith(".nq")) {
                targets.put(path, text(out.resolve(part.name())));
            }
        });
        TASKS.addAndGet(report.tasks());
        LINES.addAndGet(report.quads());
        return new Outcome(
                files(out, "part-").map(SparkConformanceTest::text).reduce("", String::concat),
                files(out.resolve("findings"), "part-")
                        .flatMap(file -> rows(file).stream())
                        .sorted()
                        .toList(),
                targets,
                "");
    }

    private static Outcome refused(Exception why) {
        return new Outcome("", List.of(), Map.of(), String.valueOf(why.getMessage()));
    }

    private static String sorted(byte[] lines) throws IOException {
        StringBuilder text = new StringBuilder();
        try (LineSorter sorter = new LineSorter(folder, 1 << 20)) {
            sorter.write(lines);
            sorter.drain((bytes, start, end) -> text.append(
                            new String(bytes, start, end - start, java.nio.charset.StandardCharsets.UTF_8))
                    .append('\n'));
        }
        return text.toString();
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

    private static Path mapping(Path folder) {
        Path turtle = folder.resolve("mapping.ttl");
        return Files.exists(turtle) ? turtle : folder.resolve("mapping.yml");
    }

    private static List<Path> folders(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            List<Path> found =
                    folders.filter(path -> Files.exists(mapping(path)))
                    .filter(path -> !path.endsWith("target-rdf-xml-cannot-hold")) // targets are N-Quads here, which can
                    .sorted()
                    .toList();
            assertThat(found).as("the mappings of " + suite).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
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

    /** Copies a case, in whose mapping {@code FOLDER} stands for the address of its folder. */
    private static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
            Path mapping = mapping(to);
            Files.writeString(
                    mapping,
                    Files.readString(mapping).replace("FOLDER", to.toUri().toString()));
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
