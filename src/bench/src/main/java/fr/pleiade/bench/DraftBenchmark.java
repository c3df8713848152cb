package fr.pleiade.bench;

import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.site.Site;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Times the profile of a large CSV file of 24 columns, and says what memory is in use behind it.
 *
 * <p>System property: {@code rows} (default 300,000, some 50 MB).
 */
public final class DraftBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 300_000);

    private DraftBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path file = write(Files.createTempFile("pleiade-draft-", ".csv"));
        Profiler profiler =
                new Profiler(Site.identifierSystems(Path.of("ontology"), "http://localhost:8080/"), PublishedKeys.NONE);
        System.out.printf("%d rows, %d MB%n", ROWS, Files.size(file) >> 20);
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            FileProfile profile = profiler.profile(file);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long used = runtime.totalMemory() - runtime.freeMemory() >> 20;
            System.out.printf(
                    "round %d: %.2f s, key %s, %d MB in use behind it%n", round, seconds, profile.key(), used);
        }
        Files.delete(file);
    }

    private static Path write(Path file) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            StringBuilder header = new StringBuilder("annee;code;libelle;code postal;date;site");
            for (int i = 0; i < 18; i++) {
                header.append(";mesure ").append(i);
            }
            out.write(header.append('\n').toString());
            for (int row = 0; row < ROWS; row++) {
                StringBuilder line = new StringBuilder()
                        .append(2010 + row % 15)
                        .append(";C%06d;Établissement %d;%05d;2020-01-%02d;https://a.example/%d"
                                .formatted(row / 15, row / 15, random.nextInt(99_999), 1 + row % 28, row / 15));
                for (int i = 0; i < 18; i++) {
                    line.append(';').append(i % 2 == 0 ? random.nextInt(10_000) : random.nextInt(100_000) / 100.0);
                }
                out.write(line.append('\n').toString());
            }
        }
        return file;
    }
}
