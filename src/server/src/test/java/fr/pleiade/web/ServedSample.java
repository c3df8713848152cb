package fr.pleiade.web;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bundled sample, published once and served on a free port for all tests of this JVM.
 *
 * <p>Its base is not the address that the tests ask, as behind a proxy, so that every test sees whether links are canonical.
 */
public final class ServedSample {
    public static final String BASE = "https://data.example.org/";

    private static final class Holder {
        static final ServedSample SAMPLE = new ServedSample();
    }

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Path state;
    private final PleiadeServer server;

    private ServedSample() {
        try {
            state = Files.createTempDirectory("pleiade-web-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path mappings = Path.of("mappings");
        Path ontology = Path.of("ontology");
        new Publisher(Site.read(mappings, ontology, BASE), Path.of("data"), state).publish(PublishObserver.NONE);
        server = PleiadeServer.start(new ServerOptions(state, 0, BASE, Path.of("fuseki-config/pleiade.ttl")));
    }

    public static ServedSample sample() {
        return Holder.SAMPLE;
    }

    /** {@return the slugs of the bundled datasets, which are the folders beside the catalogue, in order} */
    public static List<String> datasets() {
        try (Stream<Path> entries = Files.list(Path.of("mappings"))) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Release release() {
        return Releases.in(state).current().orElseThrow();
    }

    public int port() {
        return server.port();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    /** {@return the path of a canonical address} */
    public static String path(String canonical) {
        if (!canonical.startsWith(BASE)) {
            throw new AssertionError("not canonical: " + canonical);
        }
        return canonical.substring(BASE.length());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .timeout(Duration.ofSeconds(60))
                .headers(headers);
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
