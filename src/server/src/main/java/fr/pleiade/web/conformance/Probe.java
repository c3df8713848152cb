package fr.pleiade.web.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the running site over its own port, as any client would, and never anybody else. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final String origin;

    /** @param origin the site's address on this machine, ending in a slash */
    Probe(String origin) {
        this.origin = origin;
    }

    /** An answer. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** {@return whether the media type is this one, whatever its parameters} */
        boolean isOf(String mediaType) {
            return header("Content-Type").filter(t -> t.startsWith(mediaType)).isPresent();
        }

        String body() {
            return response.body();
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** @throws UncheckedIOException if the site does not answer */
    Answer send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + path, e);
        }
    }
}
