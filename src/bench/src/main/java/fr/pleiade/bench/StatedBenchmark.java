package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to state what follows: publishes the site of this project with {@code ontology/materialisation.ttl} and without it, in turn,
 * and compares the CPU time of the process. Fails if it is over {@value #MOST_TIMES_CPU} times as much.
 *
 * <p>System properties: {@code sources} (default {@code data}, the sample), {@code rounds} (default 2, after one that warms up).
 */
public final class StatedBenchmark {
    private static final double MOST_TIMES_CPU = 1.4;
    private static final int ROUNDS = Integer.getInteger("rounds", 2);
    private static final String BASE = "http://localhost:8080/";

    private StatedBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(System.getProperty("sources", "data"));
        Path folder = Files.createTempDirectory("pleiade-stated-");
        Path with = site(folder.resolve("with"));
        Path without = site(folder.resolve("without"));
        Files.delete(without.resolve("ontology/materialisation.ttl"));
        publish(with, sources, folder.resolve("warm-up"));
        double stated = 0;
        double plain = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            plain += publish(without, sources, folder.resolve("without-" + round));
            stated += publish(with, sources, folder.resolve("with-" + round));
        }
        System.out.printf(
                Locale.ROOT,
                "stating what follows: %.1f CPU s, %.1f s without%n%s%n",
                stated / ROUNDS,
                plain / ROUNDS,
                Asked.atMost(MOST_TIMES_CPU, "stating what follows, times the CPU", stated / plain));
        if (stated > plain * MOST_TIMES_CPU) {
            throw new IllegalStateException("it costs more than it may");
        }
    }

    private static Path site(Path to) throws IOException {
        for (String name : List.of("mappings", "ontology")) {
            Folders.copy(Path.of(name), to.resolve(name));
        }
        return to;
    }

    /** {@return the CPU seconds} */
    private static double publish(Path site, Path sources, Path state) {
        long before = Measurement.cpuNanos();
        PublishReport report = new Publisher(
                        Site.read(site.resolve("mappings"), site.resolve("ontology"), BASE), sources, state)
                .publish(PublishObserver.NONE);
        double seconds = (Measurement.cpuNanos() - before) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %d triples, %.1f CPU s%n", state.getFileName(), report.triples(), seconds);
        return seconds;
    }
}
