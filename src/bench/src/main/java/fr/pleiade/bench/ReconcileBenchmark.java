package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the reconciliation service answers over HTTP: batches of {@value #BATCH} names with a type and of both versions, the first
 * names of a column without a type, as OpenRefine guesses its type, suggestions while somebody types, and values of a property.
 *
 * <p>The names are those of the main institutions, a third of them as they stand, a third in small letters without accents, a third with
 * a slip of a finger; the things are all that the site names. As many clients as processors ask at once. The bound is the processor time
 * of the server, all its threads and HTTP included, for the clients share the machine; percentiles are of the answers' time as a client
 * sees it.
 *
 * <p>System properties: {@code sources} (default {@code data}, the bundled sample; the folder of complete files for the whole),
 * {@code state} (a folder with a release of it, so that none is published), {@code seconds} (default 5, of each measurement),
 * {@code seed}.
 */
public final class ReconcileBenchmark {
    private static final Path SOURCES = Path.of(System.getProperty("sources", "data"));
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final long SEED = Long.getLong("seed", 20_261_126L);
    private static final String BASE = "http://localhost:8080/";
    private static final String TYPE = "http://www.w3.org/ns/org#FormalOrganization";
    private static final int BATCH = 50;
    private static final double WARM_CPU_SECONDS = 3;
    private static final int GUESSED = 10;
    private static final int CLIENTS = Runtime.getRuntime().availableProcessors();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> names;
    private final ServerProcess server;

    private ReconcileBenchmark(List<String> names, ServerProcess server) {
        this.names = names;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        String given = System.getProperty("state", "");
        Path state = given.isEmpty() ? Files.createTempDirectory("reconcile-benchmark") : Path.of(given);
        if (given.isEmpty()) {
            Site site = Site.read(Path.of("mappings"), Path.of("ontology"), BASE);
            new Publisher(site, SOURCES, state).publish(PublishObserver.NONE);
        }
        try (ServerProcess server = ServerProcess.ours(ServingRun.class, List.of("-Xmx512m"), state.toString(), BASE)) {
            new ReconcileBenchmark(names(), server).measure();
        }
    }

    private static List<String> names() throws IOException {
        return NamedTables.rows(SOURCES.resolve(
                        "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv"))
                .stream()
                .flatMap(row -> row.names().stream().limit(1))
                .toList();
    }

    private void measure() throws Exception {
        System.out.printf("%d names, %d clients, seed %d%n", names.size(), CLIENTS, SEED);
        Kind typed = new Kind("batches of 50 with a type", BATCH, random -> form(random, BATCH, TYPE, 10));
        Kind any = new Kind("batches of 50 of any type", BATCH, random -> form(random, BATCH, "", 10));
        Kind draft =
                new Kind("batches of 50, draft of 1.0", BATCH, random -> post("reconcile/match", JSON, draft(random)));
        Kind guess = new Kind("guess types (10 names, any)", GUESSED, random -> form(random, GUESSED, "", 3));
        Kind suggest = new Kind("suggest", 1, this::suggest);
        for (Kind kind : List.of(typed, any, draft, guess, suggest)) {
            warm(kind, kind == typed ? 4 * WARM_CPU_SECONDS : WARM_CPU_SECONDS);
        }
        Measured first = run(typed, SECONDS, true);
        run(any, SECONDS, true);
        run(draft, SECONDS, true);
        Measured guessed = run(guess, SECONDS, true);
        Measured suggested = run(suggest, SECONDS, true);
        System.out.println(Asked.atLeast(
                2000, "queries a second of two processors", 2 * first.answers() * BATCH / first.cpuSeconds()));
        System.out.println(Asked.below(50, "99th percentile of a batch, ms", first.percentile(0.99)));
        System.out.println(Asked.below(15, "99th percentile of suggestions, ms", suggested.percentile(0.99)));
        System.out.println(Asked.atMost(
                first.percentile(0.99), "99th percentile of a guess of types, ms", guessed.percentile(0.99)));
    }

    /** Asks until the server has worked so long: on a machine that others use, a time by the clock says nothing. */
    private void warm(Kind kind, double cpuSeconds) throws Exception {
        double end = server.cpuSeconds() + cpuSeconds;
        while (server.cpuSeconds() < end) {
            run(kind, 1, false);
        }
    }

    /** One kind of question. */
    private record Kind(String name, int queries, Question question) {}

    private interface Question {
        HttpRequest next(Random random);
    }

    /**
     * What came of it.
     *
     * @param nanos the time of each answer, the shortest first
     */
    private record Measured(long[] nanos, double seconds, double cpuSeconds) {
        int answers() {
            return nanos.length;
        }

        double percentile(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
        }
    }

    private Measured run(Kind kind, int seconds, boolean isPrinted) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            double cpu = server.cpuSeconds();
            long begun = System.nanoTime();
            List<Callable<List<Long>>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(SEED + i);
                clients.add(() ->
                        ask(kind, random, begun + Duration.ofSeconds(seconds).toNanos()));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> future : threads.invokeAll(clients)) {
                all.addAll(future.get());
            }
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            Measured measured = new Measured(sorted, (System.nanoTime() - begun) / 1e9, server.cpuSeconds() - cpu);
            if (isPrinted) {
                System.out.printf(
                        Locale.ROOT,
                        "%-30s %,7d answers, %,8.0f queries/s, %,8.0f a CPU second; ms: p50 %.1f p95 %.1f p99 %.1f max %.1f%n",
                        kind.name(),
                        measured.answers(),
                        measured.answers() * kind.queries() / measured.seconds(),
                        measured.answers() * kind.queries() / measured.cpuSeconds(),
                        measured.percentile(0.5),
                        measured.percentile(0.95),
                        measured.percentile(0.99),
                        measured.percentile(1));
            }
            return measured;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask(Kind kind, Random random, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            HttpRequest request = kind.question().next(random);
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            nanos.add(System.nanoTime() - begun);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(kind.name() + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
        return nanos;
    }

    private HttpRequest form(Random random, int queries, String type, int limit) {
        Map<String, Object> batch = new LinkedHashMap<>();
        for (int i = 0; i < queries; i++) {
            Map<String, Object> query = new LinkedHashMap<>();
            query.put("query", typed(random));
            if (!type.isEmpty()) {
                query.put("type", type);
            }
            query.put("limit", limit);
            batch.put("q" + i, query);
        }
        return post("reconcile", FORM, "queries=" + encoded(json.writeValueAsString(batch)));
    }

    private String draft(Random random) {
        Supplier<Map<String, Object>> query = () -> Map.of(
                "type", TYPE, "conditions", List.of(Map.of("matchType", "name", "propertyValue", typed(random))));
        List<Map<String, Object>> queries = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            queries.add(query.get());
        }
        return json.writeValueAsString(Map.of("queries", queries));
    }

    private HttpRequest suggest(Random random) {
        String name = typed(random);
        String begin = name.substring(0, Math.min(name.length(), 1 + random.nextInt(12)));
        return HttpRequest.newBuilder(address("reconcile/suggest/entity?prefix=" + encoded(begin)))
                .build();
    }

    private HttpRequest post(String path, String type, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.ports().get(0) + "/" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@return a name as somebody may type it} */
    private String typed(Random random) {
        String name = names.get(random.nextInt(names.size()));
        return switch (random.nextInt(3)) {
            case 0 -> name;
            case 1 ->
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
            default -> slip(name, random);
        };
    }

    private static String slip(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 3);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }
}
