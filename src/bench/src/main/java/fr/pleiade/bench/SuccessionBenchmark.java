package fr.pleiade.bench;

import fr.pleiade.linking.succession.FormerThings;
import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the datasets of places of the past cost: publishes the site of this project with them and without them and what links to them, in turn,
 * and compares the CPU time of the process; and prints that of finding what became of what. Fails if it is over {@value #MOST_TIMES_CPU}
 * times as much.
 *
 * <p>System properties: {@code sources} (default {@code data}, the sample), {@code rounds} (default 1, after one that warms up).
 */
public final class SuccessionBenchmark {
    private static final double MOST_TIMES_CPU = 1.4;
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final String CHANGES = "mouvements-communes";
    private static final List<String> NEW = List.of(CHANGES, "anciennes-regions", "arrondissements");

    private SuccessionBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(System.getProperty("sources", "data"));
        Path folder = Files.createTempDirectory("pleiade-succession-");
        TwoSites sites = TwoSites.in(folder);
        leaveOut(sites.without());
        TwoSites.Cost cost = sites.publish(sources, ROUNDS);
        succession(Releases.in(sites.warmUp()).current().orElseThrow(), sites.with());
        System.out.printf(
                Locale.ROOT,
                "with movements, arrondissements and former régions: %.1f CPU s, %.1f s without%n%s%n",
                cost.with(),
                cost.without(),
                Asked.atMost(MOST_TIMES_CPU, "places of the past, times the CPU", cost.times()));
        if (cost.times() > MOST_TIMES_CPU) {
            throw new IllegalStateException("it costs more than it may");
        }
    }

    private static void succession(Release release, Path site) {
        for (Succession succession : Succession.in(
                RdfReader.readGraph(site.resolve("mappings/" + CHANGES + "/links.ttl"), TwoSites.BASE), CHANGES)) {
            long before = Measurement.cpuNanos();
            long[] statements = {0};
            FormerThings former = new FormerThings(Lineage.read(succession, release::graphFile));
            former.write(quad -> statements[0]++, quads -> Map.of(), finding -> {});
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d former things, %d statements, %.2f CPU s%n",
                    succession.iri(),
                    former.size(),
                    statements[0],
                    (Measurement.cpuNanos() - before) / 1e9);
        }
    }

    /** Takes out the datasets, the targets that are in them, the rules that have no other, and whatever says of which day keys are. */
    private static void leaveOut(Path site) throws IOException {
        for (String slug : NEW) {
            Folders.delete(site.resolve("mappings").resolve(slug));
        }
        for (String slug : List.of("communes", "departements", "etablissements")) {
            Path links = site.resolve("mappings/" + slug + "/links.ttl");
            String kept = Arrays.stream(Files.readString(links).split("\n\n"))
                    .filter(block -> !block.contains("link:changed true")
                            && !block.contains("link:target\n    [ link:dataset \"arrondissements\""))
                    .collect(Collectors.joining("\n\n"));
            Files.writeString(
                    links,
                    kept.replaceAll(" ; link:asOf [^ ]*", "")
                            .replaceAll("(?m)^ *link:(through|changed|asOf|formerly) .*\n", "")
                            .replaceAll("(?m)^ *\\[ link:dataset \"(mouvements-communes|anciennes-regions)\".*\n", ""));
        }
    }
}
