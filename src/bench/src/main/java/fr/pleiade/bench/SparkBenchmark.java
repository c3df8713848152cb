package fr.pleiade.bench;

import fr.pleiade.quads.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The engine on Spark, in one process with two tasks at a time, beside the engine alone on the same rows: both write the same sorted lines.
 *
 * <p>{@code -Drows=200000} rows of 25 columns, then twice as many on Spark; needs a gigabyte of disk for each 200,000. Spark's part is
 * built by {@code mvn -Pall -DskipTests package}, and runs on Java 17 to 23.
 */
final class SparkBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 200_000);
    private static final Path BUILT = Path.of("src/spark/target");
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Path folder;

    private SparkBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        if (!Files.exists(BUILT.resolve("spark.classpath"))) {
            throw new IllegalStateException(BUILT + " has no jar for Spark: mvn -Pall -DskipTests package makes it");
        }
        Path folder = Files.createTempDirectory("pleiade-spark-bench");
        try {
            new SparkBenchmark(folder).measure();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void measure() throws IOException {
        BenchmarkFiles files = new BenchmarkFiles(folder);
        Path once = files.wide("once", ROWS, ROWS);
        Measurement alone = Measurement.of(
                "Pléiade alone, %,d rows".formatted(ROWS),
                PleiadeRun.class,
                List.of("-Xmx1g"),
                List.of(once.toString(), folder.resolve("alone.nq").toString(), "sorted"));
        Measurement spark = onSpark("Spark local[2], %,d rows".formatted(ROWS), once, "one");
        String ofParts = digest("one");
        if (!ofParts.equals(Sha256.of(folder.resolve("alone.nq")))) {
            throw new IllegalStateException("the parts are not what one machine writes");
        }
        Measurement twice =
                onSpark("Spark local[2], %,d rows".formatted(2 * ROWS), files.wide("twice", 2 * ROWS, 2 * ROWS), "two");
        List.of(alone, spark, twice).forEach(System.out::println);
        System.out.println(Asked.atMost(3, "CPU on Spark, times that alone", spark.cpuSeconds() / alone.cpuSeconds()));
        System.out.println(
                Asked.atMost(2.1, "twice the rows, times the seconds", twice.wallSeconds() / spark.wallSeconds()));
        System.out.println(Asked.atMost(2.1, "twice the rows, times the CPU", twice.cpuSeconds() / spark.cpuSeconds()));
    }

    private Measurement onSpark(String name, Path mapping, String output) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xmx2g", "-Djdk.reflect.useDirectMethodHandle=false"));
        OPENED.forEach(each -> options.add("--add-opens=java.base/" + each + "=ALL-UNNAMED"));
        String classPath = String.join(
                System.getProperty("path.separator"),
                BUILT.resolve("pleiade-spark.jar").toString(),
                Files.readString(BUILT.resolve("spark.classpath")).strip(),
                Path.of(SparkBenchmark.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString());
        return Measurement.of(
                name,
                SparkProcess.class,
                options,
                classPath,
                List.of(
                        "--spark=local[2]",
                        "--quiet",
                        "-m",
                        mapping.toString(),
                        "--base",
                        "http://example.org/",
                        "--sources",
                        folder.toString(),
                        "-o",
                        folder.resolve(output).toString()));
    }

    /** {@return the digest of all parts, one behind the other} */
    private String digest(String output) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder.resolve(output))) {
            parts = files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
        List<InputStream> streams = parts.stream().map(SparkBenchmark::opened).toList();
        try (InputStream all = new SequenceInputStream(Collections.enumeration(streams))) {
            return Sha256.of(all);
        }
    }

    private static InputStream opened(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
