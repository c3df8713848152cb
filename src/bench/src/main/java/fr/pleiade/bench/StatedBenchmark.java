package fr.pleiade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private StatedBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(System.getProperty("sources", "data"));
        Path folder = Files.createTempDirectory("pleiade-stated-");
        TwoSites sites = TwoSites.in(folder);
        Files.delete(sites.without().resolve("ontology/materialisation.ttl"));
        TwoSites.Cost cost = sites.publish(sources, ROUNDS);
        System.out.printf(
                Locale.ROOT,
                "stating what follows: %.1f CPU s, %.1f s without%n%s%n",
                cost.with(),
                cost.without(),
                Asked.atMost(MOST_TIMES_CPU, "stating what follows, times the CPU", cost.times()));
        if (cost.times() > MOST_TIMES_CPU) {
            throw new IllegalStateException("it costs more than it may");
        }
    }
}
