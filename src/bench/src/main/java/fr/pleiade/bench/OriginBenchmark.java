package fr.pleiade.bench;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.origin.OriginFile;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What it costs to keep where each triple comes from: publishes the made-up dataset of {@link PublishBenchmark}, then maps and sorts its
 * rows with and without their origins, in turn. The difference is compared with the CPU time of a publication without it, the size with
 * that of the graph's file, which is a small part of a release.
 *
 * <p>System properties: {@code rows} (default 100000), {@code rounds} (default 5, after one that warms up).
 */
public final class OriginBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double MOST_CPU = 0.15;
    private static final double MOST_BYTES = 0.25;
    private static final String BASE = "http://localhost:8080/";

    private OriginBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-origins-");
        PublishBenchmark.writeSite(folder);
        PublishBenchmark.writeRows(folder, 0);
        double publication = Math.min(publish(folder, "warm-up"), publish(folder, "state"));
        Mapping mapping = Mapping.read(folder.resolve("mappings/things/mapping.ttl"), BASE);
        double with = 0;
        double without = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double plain = map(mapping, folder);
            double traced = trace(mapping, folder);
            if (round > 0) {
                without += plain / ROUNDS;
                with += traced / ROUNDS;
            }
        }
        double origins = with - without;
        Release release = Releases.in(folder.resolve("state")).current().orElseThrow();
        PublishedGraph graph = release.graph("things").orElseThrow();
        long bytes = Files.size(OriginFile.of(release.folder(), "things"));
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d triples: a publication takes %.2f CPU s, origins %.2f of them (mapping and sorting take %.2f, %.2f without); %.1f bytes a triple%n",
                ROWS,
                graph.triples(),
                publication,
                origins,
                with,
                without,
                bytes / (double) graph.triples());
        double more = origins / (publication - origins);
        double larger = bytes / (double) graph.bytes();
        System.out.println(Asked.atMost(MOST_CPU, "share of CPU that origins add to a publication", more));
        System.out.println(Asked.atMost(MOST_BYTES, "share of bytes that origins add to the graph's file", larger));
        if (more > MOST_CPU || larger > MOST_BYTES) {
            throw new IllegalStateException("it costs more than it may");
        }
    }

    private static double publish(Path folder, String state) {
        long before = Measurement.cpuNanos();
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        new Publisher(site, folder.resolve("sources"), folder.resolve(state)).publish(PublishObserver.NONE);
        return (Measurement.cpuNanos() - before) / 1e9;
    }

    private static double map(Mapping mapping, Path folder) throws IOException {
        long before = Measurement.cpuNanos();
        write(mapping, folder, run(folder));
        return (Measurement.cpuNanos() - before) / 1e9;
    }

    private static double trace(Mapping mapping, Path folder) throws IOException {
        long before = Measurement.cpuNanos();
        try (OriginFile origins = new OriginFile(folder)) {
            write(mapping, folder, run(folder).withOrigins(origins.lines()));
            origins.write(folder.resolve("origins.bin"));
        }
        return (Measurement.cpuNanos() - before) / 1e9;
    }

    private static Run run(Path folder) {
        return Run.in(folder.resolve("sources")).withGraph(BASE + "dataset/things");
    }

    private static void write(Mapping mapping, Path folder, Run run) throws IOException {
        try (LineSorter sorter = new LineSorter(folder)) {
            mapping.run(run, sorter);
            GraphWriter.write(sorter, folder.resolve("graph.nq"), BASE);
        }
    }
}
