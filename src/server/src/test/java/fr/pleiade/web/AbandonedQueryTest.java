package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query whose client has hung up is stopped long before its time is up; one whose client waits is not. */
class AbandonedQueryTest {
    /** Far below the fifteen seconds that a query may take to its first row. */
    private static final long SOON_SECONDS = 5;

    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private PleiadeServer server;

    @BeforeEach
    void serve() {
        SmallSite site = new SmallSite(folder);
        server = site.publish(IntStream.range(0, ROWS)
                        .mapToObj(i -> i + ";Thing " + i + ";https://elsewhere.example/" + i)
                        .toArray(String[]::new))
                .serve();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void clientThatCloses() throws IOException {
        Socket client = ask(product(6));
        await(() -> running() == 1, 10 * SOON_SECONDS);
        client.close();
        await(() -> running() == 0, SOON_SECONDS);
    }

    @Test
    void clientThatResets() throws IOException {
        Socket client = ask(product(6));
        await(() -> running() == 1, 10 * SOON_SECONDS);
        client.setSoLinger(true, 0);
        client.close();
        await(() -> running() == 0, SOON_SECONDS);
    }

    @Test
    void thoseWhoStandInLine() throws IOException {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(ask(product(6) + "#" + i));
        }
        await(() -> running() > 1, 10 * SOON_SECONDS);
        for (Socket client : clients) {
            client.close();
        }
        await(() -> running() == 0, SOON_SECONDS);
    }

    @Test
    void clientWhoSendsTheNextRequestBeforeTheAnswerGetsBoth() throws IOException {
        try (Socket client = ask(product(3))) {
            client.getOutputStream()
                    .write("GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            String all = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
            assertThat(all.split("HTTP/1.1 200", -1)).as(all).hasSize(3);
            assertThat(all).contains("User-agent");
        }
    }

    /** Counts a product of so many copies of the things. */
    private static String product(int copies) {
        return "SELECT (COUNT(*) AS ?n) {"
                + IntStream.range(0, copies)
                        .mapToObj(i -> " ?s%1$d <http://www.w3.org/2000/01/rdf-schema#label> ?l%1$d .".formatted(i))
                        .collect(Collectors.joining())
                + " FILTER(?s0 != ?s1) }";
    }

    private Socket ask(String query) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        client.getOutputStream()
                .write(("GET /sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                                + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return client;
    }

    /** {@return how many threads execute a query, or stand in line for that} */
    private static long running() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().equals("fr.pleiade.sparql.Engine")))
                .count();
    }

    private static void await(BooleanSupplier condition, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%d still run", running()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
