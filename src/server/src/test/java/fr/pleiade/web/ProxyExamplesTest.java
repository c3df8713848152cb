package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of proxies in {@code src/docs/proxies} work as they are, but for their ports. */
class ProxyExamplesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @TempDir
    private Path folder;

    private PleiadeServer server;
    private Process proxy;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        SmallSite site = new SmallSite(folder);
        server = site.publish("1;One;https://elsewhere.example/1").serve();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            proxy.waitFor(10, TimeUnit.SECONDS);
        }
        server.close();
    }

    @Test
    void nginx() throws Exception {
        Path program = Path.of("/usr/sbin/nginx");
        Needed.file(program, "install nginx-light");
        String example = Files.readString(Path.of("src/docs/proxies/nginx.conf"));
        String whole =
                "daemon off; pid %1$s/nginx.pid; error_log stderr; events {} http { access_log off;".formatted(folder)
                        + " client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u;"
                                .formatted(folder)
                        + " scgi_temp_path %s/s;\n".formatted(folder)
                        + example.replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                                .replace(":8080;", ":" + server.port() + ";")
                        + "}\n";
        Path file = Files.writeString(folder.resolve("nginx.conf"), whole);
        start(program.toString(), "-c", file.toString(), "-p", folder.toString());
        assertForwards();
        HttpResponse<String> first = get("doc/thing/1.ttl");
        HttpResponse<String> held = get("doc/thing/1.ttl", "If-None-Match", etag(first));
        assertThat(held.statusCode()).isEqualTo(304);
    }

    @Test
    void varnish() throws Exception {
        Path program = Path.of("/usr/sbin/varnishd");
        Needed.file(program, "install varnish");
        String example = Files.readString(Path.of("src/docs/proxies/default.vcl"));
        Path file = Files.writeString(
                folder.resolve("default.vcl"), example.replace("\"8080\"", "\"" + server.port() + "\""));
        start(
                program.toString(),
                "-F",
                "-j",
                "none",
                "-n",
                folder.resolve("varnish").toString(),
                "-a",
                "127.0.0.1:" + port,
                "-f",
                file.toString(),
                "-s",
                "malloc,16m");
        assertForwards();
        HttpResponse<String> first = get("doc/thing/1", "Accept", "text/turtle");
        HttpResponse<String> second = get("doc/thing/1", "Accept", "text/turtle");
        HttpResponse<String> page = get("doc/thing/1", "Accept", "text/html");
        assertThat(second.headers().firstValue("X-Varnish").orElseThrow())
                .as("a hit names two requests")
                .contains(" ");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertEachClientsAnswerIsKept();
    }

    /** One client of a shared cache. */
    private record Client(String method, String path, int status, String... headers) {}

    /** Whoever asks in between, and whatever is answered then, a second request of the same client is answered by the cache, and right. */
    private void assertEachClientsAnswerIsKept() throws Exception {
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        List<Client> clients = List.of(
                new Client("GET", "doc/thing/1", 200, "Accept", browser, "Accept-Language", "fr"),
                new Client("GET", "doc/thing/1", 200, "Accept", browser, "Accept-Language", "en"),
                new Client("GET", "doc/thing/1", 200, "Accept", "text/turtle"),
                new Client("GET", "doc/thing/1", 200, "Accept", "application/ld+json"),
                new Client("HEAD", "doc/thing/1", 200, "Accept", "application/rdf+xml"),
                new Client("GET", "id/thing/1", 303, "Accept", browser),
                new Client("GET", "id/thing/1", 303, "Accept", "text/turtle"),
                new Client("GET", "catalog", 200, "Accept", "application/n-triples"),
                new Client("GET", "dump/things.nq", 200),
                new Client("GET", "sparql?query=ASK%7B%7D", 200, "Accept", "text/csv"),
                new Client("GET", "sparql?query=ASK%7B%7D", 200, "Accept", "application/sparql-results+xml"));
        for (Client client : clients) {
            refuse(client.path());
            assertThat(send(client).statusCode()).as(client.toString()).isEqualTo(client.status());
        }
        for (Client client : clients) {
            HttpResponse<String> kept = send(client);
            String name = client.path() + " " + List.of(client.headers());
            if (client.status() == 200) { // of 303 Varnish keeps nothing, whatever it says of itself
                assertThat(kept.headers().firstValue("X-Varnish").orElseThrow())
                        .as("a hit of %s names two requests", name)
                        .contains(" ");
            }
            HttpResponse<String> ours = CLIENT.send(request(client, server.port()), BodyHandlers.ofString());
            assertThat(kept.statusCode()).as(name).isEqualTo(ours.statusCode());
            assertThat(kept.body()).as(name).isEqualTo(ours.body());
            for (String field : List.of("Content-Type", "Location", "Content-Language", "Vary")) {
                assertThat(kept.headers().firstValue(field))
                        .as(name)
                        .isEqualTo(ours.headers().firstValue(field));
            }
            if (client.status() == 200 && client.method().equals("GET")) {
                String[] holding = Stream.concat(Stream.of(client.headers()), Stream.of("If-None-Match", etag(kept)))
                        .toArray(String[]::new);
                assertThat(get(client.path(), holding).statusCode()).as(name).isEqualTo(304);
            }
        }
    }

    /** Nobody keeps what is refused. */
    private void refuse(String path) throws Exception {
        HttpResponse<String> refused = get(path, "Accept", "image/png", "Accept-Encoding", "identity;q=0");
        assertThat(refused.headers().firstValue("X-Varnish").orElseThrow())
                .as(path)
                .doesNotContain(" ");
        assertThat(get("doc/thing/none").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(Client client) throws Exception {
        return CLIENT.send(request(client, port), BodyHandlers.ofString());
    }

    private static HttpRequest request(Client client, int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/" + client.path()))
                .method(client.method(), BodyPublishers.noBody());
        if (client.headers().length > 0) {
            request.headers(client.headers());
        }
        return request.build();
    }

    private void start(String... command) throws IOException {
        proxy = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile())
                .start();
    }

    /** Documents, redirections, queries and refusals arrive through it as they were sent. */
    private void assertForwards() throws Exception {
        awaitPort();
        assertThat(get("doc/thing/1.ttl").body()).contains("One");
        assertThat(get("id/thing/1").headers().firstValue("Location")).contains(ServedSample.BASE + "doc/thing/1");
        HttpResponse<String> asked = CLIENT.send(
                HttpRequest.newBuilder(address("sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString("ASK { ?s ?p \"One\" }"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(asked.body()).contains("true");
        assertThat(get("nothing").statusCode()).isEqualTo(404);
    }

    private void awaitPort() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException notYet) {
                if (System.nanoTime() > deadline || !proxy.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("proxy.log")), notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + "/" + path);
    }
}
