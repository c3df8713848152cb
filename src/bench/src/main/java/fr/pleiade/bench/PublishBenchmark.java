package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Stage;
import fr.pleiade.site.Site;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Publishes a made-up dataset of ten quads a row: whole, unchanged, and with ten rows changed, each with the CPU time of its stages; then
 * loads the same N-Quads with the loaders of {@code tdb2.tdbloader}. The ratio counts what they do and what comes before it, that is
 * mapping, sorting and loading; links and checks, which no loader makes, are printed apart.
 *
 * <p>System properties: {@code rows} (default 100000), {@code loaders} (default true).
 */
public final class PublishBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private static final int COLUMNS = 9;
    private static final double LEAST_TIMES_CPU = 2.0;
    private static final String BASE = "http://localhost:8080/";

    private PublishBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-publish-");
        writeSite(folder);
        writeRows(folder, 0);
        report("whole", publish(folder));
        report("unchanged", publish(folder));
        writeRows(folder, 10);
        report("ten rows changed", publish(folder));
        if (!"false".equals(System.getProperty("loaders"))) {
            compareWithLoaders(folder);
        }
        System.out.println("left for inspection: " + folder);
    }

    private static PublishReport publish(Path folder) {
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        StageCpu cpu = new StageCpu();
        return new Publisher(site, folder.resolve("sources"), folder.resolve("state")).publish(cpu);
    }

    /** The CPU seconds of each stage, printed when it ends; stages follow each other, so all that the process spends is the stage's. */
    private static final class StageCpu implements PublishObserver {
        private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        private long begun = Measurement.cpuNanos();

        @Override
        public void ended(Stage stage, Duration took) {
            long now = Measurement.cpuNanos();
            seconds.put(stage, (now - begun) / 1e9);
            begun = now;
            System.out.printf(
                    Locale.ROOT, "  %-8s %8.2f s %8.2f CPU s%n", stage, took.toMillis() / 1e3, seconds.get(stage));
        }

        double of(Set<Stage> stages) {
            return stages.stream().mapToDouble(seconds::get).sum();
        }
    }

    private static void report(String what, PublishReport report) {
        double seconds = seconds(report);
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %d quads, %.2f s, %.0f quads/s%n",
                what,
                report.outcome(),
                report.triples(),
                seconds,
                report.triples() / seconds);
    }

    private static double seconds(PublishReport report) {
        return report.durations().values().stream()
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private static void compareWithLoaders(Path folder) throws IOException {
        Path fresh = folder.resolve("fresh");
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        Publisher publisher = new Publisher(site, folder.resolve("sources"), fresh);
        StageCpu stages = new StageCpu();
        PublishReport report = publisher.publish(stages); // the Java machine is warm for both
        Set<Stage> apart = EnumSet.of(Stage.LINK, Stage.CHECK);
        double ourCpu = stages.of(EnumSet.complementOf(EnumSet.copyOf(apart)));
        double ours = seconds(report);
        Release release = Releases.in(fresh).current().orElseThrow();
        List<String> files = release.graphs().stream()
                .map(PublishedGraph::slug)
                .map(slug -> release.graphFile(slug).toString())
                .toList();
        System.out.printf(
                Locale.ROOT,
                "publish: %.0f quads/s, %.1f CPU s to map, sort and load, %.1f to link and check%n",
                report.triples() / ours,
                ourCpu,
                stages.of(apart));
        double best = Double.MAX_VALUE;
        for (String loader : List.of("sequential", "phased", "parallel", "sequential")) {
            long cpu = Measurement.cpuNanos();
            double theirs = load(loader, folder.resolve("tdb2-" + loader + cpu), files);
            double theirCpu = (Measurement.cpuNanos() - cpu) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "tdbloader %s alone: %.0f quads/s, %.1f CPU s; ours is %.2f times as fast by the wall, %.2f by CPU%n",
                    loader,
                    report.triples() / theirs,
                    theirCpu,
                    theirs / ours,
                    theirCpu / ourCpu);
            best = Math.min(best, theirCpu / ourCpu);
        }
        System.out.println(Asked.atLeast(
                LEAST_TIMES_CPU, "CPU of the best loader, times that of mapping, sorting and loading", best));
    }

    private static double load(String name, Path directory, List<String> files) throws IOException {
        Files.createDirectories(directory);
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
        long start = System.nanoTime();
        DataLoader loader = switch (name) {
            case "phased" -> LoaderFactory.phasedLoader(dataset, MonitorOutputs.nullOutput());
            case "parallel" -> LoaderFactory.parallelLoader(dataset, MonitorOutputs.nullOutput());
            default -> LoaderFactory.sequentialLoader(dataset, MonitorOutputs.nullOutput());
        };
        loader.startBulk();
        loader.load(files);
        loader.finishBulk();
        double seconds = (System.nanoTime() - start) / 1e9;
        dataset.close();
        TDBInternal.expel(dataset);
        return seconds;
    }

    static void writeSite(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("mappings/things"));
        Files.createDirectories(folder.resolve("ontology"));
        Files.createDirectories(folder.resolve("sources"));
        String prefixes = "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .\n"
                + "@prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
        Files.writeString(
                folder.resolve("mappings/catalog.ttl"), prefixes + "<catalog> a dcat:Catalog ; dct:title \"C\" .");
        Files.writeString(
                folder.resolve("mappings/things/dataset.ttl"),
                prefixes
                        + "<dataset/things> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title \"T\" .");
        StringBuilder mapping = new StringBuilder(prefixes).append("""
                <#Thing> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "things.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/thing/{id}" ; rml:class <vocab/x#Thing> ]
                """);
        for (int column = 1; column <= COLUMNS; column++) {
            mapping.append("; rml:predicateObjectMap [ rml:predicate <vocab/x#p%1$d> ; rml:objectMap [ %2$s ] ]%n"
                    .formatted(
                            column,
                            column == COLUMNS
                                    ? "rml:template \"id/thing/{c9}\""
                                    : "rml:reference \"c" + column + "\""));
        }
        Files.writeString(folder.resolve("mappings/things/mapping.ttl"), mapping.append(".\n"));
    }

    static void writeRows(Path folder, int changed) throws IOException {
        writeRows(folder, changed, ROWS);
    }

    static void writeRows(Path folder, int changed, long rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("sources/things.csv"))) {
            out.write("id,c1,c2,c3,c4,c5,c6,c7,c8,c9\n");
            for (long i = 0; i < rows; i++) {
                String name = i < changed ? "changed " + i : "name of thing " + i;
                out.write("%09d,%s,code-%d,%d,%d,2024-01-%02d,kind %d,a value that some share %d,%d.5,%09d%n"
                        .formatted(
                                i,
                                name,
                                i,
                                i * 13 % 1_000,
                                i % 97,
                                1 + i % 28,
                                i % 40,
                                i * 31 % 100_000,
                                i % 1_000,
                                i * 7 % rows));
            }
        }
    }
}
