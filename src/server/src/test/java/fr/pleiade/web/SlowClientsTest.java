package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends or takes nothing holds no thread that another one needs. */
class SlowClientsTest {
    private static final int PAGES = 50;
    private static final int ANSWER_MILLIS = 15_000;

    /** Below the time that Tomcat waits for the next piece of a body. */
    private static final int SOON_MILLIS = 3_000;

    private static final String UNREAD_BODY = "Host: localhost\r\nContent-Length: 100000\r\n\r\nA";

    /** Some 200 kB, so that several are more than the system takes for a reader who does not read. */
    private static final String LONG =
            "/sparql?query=" + URLEncoder.encode("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1800", StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final List<Socket> open = new ArrayList<>();
    private PleiadeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new SmallSite(folder)
                .publish(IntStream.range(0, 600)
                        .mapToObj(i -> i + ";Thing " + i + ";https://elsewhere.example/" + i)
                        .toArray(String[]::new))
                .serveBriefly();
        assertAnswered(LONG); // from now on it is kept
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void readersWhoDoNotRead() throws IOException {
        for (int i = 0; i < 240; i++) {
            Socket reader = connect(66 + i % 3);
            reader.getOutputStream()
                    .write(("GET " + LONG + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/n-triples\r\n\r\n")
                            .repeat(PAGES)
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        awaitBusyThreads(100);
        assertAnswered("/robots.txt");
    }

    /** What the system has taken still arrives when the server is gone; of ten megabytes that were asked for, it is little. */
    @Test
    void readerWhoDoesNotReadHasLittleMade() throws IOException {
        Socket reader = connect(66);
        reader.setSoTimeout(ANSWER_MILLIS);
        reader.getOutputStream()
                .write(("GET " + LONG + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/n-triples\r\n\r\n")
                        .repeat(PAGES)
                        .getBytes(StandardCharsets.ISO_8859_1));
        awaitBusyThreads(1);
        server.close();
        assertThat(reader.getInputStream().readAllBytes().length).isBetween(1, 600_000);
    }

    @Test
    void noMorePagesAreMadeAtOnceThanThereAreProcessors() throws IOException {
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < 198; i++) {
            Socket reader = connect(66 + i % 3);
            reader.setSoTimeout(ANSWER_MILLIS);
            reader.getOutputStream()
                    .write(("GET /catalog.html?of=" + i
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") // none is kept
                            .getBytes(StandardCharsets.ISO_8859_1));
            readers.add(reader);
        }
        long most = 0;
        for (Socket reader : readers) {
            most = Math.max(most, threadsIn("org.thymeleaf.TemplateEngine"));
            assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(most).isPositive().isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    private static long threadsIn(String type) {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().equals(type)))
                .count();
    }

    @Test
    void readerWhoPausesGetsEverything() throws IOException {
        Socket reader = connect(66);
        reader.setSoTimeout(ANSWER_MILLIS);
        reader.getOutputStream()
                .write((("GET " + LONG + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/n-triples\r\n\r\n")
                                        .repeat(PAGES)
                                + "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        awaitBusyThreads(1);
        long pause = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < pause) {
            LockSupport.parkNanos(pause - System.nanoTime());
        }
        String all = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(all.split("HTTP/1\\.1 200")).hasSize(PAGES + 2);
        assertThat(all).endsWith("\n").contains("User-agent");
    }

    @Test
    void bodyThatNobodyWantsIsNotWaitedFor() throws IOException {
        Socket sender = connect(66);
        sender.setSoTimeout(SOON_MILLIS);
        sender.getOutputStream()
                .write(("GET /robots.txt HTTP/1.1\r\n" + UNREAD_BODY).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void bodyThatIsRefusedIsNotWaitedFor() throws IOException {
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket sender = connect(66);
            sender.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\n" + UNREAD_BODY)
                            .getBytes(StandardCharsets.ISO_8859_1));
            senders.add(sender);
        }
        assertThat(firstAnswerOf(senders)).startsWith("HTTP/1.1 429");
    }

    /** {@return what the first of them reads until the server closes; those that are accepted read nothing before their bodies are late} */
    private static String firstAnswerOf(List<Socket> senders) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
        while (System.nanoTime() < deadline) {
            for (Socket sender : senders) {
                if (sender.getInputStream().available() > 0) {
                    sender.setSoTimeout(SOON_MILLIS);
                    return new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return "none was answered";
    }

    @Test
    void connectionIsKeptBehindABodyThatNobodyWantsAndThatIsHere() throws IOException {
        Socket sender = connect(66);
        sender.setSoTimeout(ANSWER_MILLIS);
        sender.getOutputStream()
                .write(("GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabcde"
                                + "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        String all = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(all.split("HTTP/1\\.1 200")).as(all).hasSize(3);
    }

    private void assertAnswered(String path) throws IOException {
        try (Socket honest = new Socket()) {
            honest.connect(new InetSocketAddress("127.0.0.1", server.port()));
            honest.setSoTimeout(ANSWER_MILLIS);
            honest.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/n-triples, */*\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

            InputStream in = new BufferedInputStream(honest.getInputStream());
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        }
    }

    /** Waits until so many threads are held up while they send. */
    private static void awaitBusyThreads(int threads) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
        while (busyThreads() < threads) {
            assertThat(System.nanoTime())
                    .as("%d threads are held up", busyThreads())
                    .isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("-exec-"))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getMethodName().startsWith("doWrite")))
                .count();
    }

    private Socket connect(int from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(1 << 14);
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        return socket;
    }
}
