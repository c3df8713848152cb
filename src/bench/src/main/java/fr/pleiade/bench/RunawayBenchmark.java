package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server queries that would run for hours, of the twenty kinds in {@code runaways.txt}, with an honest client beside them.
 *
 * <p>System properties: {@code queries} in all (default 500), {@code scale} of the data (default 1: 110,000 triples). Prints a row for
 * each kind. Must be reached: each stopped within a second of the limit, the processor idle two seconds after the last, no honest
 * request failed.
 */
final class RunawayBenchmark {
    private static final int AT_ONCE = 4;
    private static final long LIMIT_MILLIS = 1_000;
    private static final long WHOLE_MILLIS = 1_500;
    private static final long GRACE_MILLIS = 1_000;
    private static final long REST_MILLIS = 2_000;

    /** How much of one processor an idle server uses: its clocks tick. */
    private static final double IDLE = 0.1;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    private RunawayBenchmark(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** How one query ended: the status, 0 where the connection broke off in the middle of an answer, and after how long. */
    private record End(int kind, int status, long millis) {
        boolean isInTime() {
            return (status == 503 || status == 400 || status == 0) && millis <= WHOLE_MILLIS + GRACE_MILLIS;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("runaway-benchmark");
        QuerySite made = new QuerySite(folder, Integer.getInteger("scale", 1));
        made.write();
        Site site = Site.read(made.mappings(), made.ontology(), QuerySite.BASE);
        Path state = folder.resolve("state");
        new Publisher(site, made.sources(), state).publish(PublishObserver.NONE);
        String config = Files.readString(Path.of("fuseki-config", "pleiade.ttl"));
        Path impatient = Files.writeString(
                folder.resolve("impatient.ttl"),
                config.replace("\"15000,60000\"", "\"" + LIMIT_MILLIS + "," + WHOLE_MILLIS + "\""));
        try (ServerProcess server = ServerProcess.ours(
                ServingRun.class, List.of("-Xmx512m"), state.toString(), QuerySite.BASE, impatient.toString())) {
            new RunawayBenchmark(URI.create("http://localhost:" + server.ports().get(0) + "/sparql"))
                    .run(server, Integer.getInteger("queries", 500));
        }
    }

    private void run(ServerProcess server, int queries) throws Exception {
        List<String> kinds = kinds();
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<End>> asked = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            int kind = i % kinds.size();
            asked.add(clients.submit((Callable<End>) () -> end(kind, kinds.get(kind))));
        }
        List<Long> honest = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        for (Future<End> one : asked) {
            ends.add(one.get());
            honest.add(end(-1, "ASK {}").millis());
        }
        clients.shutdown();
        LockSupport.parkNanos(REST_MILLIS * 1_000_000);
        double before = server.cpuSeconds();
        LockSupport.parkNanos(1_000_000_000L);
        double idle = server.cpuSeconds() - before;
        print(kinds, ends);
        honest.sort(Long::compare);
        System.out.printf(
                Locale.ROOT,
                "%d of %d in time (asked: all); honest ASK beside them: 99th percentile %d ms; %.2f processors %d ms after the last (asked:"
                        + " under %.1f)%n",
                ends.stream().filter(End::isInTime).count(),
                ends.size(),
                honest.get(honest.size() * 99 / 100),
                idle,
                REST_MILLIS,
                IDLE);
    }

    private End end(int kind, String query) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        long begun = System.nanoTime();
        int status;
        try {
            status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            status = 0;
        }
        return new End(kind, status, (System.nanoTime() - begun) / 1_000_000);
    }

    private static void print(List<String> kinds, List<End> ends) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            int wanted = kind;
            List<End> ofKind = ends.stream().filter(end -> end.kind() == wanted).toList();
            System.out.printf(
                    Locale.ROOT,
                    "%5d ms at most, status %-16s %.90s%n",
                    ofKind.stream().mapToLong(End::millis).max().orElse(0),
                    ofKind.stream().map(End::status).distinct().sorted().toList(),
                    kinds.get(kind));
        }
    }

    private static List<String> kinds() throws IOException {
        try (InputStream in = Objects.requireNonNull(RunawayBenchmark.class.getResourceAsStream("runaways.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
