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
 * Publishes the real files with the site's own mappings: once without the statistics, as before they were there, then all; prints the quads
 * of each, and how many a CPU second makes. To be run at the root of the repository.
 *
 * <p>System properties: {@code sources}, the folder of the real files (required); {@code statistics}, the slugs that are left out at first
 * (default effectifs,finances,insertion-master); {@code mappings}, a folder of mappings with some datasets alone, for a shorter run. Must be
 * reached with {@code -Xmx2g}: 5 million quads, and at least 0.8 of the quads a CPU second of the publication without them.
 */
public final class StatisticsBenchmark {
    private static final List<String> STATISTICS =
            List.of(System.getProperty("statistics", "effectifs,finances,insertion-master")
                    .split(","));
    private static final double LEAST_SHARE = 0.8;
    private static final double LEAST_QUADS = 5e6;
    private static final String BASE = "http://localhost:8080/";

    private StatisticsBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(System.getProperty("sources", "data"));
        Path mappings = Path.of(System.getProperty("mappings", "mappings"));
        Path folder = Files.createTempDirectory("pleiade-statistics-");
        try {
            Path before = withoutStatistics(Folders.copy(mappings, folder.resolve("before")));
            publish("warming up", before, sources, folder.resolve("state-0"));
            double places = publish("without statistics", before, sources, folder.resolve("state-1"));
            Rate all = rate("all", mappings, sources, folder.resolve("state-2"));
            System.out.println(Asked.atLeast(LEAST_QUADS, "quads", all.quads()));
            System.out.println(Asked.atLeast(
                    LEAST_SHARE, "quads a CPU second, of those without statistics", all.perSecond() / places));
        } finally {
            Folders.delete(folder);
        }
    }

    /** A folder of mappings without some datasets, which the catalogue does not list either. */
    private static Path withoutStatistics(Path mappings) throws IOException {
        Path catalog = mappings.resolve("catalog.ttl");
        String text = Files.readString(catalog);
        for (String slug : STATISTICS) {
            Folders.delete(mappings.resolve(slug));
            text = text.replace(", <dataset/" + slug + ">", "");
        }
        Files.writeString(catalog, text);
        return mappings;
    }

    private record Rate(long quads, double perSecond) {}

    private static double publish(String what, Path mappings, Path sources, Path state) {
        return rate(what, mappings, sources, state).perSecond();
    }

    private static Rate rate(String what, Path mappings, Path sources, Path state) {
        long begun = Measurement.cpuNanos();
        PublishReport report = new Publisher(Site.read(mappings, Path.of("ontology"), BASE), sources, state)
                .publish(PublishObserver.NONE);
        double seconds = (Measurement.cpuNanos() - begun) / 1e9;
        Rate rate = new Rate(report.triples(), report.triples() / seconds);
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %,d quads, %.1f CPU s, %,.0f quads a CPU second%n",
                what,
                report.outcome(),
                rate.quads(),
                seconds,
                rate.perSecond());
        return rate;
    }
}
