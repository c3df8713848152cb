package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is sent: the head that an entity asks for, and its bytes, unless the client holds them already. One thread only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, sections 13 to 15</a>
 */
final class Answer {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What a description says of its bytes, and a problem in its place does not. */
    private static final List<String> OF_AN_ENTITY = List.of(
            "ETag",
            "Last-Modified",
            "Content-Location",
            "Content-Profile",
            "Content-Encoding",
            "Accept-Ranges",
            "Repr-Digest",
            "Link");

    /** How many characters of links an answer has at most: proxies keep no more than four thousand of a whole head. */
    private static final int LINKS = 3000;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Answer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void status(int status) {
        response.setStatus(status);
    }

    void remember(Language language) {
        response.setHeader(
                "Set-Cookie",
                Wishes.LANGUAGE + "=" + language.tag() + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }

    void redirect(int status, String location) {
        response.setStatus(status);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", Entity.Caching.CURRENT.directives());
    }

    /** Sends bytes in a coding; nothing is sent if they cannot be made. */
    void send(Entity entity, Optional<Coding> coding, Exchange.Body body) throws IOException {
        if (!begin(coding.map(c -> entity.coded(c.token())).orElse(entity))) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        if (coding.isPresent()) {
            response.setHeader("Content-Encoding", coding.get().token());
            try (OutputStream coded = coding.get().encode(bytes)) {
                body.writeTo(coded);
            }
        } else {
            body.writeTo(bytes);
        }
        send(bytes);
    }

    /** Sends a problem: its own fields and none of the answer's in whose place it stands. */
    void sendProblem(String contentType, Language language, Exchange.Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        body.writeTo(bytes);
        OF_AN_ENTITY.forEach(field -> response.setHeader(field, null));
        response.setContentType(contentType);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Cache-Control", Entity.Caching.NONE.directives());
        send(bytes);
    }

    private void send(ByteArrayOutputStream bytes) throws IOException {
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /**
     * Sends a file, or the range of it that the client asks for.
     *
     * @throws Refusal with 416 if the range begins beyond the end
     */
    void sendFile(Entity entity, Path file, String sha256) throws IOException {
        long length = Files.size(file);
        if (!begin(entity)) {
            return; // RFC 9110, 13.2.2: before the range is looked at
        }
        Optional<ByteRange> range = range(entity, length);
        if (range.filter(r -> !r.isWithin(length)).isPresent()) {
            throw Refusal.of(416, "status-416").with("Content-Range", "bytes */" + length);
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader(
                "Repr-Digest",
                "sha-256=:%s:"
                        .formatted(Base64.getEncoder()
                                .encodeToString(HexFormat.of().parseHex(sha256))));
        range.ifPresent(r -> {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(r.first(), r.last(), length));
        });
        ByteRange sent = range.orElse(new ByteRange(0, length - 1));
        response.setContentLengthLong(sent.length());
        if (!request.getMethod().equals("HEAD") && length > 0) {
            new FilePart(file.toRealPath().toString(), sent.first(), sent.last() + 1).send(request, response);
        }
    }

    private Optional<ByteRange> range(Entity entity, long length) {
        String field = request.getHeader("Range");
        return field == null
                        || !request.getMethod().equals("GET")
                        || !Preconditions.of(request).allowsRange(tag(entity))
                ? Optional.empty()
                : ByteRange.parse(field, length);
    }

    /**
     * Writes the head; if the client has these bytes already, answers 304 with the fields that such an answer has.
     *
     * @return whether the bytes are to be sent
     * @throws Refusal with 412 if the client wants another version
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5">RFC 9110, section 15.4.5</a>
     */
    boolean begin(Entity entity) {
        Instant modified = entity.modified().truncatedTo(ChronoUnit.SECONDS);
        // RFC 9110, 13.2.1: of no other answer than this is a condition asked
        boolean isFound = response.getStatus() == HttpServletResponse.SC_OK;
        Preconditions conditions = Preconditions.of(request);
        if (isFound && conditions.excludes(tag(entity), modified)) {
            throw Refusal.of(412, "status-412");
        }
        response.setHeader("ETag", tag(entity));
        boolean setsCookie = response.getHeader("Set-Cookie") != null;
        response.setHeader(
                "Cache-Control",
                setsCookie ? "private, no-cache" : entity.caching().directives());
        entity.location().ifPresent(address -> response.setHeader("Content-Location", address));
        if (isFound && conditions.isHeld(tag(entity), modified)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setHeader("Last-Modified", HTTP_DATE.format(modified));
        entity.profile().ifPresent(profile -> response.setHeader("Content-Profile", "<" + profile.iri() + ">"));
        link(entity.links());
        response.setContentType(entity.contentType());
        entity.language().ifPresent(language -> response.setHeader("Content-Language", language.tag()));
        return true;
    }

    /** Links to what there is room for; where a long address leaves little, the description itself still names the rest. */
    private void link(List<String> links) {
        int room = LINKS;
        for (String link : links) {
            room -= link.length();
            if (room < 0) {
                return;
            }
            response.addHeader("Link", link);
        }
    }

    /** {@return where the body is written to after {@link #begin}} */
    CodedResponse coded(Optional<Coding> coding) {
        return new CodedResponse(response, coding, !request.getMethod().equals("HEAD"));
    }

    private static String tag(Entity entity) {
        return "\"" + entity.validator() + "\"";
    }
}
