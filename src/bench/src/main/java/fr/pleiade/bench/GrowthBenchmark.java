package fr.pleiade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a publication grows: publishes made-up datasets of ten quads a row, each in a process of its own with the same memory, and prints a
 * table of seconds, processor seconds, bytes and memory for a million quads, as {@code src/docs/scale.md} has it.
 *
 * <p>System properties: {@code millions} of quads (default {@code 0.2,1,2}; asked of {@code 1,10,50}), {@code heap} of each process (default
 * {@code 512m}). Asked: from the smallest to the largest the processor seconds of a quad grow by 10 % at most, and so does the memory. Seconds
 * by the clock are printed too, for a machine that does nothing else.
 */
public final class GrowthBenchmark {
    private static final double MOST_GROWTH = 1.10;
    private static final int QUADS_A_ROW = 10;
    private static final int WARM_ROWS = 20_000;

    private GrowthBenchmark() {}

    /** A line of {@link GrowthRun}. */
    private record Line(double cpuSeconds, double seconds, long bytes) {}

    /** One publication, by the names of its lines. */
    private record Run(Map<String, Line> lines) {
        double millions() {
            return total().cpuSeconds() / 1e6;
        }

        private Line total() {
            return lines.getOrDefault("total", new Line(1, 0, 0));
        }

        double cpuSecondsAMillion() {
            double all = lines.entrySet().stream()
                    .filter(line -> !Set.of("total", GrowthRun.VERIFY).contains(line.getKey()))
                    .mapToDouble(line -> line.getValue().cpuSeconds())
                    .sum();
            return all / millions();
        }

        double megabytes() {
            return total().bytes() / 1024.0;
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%.2f million quads: %.2f s and %.2f CPU s a million, %.0f MB%n",
                    millions(),
                    total().seconds() / millions(),
                    cpuSecondsAMillion(),
                    megabytes());
            lines.forEach((name, line) -> {
                if (!name.equals("total")) {
                    System.out.printf(
                            Locale.ROOT,
                            "  %-10s %8.3f CPU s %8.3f s %,15.0f bytes a million%n",
                            name,
                            line.cpuSeconds() / millions(),
                            line.seconds() / millions(),
                            line.bytes() / millions());
                }
            });
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path warm = site(WARM_ROWS);
        List<Run> runs = new ArrayList<>();
        for (String millions : System.getProperty("millions", "0.2,1,2").split(",")) {
            Path folder = site(Math.round(Double.parseDouble(millions) * 1e6 / QUADS_A_ROW));
            Folders.delete(warm.resolve("state"));
            Run run = run(warm, folder);
            run.print();
            runs.add(run);
            Folders.delete(folder);
        }
        Folders.delete(warm);
        Run first = runs.get(0);
        Run last = runs.get(runs.size() - 1);
        System.out.println(Asked.atMost(
                MOST_GROWTH,
                "CPU of a quad, from the smallest to the largest",
                last.cpuSecondsAMillion() / first.cpuSecondsAMillion()));
        System.out.println(Asked.atMost(
                MOST_GROWTH, "memory, from the smallest to the largest", last.megabytes() / first.megabytes()));
    }

    private static Path site(long rows) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-growth-");
        PublishBenchmark.writeSite(folder);
        PublishBenchmark.writeRows(folder, 0, rows);
        Files.createDirectories(folder.resolve("state"));
        return folder;
    }

    private static Run run(Path warm, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("heap", "512m"),
                        "-cp",
                        Measurement.classPath(),
                        GrowthRun.class.getName(),
                        warm.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return new Run(out.lines()
                    .filter(line -> line.startsWith(GrowthRun.MARK))
                    .map(line -> line.substring(GrowthRun.MARK.length()).split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> new Line(
                                    Double.parseDouble(words[1]),
                                    Double.parseDouble(words[2]),
                                    Long.parseLong(words[3])),
                            (one, other) -> one,
                            LinkedHashMap::new)));
        }
    }
}
