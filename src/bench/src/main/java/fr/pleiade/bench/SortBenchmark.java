package fr.pleiade.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Times the sort of a publication, which digests and counts on the way, against GNU sort on the same shuffled N-Quads, with the same
 * memory and two threads each; the two results must be the same bytes.
 *
 * <p>System properties: {@code lines} (default 5 million), {@code megabytes} of memory (default 192).
 */
public final class SortBenchmark {
    private static final int LINES = Integer.getInteger("lines", 5_000_000);
    private static final int MEGABYTES = Integer.getInteger("megabytes", 192);

    private SortBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pleiade-sort-");
        Path shuffled = write(folder.resolve("shuffled.nq"));
        Path ours = folder.resolve("ours.nq");
        Path theirs = folder.resolve("theirs.nq");
        System.out.printf("%d lines, %d MB%n", LINES, Files.size(shuffled) >> 20);
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            SortRun.sort(shuffled, ours, MEGABYTES << 20);
            double us = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            gnuSort(shuffled, theirs);
            double gnu = (System.nanoTime() - start) / 1e9;
            System.out.printf("round %d: ours %.2f s, GNU sort %.2f s, ratio %.2f%n", round, us, gnu, gnu / us);
        }
        System.out.println(Files.mismatch(ours, theirs) < 0 ? "the same bytes" : "THE RESULTS DIFFER");
        for (Path file : new Path[] {shuffled, ours, theirs, folder}) {
            Files.delete(file);
        }
    }

    private static void gnuSort(Path from, Path to) throws IOException, InterruptedException {
        ProcessBuilder sort = new ProcessBuilder(
                "sort",
                "-u",
                "--parallel=2",
                "-S",
                MEGABYTES + "M",
                "-T",
                from.resolveSibling("").toString(),
                "-o",
                to.toString(),
                from.toString());
        sort.environment().put("LC_ALL", "C");
        if (sort.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("GNU sort failed");
        }
    }

    private static Path write(Path file) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < LINES; i++) {
                out.write(
                        "<http://localhost:8080/id/thing/%09d> <http://localhost:8080/vocab/x#p%02d> \"value %d\" <%s> .%n"
                                .formatted(
                                        random.nextInt(LINES / 10),
                                        random.nextInt(20),
                                        random.nextInt(1_000),
                                        "http://localhost:8080/dataset/t"));
            }
        }
        return file;
    }
}
