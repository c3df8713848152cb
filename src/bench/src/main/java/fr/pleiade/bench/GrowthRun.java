package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.publication.parts.GivenGraphs;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Stage;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One publication in a process of its own: {@code warm folder}, two folders of sites. The first is published before anything is measured, so
 * that what the Java machine learns is not in the figures.
 *
 * <p>Prints lines {@code GROWTH <name> <CPU seconds> <seconds> <bytes>}: of the stages, of the
 * folders of the release with their bytes, {@code total} with the quads in the place of the CPU seconds, and with the most memory that the
 * process had of its own, in kilobytes; and of a reading of the graph as one that was made elsewhere.
 */
final class GrowthRun {
    static final String MARK = "GROWTH ";
    static final String VERIFY = "VERIFY";
    private static final String BASE = "http://localhost:8080/";
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private GrowthRun() {}

    public static void main(String[] arguments) throws IOException {
        publish(Path.of(arguments[0]), PublishObserver.NONE);
        Peak peak = new Peak();
        peak.start();
        Path folder = Path.of(arguments[1]);
        long begun = System.nanoTime();
        PublishReport report = publish(folder, new Stages());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Release release = Releases.in(folder.resolve("state")).current().orElseThrow();
        try (Stream<Path> below = Files.list(release.folder())) {
            for (Path each : below.filter(Files::isDirectory).sorted().toList()) {
                print(each.getFileName().toString(), 0, 0, size(each));
            }
        }
        print("total", report.triples(), seconds, (long) peak.most());
        verify(release, folder);
    }

    /** Reads the graph as one that was made elsewhere is read: its digest, its order, each of its lines. */
    private static void verify(Release release, Path folder) throws IOException {
        Path given = Files.createDirectories(folder.resolve("given"));
        Path part = given.resolve("things.nq");
        Files.createLink(part, release.graphFile("things"));
        Files.writeString(given.resolve("SHA256SUMS"), Sha256.of(part) + "  things.nq\n");
        long begun = System.nanoTime();
        long cpu = Measurement.cpuNanos();
        long[] bytes = {0};
        Objects.requireNonNull(
                        GivenGraphs.read(given.toUri(), List.of("things")).get("things"))
                .lines(BASE + "dataset/things", folder, read -> {})
                .drain((line, start, end) -> bytes[0] += end - start + 1);
        print(VERIFY, (Measurement.cpuNanos() - cpu) / 1e9, (System.nanoTime() - begun) / 1e9, bytes[0]);
    }

    private static PublishReport publish(Path folder, PublishObserver observer) {
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        return new Publisher(site, folder.resolve("sources"), folder.resolve("state")).publish(observer);
    }

    private static void print(String name, double cpuSeconds, double seconds, long bytes) {
        System.out.printf(Locale.ROOT, "%s%s %.3f %.3f %d%n", MARK, name, cpuSeconds, seconds, bytes);
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints each stage when it ends; stages follow each other, so all that the process spends is the stage's. */
    private static final class Stages implements PublishObserver {
        private long begun = Measurement.cpuNanos();

        @Override
        public void ended(Stage stage, Duration took) {
            long now = Measurement.cpuNanos();
            print(stage.name(), (now - begun) / 1e9, took.toNanos() / 1e9, 0);
            begun = now;
        }
    }

    /** Looks again and again how much memory the process has that is not a file's. */
    private static final class Peak extends Thread {
        private volatile double most;

        Peak() {
            super("peak");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    most = Math.max(most, Measurement.kilobytes("RssAnon:"));
                    Thread.sleep(BETWEEN.toMillis());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        double most() {
            return most;
        }
    }
}
