package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.Following;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How a copy on another machine follows: publishes the site of this project, takes a copy, changes ten rows of the institutions, and prints
 * how long after the switch the copy is current and how many bytes it asked for, beside those of the graphs that changed. Then kills a copy
 * that is being taken at random instants, and looks each time whether what is current there, if anything is, is whole.
 *
 * <p>System properties: {@code sources} (default {@code data}, the sample), {@code kills} (default 50), {@code seed}.
 */
public final class ReplicaBenchmark {
    private static final String BASE = "http://localhost:8080/";
    private static final int KILLS = Integer.getInteger("kills", 50);
    private static final int ROWS = 10;
    private static final double MOST_SECONDS = 5;
    private static final long MOST_BYTES_BESIDE = 64 << 10;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path folder = Files.createTempDirectory("pleiade-replica-");
    private final Path sources =
            Folders.copy(Path.of(System.getProperty("sources", "data")), folder.resolve("sources"));
    private final Path published = folder.resolve("published");

    private ReplicaBenchmark() throws IOException {}

    public static void main(String[] arguments) throws Exception {
        ReplicaBenchmark benchmark = new ReplicaBenchmark();
        benchmark.publish();
        try (ServerProcess server =
                ServerProcess.ours(ServingRun.class, List.of("-Xmx512m"), benchmark.published.toString(), BASE)) {
            URI publisher = URI.create("http://127.0.0.1:" + server.ports().get(0) + "/");
            benchmark.follow(publisher);
            benchmark.kill(publisher);
        }
    }

    private Release publish() {
        new Publisher(Site.read(Path.of("mappings"), Path.of("ontology"), BASE), sources, published)
                .publish(PublishObserver.NONE);
        return Releases.in(published).current().orElseThrow();
    }

    private void follow(URI publisher) throws IOException, InterruptedException {
        Path state = folder.resolve("copy");
        Replica replica = ReplicaRun.replica(publisher, state);
        long begun = System.nanoTime();
        Replica.Taken whole = replica.pull().orElseThrow();
        System.out.printf(Locale.ROOT, "a whole copy: %,d bytes, %.1f s%n", whole.bytes(), seconds(begun));
        changeRows();
        Release after = publish();
        long switched = System.nanoTime();
        try (Following following = Following.begin(replica, LOOK)) {
            while (!Releases.in(state).currentId().equals(Optional.of(after.id()))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        System.out.println(Asked.atMost(MOST_SECONDS, "seconds from the switch to a current copy", seconds(switched)));
        transferred(publisher, whole.release(), after);
    }

    /** Takes the change once more, into a copy of the copy as it was, to count its bytes. */
    private void transferred(URI publisher, Release before, Release after) throws IOException {
        Path state = folder.resolve("counted");
        Replica replica = ReplicaRun.replica(publisher, state);
        Releases there = Releases.in(published);
        there.makeCurrent(there.find(before.id()));
        replica.pull();
        there.makeCurrent(there.find(after.id()));
        long asked = replica.pull().orElseThrow().bytes();
        long changed = after.graphs().stream()
                .filter(graph -> before.graph(graph.slug())
                        .map(PublishedGraph::sha256)
                        .filter(graph.sha256()::equals)
                        .isEmpty())
                .mapToLong(PublishedGraph::bytes)
                .sum();
        System.out.println(Asked.atMost(
                MOST_BYTES_BESIDE,
                "bytes beside the %,d of the graphs that changed".formatted(changed),
                Math.max(0, asked - changed)));
    }

    private void changeRows() throws IOException {
        Path file;
        try (var files = Files.list(sources.resolve("etablissements"))) {
            file = files.filter(path -> path.toString().endsWith("2023-04.csv"))
                    .findFirst()
                    .orElseThrow();
        }
        int[] changed = {0};
        String text = Files.readString(file)
                .lines()
                .map(line -> line.contains("Université") && changed[0]++ < ROWS
                        ? line.replaceFirst("Université", "Universite")
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text);
    }

    private void kill(URI publisher) throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long begun = System.nanoTime();
        run(publisher, folder.resolve("unkilled")).waitFor();
        long usual = System.nanoTime() - begun;
        int incomplete = 0;
        int finished = 0;
        Path state = folder.resolve("killed-0");
        for (int kill = 1; kill <= KILLS; kill++) {
            Process copy = run(publisher, state);
            copy.waitFor((long) (random.nextDouble() * usual), TimeUnit.NANOSECONDS);
            copy.destroyForcibly().waitFor();
            Optional<Release> current = Releases.in(state).current();
            if (current.isPresent()) {
                finished++;
                incomplete += isWhole(current.get()) ? 0 : 1;
                state = folder.resolve("killed-" + kill);
            }
        }
        System.out.printf("%d kills, %d copies became complete in spite of them%n", KILLS, finished);
        System.out.println(Asked.atMost(0, "copies that were current and not whole", incomplete));
    }

    private static boolean isWhole(Release release) {
        try {
            release.verify();
            return release.indexProblem().isEmpty() && release.namesProblem().isEmpty();
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            return false;
        }
    }

    private static Process run(URI publisher, Path state) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Measurement.classPath(),
                        ReplicaRun.class.getName(),
                        publisher.toString(),
                        state.toString())
                .inheritIO()
                .start();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
