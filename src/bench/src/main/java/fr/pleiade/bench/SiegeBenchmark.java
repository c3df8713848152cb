package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Besieges a server that has little memory, one {@linkplain Attacks attack} after the other, with an {@linkplain HonestClient honest
 * client} measured throughout; the first row is without any attack.
 *
 * <p>System properties: {@code sources}, a folder (default {@code data}); {@code seconds} for each attack (default 20: ten minutes for
 * all); {@code pause} of slow readers (default 60 s, or {@code seconds} if that is less); {@code only}, a part of the attacks' names.
 * Prints a row for each attack. Must be reached: no honest request fails, 99 of 100 documents within 250 ms and {@code ASK {}} within a
 * second, the memory that the README states, an idle processor two seconds after the last attacker has left, no thread at work then that was not
 * before, no byte more on the disk but for the shelf of downloads, which has a bound; and every byte of every download for slow readers.
 */
final class SiegeBenchmark {
    static final String BASE = "http://localhost:8080/";

    private static final String HEAP = "-Xmx256m";
    private static final String SMALL_HEAP = "-Xmx128m";

    /** The heap, as much for direct buffers, which is the JVM's bound, and room for code, classes and the stacks of 200 threads. */
    private static final double MEGABYTES = 256 + 256 + 256;

    private static final double DOCUMENT_MILLIS = 250;
    private static final double QUESTION_MILLIS = 1_000;
    private static final double IDLE_SECONDS = 2;
    private static final double IDLE_PROCESSORS = 0.1;
    private static final long WINDOW_MILLIS = 500;
    private static final double LONGEST_WAIT_SECONDS = 60;
    private static final int DOCUMENTS_OF_A_GRAPH = 40;
    private static final int LABEL = 2_000_000;

    private final Path state;
    private final List<String> documents;
    private final Duration time;
    private final List<Row> rows = new ArrayList<>();

    private SiegeBenchmark(Path state, Duration time) throws IOException {
        this.state = state;
        this.time = time;
        this.documents = documents(Releases.in(state).current().orElseThrow());
    }

