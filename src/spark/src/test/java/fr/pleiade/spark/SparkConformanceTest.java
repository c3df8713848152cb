package fr.pleiade.spark;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mapping that the engine is tried with, and every one of {@code mappings/}, gives on Spark what it gives on one machine: the parts
 * in order are, byte for byte, its lines sorted; the findings are the same; what cannot be mapped is refused in the same words.
 *
 * <p>Sources are cut into parts of some bytes, so that quoted cells, joins and line numbers go across.
 */
@EnabledForJreRange(max = JRE.JAVA_23)
class SparkConformanceTest {
    private static final Path RESOURCES = Path.of("src/rml/src/test/resources");
    private static final String HERE = "http://localhost:8080/";

    /** Of a target in RDF/XML, which cannot hold what N-Quads can; on Spark targets are N-Quads. */
    private static final String IN_XML = "target-rdf-xml-cannot-hold";

    /** Some at a time: the driver of one waits while the tasks of another run. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    private static final AtomicLong TASKS = new AtomicLong();
    private static final AtomicLong LINES = new AtomicLong();

    @TempDir
    private static Path folder;

    @AfterAll
    static void end() {
        THREADS.shutdown();
        System.out.printf("on Spark: %d parts of sources, %d quads%n", TASKS.get(), LINES.get());
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
        IdentifierSystems systems = IdentifierSystems.declaredIn(Path.of("ontology"), HERE);
        return started(folders(Path.of("mappings")).stream()
                .map(dataset -> new TriedMapping(
                        "mappings/" + dataset.getFileName(),
                        mapping(dataset),
                        Path.of("data"),
                        HERE,
                        systems,
                        64 << 10,
                        4)));
    }

    /** Each document and each table of the W3C's suite, as the command takes them: what is beside it is its folder's. */
    @TestFactory
    Stream<DynamicTest> csvw() throws IOException {
        try (Stream<Path> files = Files.list(Needed.shared("conformance/csvw"))) {
            return files
                    .filter(CsvwPart.Request::reads)
                    .sorted()
                    .map(document -> {
                        CompletableFuture<String> parts = CompletableFuture.supplyAsync(
                                () -> TriedTables.inParts(
                                        document,
                                        folder.resolve("csvw").resolve(String.valueOf(document.getFileName()))),
                                THREADS);
                        return DynamicTest.dynamicTest(
                                String.valueOf(document.getFileName()),
                                () -> assertThat(parts.get()).isEqualTo(TriedTables.whole(document)));
                    })
                    .toList()
                    .stream();
        }
    }

    private static Stream<DynamicTest> tests(String suite, List<Path> folders, String base) {
        return started(folders.stream().map(from -> {
            Path copy = copy(from, folder.resolve(suite).resolve(String.valueOf(from.getFileName())));
            Path work = Files.isDirectory(copy.resolve("work")) ? copy.resolve("work") : copy;
            Path declared = copy.resolve("systems.ttl");
            IdentifierSystems systems =
                    Files.exists(declared) ? IdentifierSystems.read(declared, base) : IdentifierSystems.NONE;
            return new TriedMapping(suite + "/" + from.getFileName(), mapping(copy), work, base, systems, 8, 2);
        }));
    }

    /** All begin now; each test waits for its own. */
    private static Stream<DynamicTest> started(Stream<TriedMapping> mappings) {
        return mappings
                .map(tried -> {
                    CompletableFuture<TriedMapping.OnSpark> parts = CompletableFuture.supplyAsync(
                            () -> tried.inParts(folder.resolve("out").resolve(tried.name())), THREADS);
                    return DynamicTest.dynamicTest(tried.name(), () -> check(tried, parts.get()));
                })
                .toList()
                .stream();
    }

    private static void check(TriedMapping tried, TriedMapping.OnSpark onSpark) throws IOException {
        assertThat(onSpark.outcome()).isEqualTo(tried.whole(folder));
        assertThat(tried.name().startsWith("mappings/") ? onSpark.outcome().refusal() : "")
                .isEmpty();
        onSpark.report().ifPresent(report -> {
            TASKS.addAndGet(report.tasks());
            LINES.addAndGet(report.quads());
        });
    }

    private static Path mapping(Path folder) {
        Path turtle = folder.resolve("mapping.ttl");
        return Files.exists(turtle) ? turtle : folder.resolve("mapping.yml");
    }

    private static List<Path> folders(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            List<Path> found = folders.filter(path -> Files.exists(mapping(path)) && !path.endsWith(IN_XML))
                    .sorted()
                    .toList();
            assertThat(found).as("the mappings of " + suite).isNotEmpty();
            return found;
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
