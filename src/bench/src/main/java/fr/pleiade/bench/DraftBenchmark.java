package fr.pleiade.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Times {@code pleiade new FILE --yes}, from the start of its process to its end, for large CSV files of several shapes, and says the most
 * memory that the process had.
 *
 * <p>System properties: {@code megabytes} of each file (default 50), {@code shape} (default all).
 */
public final class DraftBenchmark {
    private static final long BYTES = Long.getLong("megabytes", 50) << 20;
    private static final double SECONDS_ASKED = 5;
    private static final int HEAP_MEGABYTES = 192;

    private DraftBenchmark() {}

    /** A file of one shape: what each of its columns has in a row. */
    private record Shape(String name, String expected, List<Column> columns) {}

    private record Column(String header, Cell cell) {}

    private interface Cell {
        String of(long row, Random random);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT, "asked of each: %.0f s for 50 MB, in a heap of %d MB%n", SECONDS_ASKED, HEAP_MEGABYTES);
        for (Shape shape : shapes()) {
            if (shape.name().contains(System.getProperty("shape", ""))) {
                measure(shape);
            }
        }
    }

    private static List<Shape> shapes() {
        Column unique = new Column("code", (row, random) -> "C%07d".formatted(row * 7919 % 9_999_991));
        Column year = new Column("annee", (row, random) -> String.valueOf(2010 + row % 10));
        Column school = new Column("uai", (row, random) -> "E%05d".formatted(row / 40));
        Column degree = new Column("diplome code", (row, random) -> "D%d".formatted(row / 10 % 4));
        Column any = new Column("code de lieu", (row, random) -> "L%04d".formatted(random.nextInt(5000)));
        Column other = new Column("code de type", (row, random) -> "T%02d".formatted(random.nextInt(40)));
        return List.of(
                new Shape("a unique column first", "code", columns(18, unique, year, school)),
                new Shape("a unique column last", "code", last(columns(18, year, school, any), unique)),
                new Shape("four unique columns", "code", columns(10, unique, code("a"), code("b"), code("c"), year)),
                new Shape(
                        "a key of two columns",
                        "uai + diplome code",
                        columns(18, school, new Column("diplome code", (row, random) -> "D%02d".formatted(row % 40)))),
                new Shape(
                        "a key of three columns", "annee + uai + diplome code", columns(18, year, school, degree, any)),
                new Shape("no key", "—", columns(18, year, any, other)),
                new Shape("300 columns", "annee + uai + diplome code", columns(296, year, school, degree, other)),
                new Shape("four short columns", "code", columns(2, unique, year)));
    }

    private static Column code(String name) {
        return new Column("code " + name, (row, random) -> name + (row * 104_729 % 99_999_989));
    }

    /** Some columns, and behind them so many of numbers, dates and words. */
    private static List<Column> columns(int more, Column... first) {
        Stream<Column> others = IntStream.range(0, more)
                .mapToObj(i -> new Column("mesure " + i, (row, random) -> switch (i % 6) {
                    case 0 -> String.valueOf(random.nextInt(10_000));
                    case 1 -> String.valueOf(random.nextInt(100_000) / 100.0);
                    case 2 -> "2020-01-%02d".formatted(1 + row % 28);
                    case 3 -> "Établissement " + row / 15;
                    case 4 -> random.nextInt(3) == 0 ? "" : "oui";
                    default -> "https://a.example/" + row / 15;
                }));
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static List<Column> last(List<Column> columns, Column last) {
        return Stream.concat(columns.stream(), Stream.of(last)).toList();
    }

    private static void measure(Shape shape) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pleiade-draft-");
        try {
            Path file = folder.resolve("labs.csv");
            long rows = write(file, shape.columns());
            Path site = Files.createDirectories(folder.resolve("site"));
            Files.createDirectories(site.resolve("data"));
            Files.createDirectories(site.resolve("mappings"));
            Files.copy(Path.of("mappings", "catalog.ttl"), site.resolve("mappings/catalog.ttl"));
            Folders.copy(Path.of("ontology"), site.resolve("ontology"));
            Path said = folder.resolve("said.txt");
            long start = System.nanoTime();
            Cost cost = run(file, site, said);
            double seconds = (System.nanoTime() - start) / 1e9;
            String key = Files.readAllLines(said).stream()
                    .filter(line -> line.startsWith("Key: "))
                    .findFirst()
                    .orElse("Key: (nothing)")
                    .substring("Key: ".length());
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %9d rows %4d columns %4d MB: %5.2f s, %5.2f s of CPU, %4.0f MB resident, key %s%s%n",
                    shape.name(),
                    rows,
                    shape.columns().size(),
                    Files.size(file) >> 20,
                    seconds,
                    cost.cpuSeconds(),
                    cost.megabytes(),
                    key,
                    key.equals(shape.expected()) ? "" : " — EXPECTED " + shape.expected());
        } finally {
            Folders.delete(folder);
        }
    }

    /** What a process cost: the CPU time of all its threads, and the most that was resident. */
    private record Cost(double cpuSeconds, double megabytes) {}

    private static Cost run(Path file, Path site, Path said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        Measurement.classPath(),
                        "fr.pleiade.cli.Pleiade",
                        "new",
                        file.toString(),
                        "--yes",
                        "--site",
                        site.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        double most = 0;
        double cpu = 0;
        do {
            cpu = process.info()
                    .totalCpuDuration()
                    .map(time -> time.toMillis() / 1e3)
                    .orElse(cpu);
            most = Math.max(most, Measurement.kilobytes("VmHWM:", process.pid()) / 1024);
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        return new Cost(cpu, most);
    }

    private static long write(Path file, List<Column> columns) throws IOException {
        Random random = new Random(1);
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            StringBuilder line = new StringBuilder();
            columns.forEach(column -> line.append(line.isEmpty() ? "" : ";").append(column.header()));
            out.write(line.append('\n').toString());
            for (long written = 0; written < BYTES; written += line.length()) {
                line.setLength(0);
                for (Column column : columns) {
                    line.append(column.cell().of(rows, random)).append(';');
                }
                line.setCharAt(line.length() - 1, '\n');
                out.write(line.toString());
                rows++;
            }
        }
        return rows;
    }
}
