package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thousand requests of forty kinds that no honest client sends: none gets a 500 or a look at our insides, none makes us call anybody,
 * and the next honest request is answered.
 */
@Tag("garbage")
class HostileRequestsTest {
    private static final long SEED = 20261123L;
    private static final int PER_KIND = 25;
    private static final int ANSWER_MILLIS = 70_000;
    private static final String END = "\r\nHost: localhost\r\nConnection: close\r\n";

    /** One kind of request: the bytes that are sent, out of a seeded source of chance. */
    private interface Kind {
        String request(Random chance, int trap);
    }

    private static final List<Kind> KINDS = List.of(
            // addresses
            (r, t) -> "GET /id/../../../etc/passwd HTTP/1.1" + END,
            (r, t) -> "GET /doc/%2e%2e/%2e%2e/" + noise(r, 8) + " HTTP/1.1" + END,
            (r, t) -> "GET /dump/..%2f..%2f" + noise(r, 5) + ".nq HTTP/1.1" + END,
            (r, t) -> "GET /id/" + noise(r, 4) + "%0d%0aSet-Cookie:%20x=1 HTTP/1.1" + END,
            (r, t) -> "GET /id/%00" + noise(r, 4) + " HTTP/1.1" + END,
            (r, t) -> "GET /doc/%c3%28/" + noise(r, 3) + " HTTP/1.1" + END,
            (r, t) -> "GET /doc/%" + noise(r, 1) + " HTTP/1.1" + END,
            (r, t) -> "GET /" + "a/".repeat(500 + r.nextInt(2000)) + " HTTP/1.1" + END,
            (r, t) -> "GET /id/x/" + "y".repeat(40_000 + r.nextInt(9_000)) + " HTTP/1.1" + END,
            (r, t) -> "GET //evil.example/" + noise(r, 4) + " HTTP/1.1" + END,
            (r, t) -> "GET http://evil.example/catalog HTTP/1.1" + END,
            (r, t) -> "GET /assets/x/..%5c..%5c" + noise(r, 3) + " HTTP/1.1" + END,
            (r, t) -> "GET /catalog;jsessionid=" + noise(r, 20) + " HTTP/1.1" + END,
            (r, t) -> "GET /doc/\"><script>" + noise(r, 3) + " HTTP/1.1" + END,
            // headers
            (r, t) -> "GET /catalog HTTP/1.1\r\nAccept: " + fuzz(r, 300) + END,
            (r, t) -> "GET /catalog HTTP/1.1\r\nAccept: " + "text/x;q=0.1,".repeat(500 + r.nextInt(900)) + END,
            (r, t) -> "GET / HTTP/1.1\r\nAccept: text/html\r\nAccept-Language: " + fuzz(r, 200) + END,
            (r, t) -> "GET /dump/regions.nq HTTP/1.1\r\nRange: bytes=" + fuzz(r, 30) + END,
            (r, t) -> "GET /dump/regions.nq HTTP/1.1\r\nRange: bytes=0-0," + "1-2,".repeat(900) + END,
            (r, t) -> "GET /catalog HTTP/1.1\r\nIf-None-Match: " + fuzz(r, 300) + END,
            (r, t) -> "GET /catalog HTTP/1.1\r\nIf-Modified-Since: " + fuzz(r, 40) + END,
            (r, t) -> "GET / HTTP/1.1\r\nCookie: lang=" + fuzz(r, 50) + END,
            (r, t) ->
                    "GET /catalog HTTP/1.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: " + fuzz(r, 20) + END,
            (r, t) -> "GET /catalog HTTP/1.1\r\nX-Big: " + "z".repeat(60_000) + END,
            (r, t) -> "GET /catalog HTTP/1.1\r\nHost: a\r\nHost: b" + END,
            // methods and framing
            (r, t) -> "TRACE /catalog HTTP/1.1" + END,
            (r, t) -> noise(r, 6).toUpperCase() + " /catalog HTTP/1.1" + END,
            (r, t) ->
                    "POST /sparql HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5" + END + "\r\n0\r\n\r\n",
            (r, t) -> "POST /sparql HTTP/1.1\r\nContent-Type: application/sparql-query\r\nContent-Length: -5" + END,
            (r, t) -> "GET /catalog HTTP/9.9" + END,
            (r, t) -> fuzz(r, 60) + END,
            (r, t) ->
                    "POST /sparql HTTP/1.1\r\nContent-Type: " + fuzz(r, 30) + "\r\nContent-Length: 3" + END + "\r\nabc",
            // SPARQL
            (r, t) -> query("SELECT * { " + "{".repeat(2_000) + "}".repeat(2_000) + " }"),
            (r, t) -> query("SELECT * { ?s ?p ?o FILTER regex(str(?o), \"(a+)+$" + noise(r, 3) + "\") } LIMIT 5"),
            (r, t) -> query("SELECT * { SERVICE <http://127.0.0.1:" + t + "/> { ?s ?p ?o } }"),
            (r, t) -> query("SELECT * FROM <http://127.0.0.1:" + t + "/x> { ?s ?p ?o }"),
            (r, t) -> query("LOAD <http://127.0.0.1:" + t + "/" + noise(r, 3) + ">"),
            (r, t) -> query("DROP ALL ; INSERT DATA { <a:a> <a:b> <a:c> }"),
            (r, t) -> query(fuzz(r, 200)),
            (r, t) -> "GET /data?graph=http%3A%2F%2F127.0.0.1%3A" + t + "%2F HTTP/1.1" + END);

