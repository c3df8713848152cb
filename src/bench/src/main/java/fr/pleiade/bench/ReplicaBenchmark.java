package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.FileList;
import fr.pleiade.release.replica.Following;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How copies on other machines follow: publishes a site, takes a copy, changes ten rows, and prints how long after the switch the copy is
 * current and how many bytes it asked for, beside those of the graphs that changed and of what is kept of each of their triples. Then lets
 * one copy and two copies answer with documents, each in a process of its own, and compares what a document costs. Then kills a copy that
 * is being taken at random instants, and looks each time whether what is current there, if anything is, is whole.
 *
 * <p>System properties: {@code parts} of this (default {@code follow,serve,kill}); {@code sources}, a folder of this project's sources; without it a made-up site of {@code rows} (default 5,000) rows
 * of ten quads each; {@code kills} (default 50), {@code seed}, {@code seconds} of each load (default 5).
 */
public final class ReplicaBenchmark {
    private static final String BASE = "http://localhost:8080/";
    private static final int KILLS = Integer.getInteger("kills", 50);
    private static final int ROWS = 10;
    private static final double MOST_SECONDS = 5;
    private static final double LEAST_SHARE = 0.95;
    private static final long MOST_BYTES_BESIDE = 64 << 10;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 4;

    private final Duration load = Duration.ofSeconds(Long.getLong("seconds", 5));
    private final Path folder = Files.createTempDirectory("pleiade-replica-");
    private final Path published = folder.resolve("published");
    private final boolean isMadeUp = System.getProperty("sources") == null;
    private final Path sources = folder.resolve("sources");

    private ReplicaBenchmark() throws IOException {
        if (isMadeUp) {
            System.setProperty("rows", System.getProperty("rows", "5000"));
            PublishBenchmark.writeSite(folder);
            PublishBenchmark.writeRows(folder, 0);
        } else {
            Folders.copy(Path.of(System.getProperty("sources")), sources);
        }
    }

    public static void main(String[] arguments) throws Exception {
        ReplicaBenchmark benchmark = new ReplicaBenchmark();
        benchmark.publish();
        try (ServerProcess server =
                ServerProcess.ours(ServingRun.class, List.of("-Xmx512m"), benchmark.published.toString(), BASE)) {
            URI publisher = URI.create("http://127.0.0.1:" + server.ports().get(0) + "/");
            for (String part : System.getProperty("parts", "follow,serve,kill").split(",")) {
                switch (part) {
                    case "follow" -> benchmark.follow(publisher);
                    case "serve" -> benchmark.serve(publisher);
                    default -> benchmark.kill(publisher);
                }
            }
        }
    }

    private Release publish() {
        Site site = isMadeUp
                ? Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE)
                : Site.read(Path.of("mappings"), Path.of("ontology"), BASE);
        new Publisher(site, sources, published).publish(PublishObserver.NONE);
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
        long cpu = Measurement.cpuNanos();
        try (Following following = Following.begin(replica, LOOK)) {
            while (!Releases.in(state).currentId().equals(Optional.of(after.id()))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        System.out.println(Asked.atMost(MOST_SECONDS, "seconds from the switch to a current copy", seconds(switched)));
        System.out.println(Asked.atMost(
                MOST_SECONDS,
                "processor seconds of the copy for it, which do not wait for others",
                (Measurement.cpuNanos() - cpu) / 1e9));
        transferred(publisher, whole.release(), after);
    }

    /** Takes the change once more, into a copy of the copy as it was, to count its bytes. */
    private void transferred(URI publisher, Release before, Release after) {
        Replica replica = ReplicaRun.replica(publisher, folder.resolve("counted"));
        Releases there = Releases.in(published);
        there.makeCurrent(there.find(before.id()));
        replica.pull();
        there.makeCurrent(there.find(after.id()));
        long asked = replica.pull().orElseThrow().bytes();
        Set<String> known = FileList.of(before).entries().stream()
                .map(FileList.Entry::sha256)
                .collect(Collectors.toSet());
        long graphs = 0;
        long index = 0;
        for (FileList.Entry file : FileList.of(after).entries()) {
            if (!known.contains(file.sha256())) {
                boolean isGraph =
                        file.name().startsWith("graphs/") && file.name().endsWith(".nq");
                graphs += isGraph ? file.bytes() : 0;
                index += file.name().startsWith("pages/origins/") ? file.bytes() : 0;
                System.out.printf(Locale.ROOT, "  changed: %-40s %,12d bytes%n", file.name(), file.bytes());
            }
        }
        System.out.println(Asked.atMost(
                MOST_BYTES_BESIDE,
                "bytes beside %,d of changed graphs, %,d of their index".formatted(graphs, index),
                Math.max(0, asked - graphs - index)));
    }

    /** Two copies that answer at a time, and each of them alone. */
    private void serve(URI publisher) throws IOException, InterruptedException {
        List<ServerProcess> servers = new ArrayList<>();
        try {
            for (String copy : List.of("first", "second")) {
                Path state = folder.resolve(copy);
                ReplicaRun.replica(publisher, state).pull();
                servers.add(ServerProcess.ours(ServingRun.class, List.of("-Xmx512m"), state.toString(), BASE));
            }
            documentsPerCpuSecond(servers); // warm
            documentsPerCpuSecond(servers);
            double alone = 0;
            double together = 0;
            for (int round = 0; round < 3; round++) {
                alone += documentsPerCpuSecond(servers.subList(0, 1)) + documentsPerCpuSecond(servers.subList(1, 2));
                together += 2 * documentsPerCpuSecond(servers);
            }
            System.out.printf(Locale.ROOT, "%,.0f documents a CPU second of one copy%n", alone / 6);
            System.out.println(
                    Asked.atLeast(LEAST_SHARE, "documents a CPU second of two copies, to one", together / alone));
        } finally {
            for (ServerProcess server : servers) {
                server.close();
            }
        }
    }

    /** {@return how many documents are made for a second of the servers' processor time, while all of them are asked} */
    private double documentsPerCpuSecond(List<ServerProcess> servers) {
        String thing = Releases.in(published).current().orElseThrow().graphs().stream()
                .filter(graph -> graph.iri().contains("/dataset/"))
                .map(graph -> example(graph.slug()))
                .findFirst()
                .orElseThrow();
        String another = "Accept: text/turtle, application/x-unheard-of-" + HttpLoad.EACH_TIME_ANOTHER;
        double begun = servers.stream().mapToDouble(ServerProcess::cpuSeconds).sum();
        long answers = servers.parallelStream()
                .mapToLong(server -> new HttpLoad(server.ports().get(0), HttpLoad.get(thing, another), 200, CONNECTIONS)
                        .atFullSpeed(load)
                        .answers())
                .sum();
        return answers
                / (servers.stream().mapToDouble(ServerProcess::cpuSeconds).sum() - begun);
    }

    /** {@return the path of a document about a thing of a dataset} */
    private String example(String slug) {
        Path graph = Releases.in(published).current().orElseThrow().graphFile(slug);
        try (Stream<String> lines = Files.lines(graph)) {
            String thing = lines.filter(line -> line.startsWith("<" + BASE + "id/"))
                    .map(line -> line.substring(1 + BASE.length(), line.indexOf('>')))
                    .filter(id -> !id.contains("#"))
                    .findFirst()
                    .orElseThrow();
            return "/doc/" + thing.substring("id/".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changeRows() throws IOException {
        if (isMadeUp) {
            PublishBenchmark.writeRows(folder, ROWS);
            return;
        }
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
                        "-XX:TieredStopAtLevel=1",
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
