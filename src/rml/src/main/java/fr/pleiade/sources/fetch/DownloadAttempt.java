package fr.pleiade.sources.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One attempt to fetch one file. */
final class DownloadAttempt {
    private static final int BUFFER = 1 << 16;

    private final HttpClient client;
    private final Downloader.Limits limits;
    private final Reach reach;
    private final URI url;
    private final Path file;
    private final Path part;
    private final Downloader.Acceptance acceptance;

    DownloadAttempt(
            HttpClient client,
            Downloader.Limits limits,
            Reach reach,
            URI url,
            Path file,
            Downloader.Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = client;
        this.limits = limits;
        this.reach = reach;
        this.url = url;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
    }

    Retrieval run(LongConsumer bytesRead) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        Optional<Validators> known = Validators.of(url, file);
        Optional<Validators> begun = Validators.of(url, part);
        HttpResponse<InputStream> response =
                follow(known, begun.filter(v -> !v.forRange().isEmpty()));
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 304 -> unchanged(known);
                case 200 -> receive(response, StandardOpenOption.TRUNCATE_EXISTING, bytesRead);
                case 206 -> resume(response, bytesRead);
                case 416 -> throw startAgain();
                case 408, 425, 429, 500, 502, 503, 504 ->
                    throw DownloadException.passing(url, "the server answered " + response.statusCode());
                case 404, 410 -> throw DownloadException.missing(url, response.statusCode());
                default -> throw DownloadException.lasting(url, "the server answered " + response.statusCode());
            };
        }
    }

    private Retrieval unchanged(Optional<Validators> known) {
        return known.map(v -> new Retrieval(url, v.at(), Retrieval.State.UNCHANGED))
                .orElseThrow(
                        () -> DownloadException.lasting(url, "the server answered 304 to a request without condition"));
    }

    private DownloadException startAgain() throws IOException {
        Files.deleteIfExists(part);
        return DownloadException.passing(url, "the server has no such range");
    }

    private HttpResponse<InputStream> follow(Optional<Validators> known, Optional<Validators> begun)
            throws IOException {
        URI at = url;
        for (int redirections = 0; redirections <= limits.redirections(); redirections++) {
            reach.require(url, at);
            HttpResponse<InputStream> response = send(request(at, known, begun));
            if (response.statusCode() < 300 || response.statusCode() == 304 || response.statusCode() >= 400) {
                return response;
            }
            response.body().close();
            URI from = at;
            at = response.headers()
                    .firstValue("Location")
                    .map(from::resolve)
                    .orElseThrow(() -> DownloadException.lasting(url, "a redirection leads nowhere"));
            requireWeb(from, at);
        }
        throw DownloadException.lasting(url, "more than %d redirections".formatted(limits.redirections()));
    }

    private void requireWeb(URI from, URI to) {
        String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || scheme.equals("http") && "http".equals(from.getScheme());
        if (!safe) {
            throw DownloadException.lasting(url, "a redirection leads to " + to + ", which is not followed");
        }
    }

    private HttpRequest request(URI at, Optional<Validators> known, Optional<Validators> begun) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(limits.silence())
                .header("User-Agent", "Pleiade")
                .header("Accept", "*/*");
        if (begun.isPresent()) {
            return request.header("Range", "bytes=" + Files.size(part) + "-")
                    .header("If-Range", begun.get().forRange())
                    .build();
        }
        known.map(Validators::etag).filter(v -> !v.isEmpty()).ifPresent(v -> request.header("If-None-Match", v));
        known.map(Validators::lastModified)
                .filter(v -> !v.isEmpty())
                .ifPresent(v -> request.header("If-Modified-Since", v));
        return request.build();
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw DownloadException.passing(url, "no answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DownloadException.lasting(url, "the download was interrupted");
        }
    }

    private Retrieval resume(HttpResponse<InputStream> response, LongConsumer bytesRead) throws IOException {
        String expected = "bytes " + Files.size(part) + "-";
        if (!response.headers().firstValue("Content-Range").orElse("").startsWith(expected)) {
            throw startAgain();
        }
        return receive(response, StandardOpenOption.APPEND, bytesRead);
    }

    private Retrieval receive(HttpResponse<InputStream> response, StandardOpenOption mode, LongConsumer bytesRead)
            throws IOException {
        Validators validators = Validators.of(url, response.headers());
        try (InputStream body = new ImpatientStream(response.body(), url, limits.silence());
                OutputStream out =
                        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            validators.remember(part);
            copy(body, out, bytesRead);
        }
        Optional<String> problem = acceptance.problem(part);
        if (problem.isPresent()) {
            Files.delete(part);
            throw DownloadException.lasting(url, problem.get());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        validators.remember(file);
        return new Retrieval(url, validators.at(), Retrieval.State.NEW);
    }

    private void copy(InputStream body, OutputStream out, LongConsumer bytesRead) throws IOException {
        long deadline = System.nanoTime() + limits.whole().toNanos();
        byte[] buffer = new byte[BUFFER];
        long size = Files.size(part);
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            size += read;
            if (size > limits.bytes()) {
                throw DownloadException.lasting(url, "it has more than %d bytes".formatted(limits.bytes()));
            }
            if (System.nanoTime() > deadline) {
                throw DownloadException.lasting(url, "it has not arrived within %s".formatted(limits.whole()));
            }
            out.write(buffer, 0, read);
            bytesRead.accept(read);
        }
    }
}