    /**
     * What was measured of one attack.
     *
     * @param isAlive whether the server still ran
     * @param grown bytes of the state, without the shelf of downloads
     * @param shelf bytes that the shelf has grown by
     */
    private record Row(
            String name,
            Attack.Outcome outcome,
            HonestClient honest,
            double megabytes,
            double idleSeconds,
            int threadsBefore,
            int threadsAfter,
            long grown,
            long shelf,
            boolean isAlive) {
        static final String HEADER = String.format(
                Locale.ROOT,
                "%-44s %9s %7s %6s %9s %9s %6s %6s %7s %9s %11s  %s",
                "attack",
                "requests",
                "honest",
                "failed",
                "doc p99",
                "ASK p99",
                "MB",
                "idle s",
                "threads",
                "disk",
                "shelf",
                "how they ended");

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-44s %9d %7d %6d %9.1f %9.1f %6.0f %6.1f %3d/%3d %,9d %,11d  %s%s",
                    name,
                    outcome.requests(),
                    honest.requests(),
                    honest.failures().size(),
                    honest.documentsP99Millis(),
                    honest.questionsP99Millis(),
                    megabytes,
                    idleSeconds,
                    threadsBefore,
                    threadsAfter,
                    grown,
                    shelf,
                    outcome.ends(),
                    isAlive ? "" : " THE SERVER ENDED");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("seconds", 20));
        Path folder = Files.createTempDirectory("siege-benchmark");
        Path sources = Folders.copy(Path.of(System.getProperty("sources", "data")), folder.resolve("sources"));
        Path mappings = Folders.copy(Path.of("mappings"), folder.resolve("mappings"));
        addEvil(mappings, sources);
        Path state = folder.resolve("state");
        new Publisher(Site.read(mappings, Path.of("ontology"), BASE), sources, state).publish(PublishObserver.NONE);
        new SiegeBenchmark(state, time).run();
    }

    private void run() throws Exception {
        System.out.println(Row.HEADER);
        besiege(HEAP, selected(Attacks.all()));
        besiege(
                SMALL_HEAP,
                selected(List.of(new Attack("43 documents, 8 clients, 128 MB", 8, 8, 30_000, (connection, number) -> {
                    connection.send(HttpLoad.get(documents.get((int) (number % documents.size()))));
                    return connection.answer();
                }))));
        List<String> incomplete = List.of();
        if (isSelected("downloads")) {
            try (ServerProcess server = start(HEAP)) {
                incomplete = new SlowDownloads(server.ports().get(0), pause()).read();
            }
        }
        incomplete.forEach(System.out::println);
        report(incomplete);
    }

    private Duration pause() {
        return Duration.ofSeconds(Long.getLong("pause", Math.min(60, time.toSeconds())));
    }

    private static List<Attack> selected(List<Attack> attacks) {
        return attacks.stream().filter(attack -> isSelected(attack.name())).toList();
    }

    private static boolean isSelected(String name) {
        return name.contains(System.getProperty("only", ""));
    }

    private ServerProcess start(String heap) throws IOException {
        return ServerProcess.ours(
                SiegeRun.class,
                List.of(heap, "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"),
                state.toString(),
                BASE);
    }

    private void besiege(String heap, List<Attack> attacks) throws Exception {
        List<Attack> left = new ArrayList<>(attacks);
        while (!left.isEmpty()) {
            try (ServerProcess server = start(heap);
                    Vitals vitals = new Vitals(server)) {
                warmUp(server);
                measure(new Attack("nothing, " + heap, 1, 1, 1_000, Attacks::rest), server, vitals);
                while (!left.isEmpty() && server.isAlive()) {
                    measure(left.remove(0), server, vitals);
                }
            }
        }
    }

    /** Until the honest client's own code is compiled on both sides. */
    private void warmUp(ServerProcess server) throws InterruptedException {
        HonestClient reader = new HonestClient(server.ports().get(0), documents);
        LockSupport.parkNanos(time.toNanos());
        reader.close();
    }

    private void measure(Attack attack, ServerProcess server, Vitals vitals) throws Exception {
        int threadsBefore = vitals.threadsAtWork().size();
        long shelfBefore = shelf();
        long before = Vitals.bytes(state) - shelfBefore;
        vitals.takeMostMegabytes();
        HonestClient honest = new HonestClient(server.ports().get(0), documents);
        Attack.Outcome outcome = attack.wage(server.ports().get(0), time);
        long left = System.nanoTime();
        honest.close();
        double idle = server.isAlive() ? idleSeconds(vitals, left) : LONGEST_WAIT_SECONDS;
        int threadsAfter = server.isAlive() ? vitals.threadsAtWork().size() : 0;
        long shelf = shelf() - shelfBefore;
        Row row = new Row(
                attack.name(),
                outcome,
                honest,
                vitals.takeMostMegabytes(),
                idle,
                threadsBefore,
                threadsAfter,
                Vitals.bytes(state) - shelf() - before,
                shelf,
                server.isAlive());
        System.out.println(row);
        honest.failures().stream().distinct().limit(3).forEach(failure -> System.out.println("    " + failure));
        rows.add(row);
    }

    /** {@return after how many seconds the processor was idle, over half a second} */
    private static double idleSeconds(Vitals vitals, long since) {
        double seconds;
        double processors;
        do {
            seconds = (System.nanoTime() - since) / 1e9;
            processors = vitals.processors(WINDOW_MILLIS);
        } while (processors >= IDLE_PROCESSORS && seconds < LONGEST_WAIT_SECONDS);
        return seconds;
    }

    private long shelf() throws IOException {
        Path dumps = state.resolve("dumps");
        return Files.isDirectory(dumps) ? Vitals.bytes(dumps) : 0;
    }

    private void report(List<String> incomplete) {
        long failed =
                rows.stream().mapToLong(row -> row.honest().failures().size()).sum();
        System.out.println(Asked.atMost(0, "honest requests failed", failed));
        System.out.println(Asked.atMost(
                DOCUMENT_MILLIS,
                "99th percentile of documents, ms",
                most(row -> row.honest().documentsP99Millis())));
        System.out.println(Asked.atMost(
                QUESTION_MILLIS,
                "99th percentile of ASK {}, ms",
                most(row -> row.honest().questionsP99Millis())));
        System.out.println(Asked.atMost(MEGABYTES, "resident megabytes", most(Row::megabytes)));
        System.out.println(Asked.atMost(IDLE_SECONDS, "seconds until the processor was idle", most(Row::idleSeconds)));
        System.out.println(Asked.atMost(0, "threads left", most(row -> row.threadsAfter() - row.threadsBefore())));
        System.out.println(Asked.atMost(0, "bytes on the disk beside the shelf of downloads", most(Row::grown)));
        System.out.println(Asked.atMost(0, "downloads that a slow reader did not get whole", incomplete.size()));
    }

    @FunctionalInterface
    private interface Figure {
        double of(Row row);
    }

    private double most(Figure figure) {
        return rows.stream().mapToDouble(figure::of).max().orElse(0);
    }

    /** {@return the addresses of some things' pages and Turtle in turn, of every graph that has things} */
    private static List<String> documents(Release release) throws IOException {
        String start = "<" + BASE + "id/";
        List<String> paths = new ArrayList<>();
        for (var graph : release.graphs()) {
            try (Stream<String> lines = Files.lines(release.graphFile(graph.slug()))) {
                lines.filter(line -> line.startsWith(start) && !line.startsWith(start + "evil/"))
                        .map(line -> line.substring(start.length(), line.indexOf('>')))
                        .filter(name -> name.indexOf('#') < 0)
                        .distinct()
                        .limit(DOCUMENTS_OF_A_GRAPH)
                        .forEach(name -> paths.add("/doc/" + name + (paths.size() % 2 == 0 ? ".html" : ".ttl")));
            }
        }
        return paths;
    }

    /** Adds a dataset of one thing that has a label of two million characters. */
    private static void addEvil(Path mappings, Path sources) throws IOException {
        Path place = Files.createDirectories(mappings.resolve("evil"));
        Files.writeString(place.resolve("dataset.ttl"), """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/evil> a dcat:Dataset ; dct:title "Evil"@en, "Mal"@fr ; dct:description "Evil"@en, "Mal"@fr ;
                  dct:license <https://licence.example/> .
                """);
        Files.writeString(place.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <#things> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "evil.csv" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "id/evil/{key}" ; rml:class rdfs:Resource ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "label" ] ] .
                """);
        Files.writeString(sources.resolve("evil.csv"), "key,label\ne," + "l".repeat(LABEL) + "\n");
    }
}
