package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promises p4 and p6 over the whole server: what happens to an answer when its time is up. */
class SparqlLimitsTest {
    private static final int MILLISECONDS = 1500;
    private static final String EVERYTHING = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @TempDir
    static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void serve() throws IOException {
        String[] rows =
                IntStream.range(0, 500).mapToObj(i -> i + ";Thing " + i + ";").toArray(String[]::new);
        server = new SmallSite(folder).publish(rows).serveWithin(MILLISECONDS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void p4_aQueryThatTakesTooLongIsToldTheLimit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + path("SELECT (COUNT(*) AS ?n) " + EVERYTHING)))
                .header("Accept-Language", "fr")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("#time-limit").contains("1 seconde");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT *, application/sparql-results+json, identity",
        "SELECT *, application/sparql-results+xml, identity",
        "SELECT *, text/csv, identity",
        "SELECT *, text/tab-separated-values, identity",
        "SELECT *, text/csv, gzip",
        "CONSTRUCT { ?a ?h ?l }, application/n-triples, identity",
    })
    void p6_aResultWhoseTimeIsUpHasNoEnd(String form, String accept, String encoding) throws IOException {
        String answer = raw("GET " + path(form + EVERYTHING) + " HTTP/1.1\r\nHost: x\r\nAccept: " + accept
                + "\r\nAccept-Encoding: " + encoding + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ");
        if (answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer.toLowerCase()).contains("transfer-encoding: chunked");
            assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n");
        } else if (!answer.contains(
                "#too-many-rows")) { // a graph is gathered whole: its rows may be too many before its time is up
            assertThat(answer).startsWith("HTTP/1.1 503");
        }
    }

    /** {@return everything that the server sends until it ends the connection} */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return tail(socket.getInputStream());
        }
    }

    /** {@return the head and the last bytes: the whole is as long as the time allows} */
    private static String tail(InputStream in) throws IOException {
        byte[] block = new byte[1 << 16];
        StringBuilder text = new StringBuilder();
        try {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                text.append(new String(block, 0, n, StandardCharsets.ISO_8859_1));
                if (text.length() > 8192) {
                    text.delete(1024, text.length() - 1024);
                }
            }
        } catch (SocketException reset) {
            return text.toString(); // a connection that is broken off is what is to be seen
        }
        return text.toString();
    }

    private static String path(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
