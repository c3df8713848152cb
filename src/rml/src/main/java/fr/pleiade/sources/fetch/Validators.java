package fr.pleiade.sources.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a retrieved file, in {@code <file>.http}, so that the server can be asked whether it has changed.
 *
 * @param url where it came from
 * @param at when
 * @param etag the {@code ETag}, or {@code ""}
 * @param lastModified the {@code Last-Modified}, or {@code ""}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, section 13: conditional requests</a>
 */
record Validators(URI url, Instant at, String etag, String lastModified) {
    static Validators of(URI url, HttpHeaders headers) {
        return new Validators(
                url,
                Instant.now(),
                headers.firstValue("ETag").orElse(""),
                headers.firstValue("Last-Modified").orElse(""));
    }

    /** {@return what is remembered of the file, if it came from this URL} */
    static Optional<Validators> of(URI url, Path file) throws IOException {
        Path memory = memory(file);
        if (!Files.exists(file) || !Files.exists(memory)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(memory);
        return lines.size() == 4 && lines.get(0).equals(url.toString())
                ? Optional.of(new Validators(url, Instant.parse(lines.get(1)), lines.get(2), lines.get(3)))
                : Optional.empty();
    }

    void remember(Path file) throws IOException {
        Files.write(memory(file), List.of(url.toString(), at.toString(), etag, lastModified));
    }

    /** {@return what a range of the same representation is asked for by: a strong ETag, or the date; {@code ""} for neither} */
    String forRange() {
        return etag.isEmpty() || etag.startsWith("W/") ? lastModified : etag;
    }

    private static Path memory(Path file) {
        return file.resolveSibling(file.getFileName() + ".http");
    }
}
