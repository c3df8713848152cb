package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one client takes, another does not lack, though both come through the same proxy. */
class CrowdedEdgeTest {
    private static final int MORE_THAN_THREADS = 250;
    private static final String GREEDY = "X-Forwarded-For: 203.0.113.7\r\n";
    private static final String OTHER = "198.51.100.9";

    private final List<Socket> open = new ArrayList<>();
    private PleiadeServer server;

    @BeforeEach
    void serve(@TempDir Path folder) {
        server = new SmallSite(folder)
                .publish("1;One;https://elsewhere.example/1")
                .serve();
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void moreBodiesThanThreadsThatNeverEndHoldUpNobodyElse() throws IOException {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            send("POST /sparql HTTP/1.1\r\nHost: x\r\n" + GREEDY
                    + "Content-Type: application/sparql-query\r\nContent-Length: 100000\r\n\r\nASK");
        }
        assertThat(SmallSite.get(server, "doc/thing/1.ttl", "X-Forwarded-For", OTHER)
                        .statusCode())
                .isEqualTo(200);
        assertThat(SmallSite.get(server, "sparql?query=ASK%7B%7D", "X-Forwarded-For", OTHER)
                        .statusCode())
                .isEqualTo(200);
        Socket refused = send("POST /sparql HTTP/1.1\r\nHost: x\r\n" + GREEDY
                + "Content-Type: application/sparql-query\r\nContent-Length: 100000\r\n\r\nASK");
        refused.setSoTimeout(60_000);
        String answer = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 429 ").contains("Retry-After: 5", "application/problem+json");
    }

    @Test
    void whoInventsClientsBeforeTheProxysIsStillOne() throws IOException {
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            send("POST /sparql HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2." + i + ", 203.0.113.7\r\n"
                    + "Content-Type: application/sparql-query\r\nContent-Length: 100000\r\n\r\nASK");
        }
        assertThat(SmallSite.get(server, "doc/thing/1.ttl", "X-Forwarded-For", OTHER)
                        .statusCode())
                .isEqualTo(200);
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