    @Test
    void aThousandHostileRequestsAreRefusedAndChangeNothing() throws IOException {
        assertThat(KINDS).hasSize(40);
        Random chance = new Random(SEED);
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            listen(trap, calls);
            sample().get("catalog");
            long before = usedMemory();
            for (int round = 0; round < PER_KIND; round++) {
                for (int kind = 0; kind < KINDS.size(); kind++) {
                    String request = KINDS.get(kind).request(chance, trap.getLocalPort());
                    verify(kind, send(request + "\r\n"));
                }
            }
            leaveSlowBodiesBehind();
            assertThat(sample().get("catalog").statusCode()).isEqualTo(200);
            assertThat(sample().get("sparql?query=" + encode("ASK { <a:a> ?p ?o }"))
                            .body())
                    .contains("false");
            assertThat(calls).as("connections that we made").hasValue(0);
            assertThat(usedMemory() - before).as("bytes kept, seed %d", SEED).isLessThan(96L << 20);
        }
    }

    private static void verify(int kind, String answer) {
        String status = answer.isEmpty() ? "" : answer.split("\r\n", 2)[0];
        assertThat(status)
                .as("kind %d: %s", kind, answer)
                .doesNotContain(" 500")
                .doesNotContain(" 501 ");
        String head = answer.substring(0, Math.max(answer.indexOf("\r\n\r\n"), 0));
        assertThat(head).as("kind %d", kind).doesNotContain("\nSet-Cookie: x=1").doesNotContain("evil.example");
        assertThat(answer).as("kind %d", kind).doesNotContain("java.lang.", "\tat ", "Tomcat", "org.apache.");
    }

    /** Requests that promise more than they send; the server waits for them without holding up anybody. */
    private static void leaveSlowBodiesBehind() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), sample().port());
            socket.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                                    + "Content-Length: 1000\r\n\r\nASK")
                            .getBytes(StandardCharsets.UTF_8));
            open.add(socket);
        }
        assertThat(sample().get("doc/etablissement/0Mvk5.ttl").statusCode()).isEqualTo(200);
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void listen(ServerSocket trap, AtomicInteger calls) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    trap.accept().close();
                    calls.incrementAndGet();
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                calls.incrementAndGet();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String send(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sample().port())) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            in.transferTo(answer);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer in %d ms to %s".formatted(ANSWER_MILLIS, request), e);
        } catch (SocketException reset) {
            return answer.toString(StandardCharsets.UTF_8); // an oversized request is cut off while it is being sent
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String query(String text) {
        return "GET /sparql?query=" + encode(text) + " HTTP/1.1" + END;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String noise(Random chance, int length) {
        return chance.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Any printable and some unprintable characters, but no line end. */
    private static String fuzz(Random chance, int length) {
        return chance.ints(1 + chance.nextInt(length), 1, 256)
                .filter(c -> c != '\r' && c != '\n')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
