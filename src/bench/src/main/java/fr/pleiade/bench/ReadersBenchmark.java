package fr.pleiade.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Thirty-two readers on a server, at rest and while another process, at low priority, publishes the real files with ten names changed.
 *
 * <p>Each reader asks in turn for a document and for all names that bear the change; an answer with some of the ten, but not all, would
 * be of two releases. Prints requests, failures, mixed answers and the 99th percentile, at rest and during the publication.
 *
 * <p>System property {@code sources}: the folder of the real files (default {@code ../shared/data}).
 */
public final class ReadersBenchmark {
    private static final int READERS = Integer.getInteger("readers", 32);
    private static final int CHANGED = 10;
    private static final int PORT = freePort();
    private static final String BASE = "http://localhost:" + PORT + "/";
    private static final String CSV =
            "etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv";

    private final HttpClient client = HttpClient.newHttpClient();
    private final LongAdder failed = new LongAdder();
    private final LongAdder mixed = new LongAdder();
    private final AtomicLong changedSeen = new AtomicLong();

    private ReadersBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("pleiade-readers-");
        Path sources =
                Folders.copy(Path.of(System.getProperty("sources", "../shared/data")), folder.resolve("sources"));
        run("publish", folder).waitFor();
        Process server = run("serve", folder);
        try {
            new ReadersBenchmark().measure(folder, sources, server);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private void measure(Path folder, Path sources, Process server) throws Exception {
        awaitServer(server);
        phase("warm-up", () -> sleep(20_000));
        double rest = phase("at rest", () -> sleep(30_000));
        change(sources.resolve(CSV));
        double busy = phase("during a publication", () -> {
            publish(folder, List.of("--force"));
            sleep(3_000);
        });
        System.out.printf(
                Locale.ROOT,
                "p99 ratio %.2f; failed %d; mixed %d; new release seen in %d answers%n",
                busy / rest,
                failed.sum(),
                mixed.sum(),
                changedSeen.get());
    }

    /** {@return the 99th percentile in milliseconds} */
    private double phase(String name, Runnable during) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<Future<List<Long>>> results = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            boolean documents = i % 2 == 0;
            results.add(readers.submit(() -> read(stop, documents)));
        }
        during.run();
        stop.set(true);
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> result : results) {
            all.addAll(result.get());
        }
        readers.shutdown();
        long[] nanos = all.stream().mapToLong(Long::longValue).sorted().toArray();
        double p99 = nanos[(int) (nanos.length * 0.99)] / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests, median %.1f ms, p99 %.1f ms%n",
                name,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                p99);
        return p99;
    }

    private List<Long> read(AtomicBoolean stop, boolean documents) {
        String query =
                "SELECT ?s { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l FILTER(STRENDS(STR(?l), \" BENCH\")) }";
        URI sparql = URI.create(BASE + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        URI document = URI.create(BASE + "doc/region/53.ttl");
        List<Long> nanos = new ArrayList<>();
        while (!stop.get()) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(documents ? document : sparql)
                                .header("Accept", documents ? "text/turtle" : "text/csv")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                check(answer, documents);
            } catch (IOException e) {
                failed.increment();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return nanos;
            }
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private void check(HttpResponse<String> answer, boolean document) {
        if (answer.statusCode() != 200) {
            failed.increment();
            System.out.println(answer.statusCode() + " " + answer.uri() + " "
                    + answer.body().lines().findFirst().orElse(""));
        } else if (!document) {
            long rows = answer.body().lines().count() - 1;
            if (rows == CHANGED) {
                changedSeen.incrementAndGet();
            } else if (rows != 0) {
                mixed.increment();
            }
        }
    }

    private static void publish(Path folder, List<String> options) {
        try {
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(command("publish", folder));
            command.addAll(options);
            long start = System.nanoTime();
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            System.out.printf(Locale.ROOT, "publish: exit code %d, %.1f s%n", code, (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process run(String command, Path folder) throws IOException {
        return new ProcessBuilder(command(command, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command + ".log").toFile())
                .start();
    }

    private static List<String> command(String command, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "fr.pleiade.cli.Pleiade",
                command,
                "--sources",
                folder.resolve("sources").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--port",
                Integer.toString(PORT));
    }

    private void awaitServer(Process server) throws InterruptedException {
        for (int i = 0; i < 120 && server.isAlive(); i++) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create(BASE + "health")).build(),
                        HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("the server does not answer");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives ten institutions' names another ending. */
    private static void change(Path csv) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        int column =
                Arrays.asList(lines.get(0).replace("\ufeff", "").split(";")).indexOf("uo_lib");
        int changed = 0;
        for (int i = 1; changed < CHANGED; i++) {
            String[] cells = lines.get(i).split(";", -1);
            if (!cells[column].isEmpty() && !cells[column].startsWith("\"")) {
                cells[column] += " BENCH";
                lines.set(i, String.join(";", cells));
                changed++;
            }
        }
        Files.write(csv, lines);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
