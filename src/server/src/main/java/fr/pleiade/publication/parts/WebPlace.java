package fr.pleiade.publication.parts;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublicationException;
import fr.pleiade.sources.fetch.DownloadException;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An address below which files are had by HTTP. It was named by whoever publishes, so that any machine may be reached; of the parts one
 * at a time is kept here, resumed where it breaks off.
 */
record WebPlace(URI root, Downloader downloader, HttpClient client) implements PartPlace {
    static WebPlace of(URI address) {
        String text = address.toString();
        Downloader.Limits limits = Downloader.Limits.USUAL.reaching(any -> true);
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(limits.silence()).build();
        return new WebPlace(URI.create(text.endsWith("/") ? text : text + "/"), new Downloader(limits), client);
    }

    @Override
    public Optional<byte[]> small(String name) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-graphs-");
        Path file = folder.resolve("list");
        try {
            downloader.fetch(address(name), file, arrived -> Optional.empty(), bytes -> {});
            return Optional.of(Files.readAllBytes(file));
        } catch (DownloadException e) {
            if (e.isMissing()) {
                return Optional.empty();
            }
            throw failed(e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("list.http"));
            Files.deleteIfExists(folder.resolve("list.part"));
            Files.deleteIfExists(folder.resolve("list.part.http"));
            Files.delete(folder);
        }
    }

    @Override
    public OptionalLong size(String name) throws IOException {
        HttpRequest head = HttpRequest.newBuilder(address(name))
                .timeout(Downloader.Limits.USUAL.silence())
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<Void> response = client.send(head, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() == 404 || response.statusCode() == 410
                    ? OptionalLong.empty()
                    : OptionalLong.of(response.headers()
                            .firstValueAsLong("Content-Length")
                            .orElse(0));
        } catch (IOException e) {
            throw PublicationException.environment(of(name), "no answer: " + e.getMessage(), "publish again")
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PublicationException.environment(of(name), "interrupted", "publish again")
                    .causedBy(e);
        }
    }

    @Override
    public InputStream open(String name, Path work) throws IOException {
        Path file = work.resolve("part-" + Sha256.of(name));
        try {
            downloader.fetch(address(name), file, arrived -> Optional.empty(), bytes -> {});
        } catch (DownloadException e) {
            throw failed(e);
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static PublicationException failed(DownloadException e) {
        return PublicationException.environment(e.url().toString(), e.problem(), "publish again")
                .causedBy(e);
    }

    @Override
    public SortedSet<String> parts(String slug) {
        return new TreeSet<>();
    }

    @Override
    public List<Path> findings(String slug) {
        return List.of();
    }

    private URI address(String name) {
        try {
            return root.resolve(new URI(null, null, "./" + name, null));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " is no part of an address", e);
        }
    }

    @Override
    public String of(String name) {
        return root + name;
    }
}
