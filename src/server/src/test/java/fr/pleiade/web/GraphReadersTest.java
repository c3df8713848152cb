package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers of graphs who read slowly, or ask for what a syntax cannot hold. */
class GraphReadersTest {
    /** More bytes than all buffers between a server and a client that does not read. */
    private static final int ROWS = 60_000;

    @TempDir
    static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void serve() throws IOException {
        String[] rows = IntStream.range(0, ROWS)
                .mapToObj(i -> i + ";Thing " + "x".repeat(100) + i + (i == ROWS - 1 ? "\u0001" : "") + ";")
                .toArray(String[]::new);
        server = new SmallSite(folder).publish(rows).serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatXmlCannotHoldIsRefusedWithTheReasonBeforeAByteIsSent() {
        for (String path : List.of("data/things", "data?default", "dump/things.rdf")) {
            HttpResponse<String> refused =
                    SmallSite.get(server, path, "Accept", "application/rdf+xml", "Accept-Language", "fr");
            assertThat(refused.statusCode()).as(path).isEqualTo(406);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body())
                    .contains("U+0001")
                    .contains("XML n'a pas")
                    .doesNotContain("Exception");
        }
        assertThat(SmallSite.get(server, "data/things", "Accept", "text/turtle").statusCode())
                .isEqualTo(200);
    }

    @Test
    void readersWhoDoNotReadHoldNoPlaceOfTheQueryEngine() throws IOException {
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                readers.add(reader("/data/things"));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(SmallSite.get(server, "sparql?query=ASK%7B%7D%23" + i)
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> oneMore = SmallSite.get(server, "data/things");
            assertThat(oneMore.statusCode()).isEqualTo(429);
            assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
            assertThat(SmallSite.get(server, "doc/thing/1").statusCode()).isEqualTo(200);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** Fault 11: the time limit is the query's, not its reader's; the engine has as many places for one client as these readers take. */
    @Test
    void aResultIsSentToWhoeverReadsSlowlyWithoutAPlaceOfTheQueryEngine() throws IOException {
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                readers.add(reader("/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%23" + i));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(SmallSite.get(server, "sparql?query=ASK%7B%7D%23r" + i)
                                .statusCode())
                        .isEqualTo(200);
            }
            byte[] rest = readers.get(0).getInputStream().readNBytes(10_000_000);
            assertThat(rest).hasSizeGreaterThan(ROWS * 100);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    /** {@return a connection on which an answer has begun that nobody reads further} */
    private static Socket reader(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: application/n-triples, text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
