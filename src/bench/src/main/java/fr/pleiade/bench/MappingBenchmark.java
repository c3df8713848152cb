package fr.pleiade.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The engine's cost on generated data, beside CARML's in the same run: {@code mvn -Pall -DskipTests verify}.
 *
 * <p>{@code -Drows=1000000} rows for us, {@code -DpeerRows=100000} for CARML; needs a gigabyte of disk for each 400,000.
 * {@code -Dfindings=95000} rows of which each has a finding, beside as many that have none.
 */
final class MappingBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final int PEER_ROWS = Integer.getInteger("peerRows", 100_000);
    private static final int FINDINGS = Integer.getInteger("findings", 95_000);
    private static final List<String> SMALL = List.of("-Xmx160m", "-XX:+UseSerialGC");

    private final Path folder;
    private final List<String> table = new ArrayList<>();

    private MappingBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-bench");
        try {
            new MappingBenchmark(folder).measure();
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void measure() throws IOException {
        BenchmarkFiles files = new BenchmarkFiles(folder);
        Measurement tenth = ours("Pléiade, %,d rows".formatted(ROWS / 10), files.wide("tenth", ROWS / 10, ROWS), "all");
        Measurement whole = ours("Pléiade, %,d rows".formatted(ROWS), files.wide("whole", ROWS, ROWS), "all");
        Path wide = folder.resolve("whole.ttl");
        double nquads =
                Math.min(whole.cpuSeconds(), ours("the same again", wide, "all").cpuSeconds());
        Measurement ntriples = ours("the same, as N-Triples", wide, "out.nt", "all");
        Measurement again = ours("the same, as N-Triples", wide, "out.nt", "all");
        files.wide("peer", PEER_ROWS, PEER_ROWS);
        Measurement carml = Measurement.of(
                "CARML 0.4.11, %,d rows".formatted(PEER_ROWS),
                CarmlRun.class,
                List.of("-Xmx2g"),
                List.of(
                        files.wideInOldVocabulary("peer").toString(),
                        folder.resolve("carml.nq").toString()));
        Measurement join = ours("join of 100,000 × 100,000", files.join(100_000), "all");
        Measurement distinct =
                ours("distinct, 10,000 of %,d rows".formatted(ROWS), files.wide("repeated", ROWS, 10_000), "distinct");
        Measurement good = ours("%,d good rows".formatted(FINDINGS), files.numbers("good", FINDINGS, false), "all");
        Measurement faulty =
                ours("%,d faulty rows".formatted(FINDINGS), files.numbers("faulty", FINDINGS, true), "all");
        atLeast(13L * ROWS, whole);
        atLeast(12L * PEER_ROWS, carml); // it makes no term of an empty cell
        List.of(tenth, whole, ntriples, carml, join, distinct, good, faulty).forEach(m -> table.add(m.toString()));
        table.add(Asked.atMost(6, "CPU seconds for a million rows", whole.cpuSeconds() * 1e6 / ROWS));
        table.add(Asked.atMost(4, "wall seconds for a million rows", whole.wallSeconds() * 1e6 / ROWS));
        table.add(Asked.atMost(256, "peak memory, MB", whole.peakMegabytes()));
        table.add(Asked.atLeast(
                28,
                "triples per CPU second, times CARML's",
                whole.triplesPerCpuSecond() / carml.triplesPerCpuSecond()));
        table.add(Asked.atMost(
                1.05,
                "CPU for N-Triples, times that for N-Quads",
                Math.min(ntriples.cpuSeconds(), again.cpuSeconds()) / nquads));
        table.add(Asked.atMost(10.5, "ten times the rows, times the CPU", whole.cpuSeconds() / tenth.cpuSeconds()));
        table.add(Asked.atMost(
                1.25, "ten times the rows, times the memory", whole.peakMegabytes() / tenth.peakMegabytes()));
        table.add(Asked.atMost(1.5, "join, CPU seconds", join.cpuSeconds()));
        table.add(Asked.atMost(200, "join, peak memory, MB", join.peakMegabytes()));
        table.add(Asked.atMost(8, "distinct, CPU seconds for a million rows", distinct.cpuSeconds() * 1e6 / ROWS));
        table.add(Asked.atMost(130_000, "distinct, lines", distinct.triples()));
        table.add(
                Asked.atMost(1.5, "faulty rows, times the CPU of good ones", faulty.cpuSeconds() / good.cpuSeconds()));
        table.add(
                Asked.atMost(0.6, "start to first triple, seconds", secondsToFirstTriple(files.wide("small", 10, 10))));
        table.forEach(System.out::println);
    }

    private Measurement ours(String name, Path mapping, String mode) {
        return ours(name, mapping, "out.nq", mode);
    }

    private Measurement ours(String name, Path mapping, String file, String mode) {
        return Measurement.of(
                name,
                PleiadeRun.class,
                SMALL,
                List.of(mapping.toString(), folder.resolve(file).toString(), mode));
    }

    private static void atLeast(long triples, Measurement measured) {
        if (measured.triples() < triples) {
            throw new IllegalStateException(measured + ": expected at least " + triples);
        }
    }

    /** {@return the best of three starts of the command} */
    private double secondsToFirstTriple(Path mapping) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            Measurement.classPath(),
                            "fr.pleiade.cli.Pleiade",
                            "map",
                            "-m",
                            mapping.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                if (out.read() != '<') {
                    throw new IllegalStateException("map wrote no triple");
                }
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
                out.readAllBytes();
            }
        }
        return best;
    }
}
