package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import jakarta.servlet.http.Cookie;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One request and the answer to it.
 *
 * <p>What a choice depended on is remembered: whatever is sent afterwards says so in {@code Vary}. One thread only.
 */
public final class Exchange {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String LANGUAGE = "lang";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String base;

    public Exchange(HttpServletRequest request, HttpServletResponse response, String base) {
        this.request = request;
        this.response = response;
        this.base = base;
    }

    /** Writes the bytes of an answer. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** {@return the address under which everything is published, ending in a slash; never taken from the request} */
    public String base() {
        return base;
    }

    /** {@return the request's path as it was sent, percent-encoding and all, without the first slash} */
    public String path() {
        return request.getRequestURI().substring(1);
    }

    /** {@return the canonical address of what is asked for} */
    public String address() {
        return base + path();
    }

    /** {@return the first value of a parameter of the address; a form in the body is not looked at} */
    public Optional<String> parameter(String name) {
        String query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith(name + "="))
                        .map(part -> part.substring(name.length() + 1).replace('+', ' '))
                        .flatMap(value -> RequestPath.decode(value).stream())
                        .findFirst();
    }

    /** {@return a query parameter that counts from 1, or 1 where it is absent or no such number} */
    public int page(String name) {
        return parameter(name)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** {@return the request's address with one parameter set, for a link on the page} */
    public String addressWith(String name, Object value) {
        List<String> parts = new ArrayList<>();
        String query = request.getQueryString();
        if (query != null) {
            Arrays.stream(query.split("&"))
                    .filter(part -> !part.isEmpty() && !part.startsWith(name + "="))
                    .forEach(parts::add);
        }
        parts.add(name + "=" + value);
        return "/" + path() + "?" + String.join("&", parts);
    }

    /** {@return the negotiation for what the client accepts; {@code ?_mediatype=} in the address stands for the header} */
    public Negotiation accept() {
        varyOn("Accept");
        return Negotiation.accept(parameter("_mediatype")
                .map(type -> List.of(type.replace(' ', '+')))
                .orElseGet(() -> lines("Accept")));
    }

    /** {@return whether the client asks which profiles there are, instead of for the document} */
    public boolean asksForProfiles() {
        return parameter(Profiles.PARAMETER).filter(Profiles.LISTS::contains).isPresent();
    }

    /** {@return the profile that the client likes best, the default if it knows none of them} */
    public Profile profile(Profiles profiles) {
        varyOn("Accept-Profile");
        return profiles.choose(parameter(Profiles.PARAMETER), lines("Accept-Profile"));
    }

    /**
     * {@return the form of a document in a profile: a page only in the default one, unless the client accepts nothing else}
     *
     * @throws Refusal with 406 if the client accepts none
     */
    public Variant negotiate(Profiles profiles, Profile profile, UnaryOperator<String> address) {
        Optional<Variant> data =
                profile.equals(profiles.byDefault()) ? Optional.empty() : accept().choose(Variant.RDF_DOCUMENT);
        return data.orElseGet(() -> negotiate(Variant.RDF_AND_HTML, address));
    }

    /**
     * {@return the form that the client likes best}
     *
     * @param address tells where each form can be had, for a client that accepts none
     * @throws Refusal with 406 if the client accepts none
     */
    public Variant negotiate(List<Variant> offered, UnaryOperator<String> address) {
        return accept().choose(offered)
                .orElseThrow(() -> Refusal.notAcceptable(offered.stream()
                        .map(v -> new Refusal.Alternative(v.mediaType(), v.label(), address.apply(v.suffix())))
                        .toList()));
    }

    /** {@return the language of the page: the {@code lang} parameter, else the one chosen before, else the browser's} */
    public Language language() {
        varyOn("Accept-Language");
        varyOn("Cookie");
        Optional<Language> asked = parameter(LANGUAGE).flatMap(Language::ofTag);
        asked.ifPresent(this::remember);
        return asked.or(this::remembered).orElseGet(() -> Language.accepted(lines("Accept-Language")));
    }

    private void remember(Language language) {
        response.addHeader(
                "Set-Cookie", LANGUAGE + "=" + language.tag() + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    }

    private Optional<Language> remembered() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(LANGUAGE))
                        .flatMap(cookie -> Language.ofTag(cookie.getValue()).stream())
                        .findFirst();
    }

    /** Sends the client elsewhere: 303 for the document about a thing, 308 for another spelling of the address. */
    public void redirect(int status, String location) {
        response.setStatus(status);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", Entity.Caching.CURRENT.directives());
    }

    /**
     * Sends a small answer: its length is known, and nothing is sent if it cannot be made; compressed if the client likes that.
     *
     * @throws Refusal with 406 if the client accepts it neither compressed nor as it is
     */
    public void send(Entity entity, Body body) throws IOException {
        varyOn("Accept-Encoding");
        Optional<Coding> coding = CodingChoice.of(lines("Accept-Encoding"));
        if (!isNeeded(coding.map(c -> entity.coded(c.token())).orElse(entity))) {
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
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /** Sets a status other than 200 for the answer that follows. */
    public void status(int status) {
        response.setStatus(status);
    }

    /**
     * Sends a file, or the range of it that the client asks for, by the operating system where it can.
     *
     * @param sha256 the file's digest, for {@code Repr-Digest}
     * @throws Refusal with 416 if the range begins beyond the end
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, Digest Fields</a>
     */
    public void sendFile(Entity entity, Path file, String sha256) throws IOException {
        long length = Files.size(file);
        Optional<ByteRange> range = range(entity, length);
        if (range.filter(r -> !r.isWithin(length)).isPresent()) {
            throw Refusal.of(416, "status-416").with("Content-Range", "bytes */" + length);
        }
        if (!isNeeded(entity)) {
            return;
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
        String condition = request.getHeader("If-Range");
        boolean isCurrent = condition == null || condition.equals("\"" + entity.validator() + "\"");
        return field == null || !isCurrent || !request.getMethod().equals("GET")
                ? Optional.empty()
                : ByteRange.parse(field, length);
    }

    /**
     * Writes the headers of an answer that somebody else sends, and answers 304 if the client has these bytes already.
     *
     * @return whether the bytes are to be sent
     */
    public boolean begin(Entity entity) {
        return isNeeded(entity);
    }

    /** Sends why there is no answer; the status is set already, and nobody keeps it. */
    public void sendProblem(String contentType, Language language, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        body.writeTo(bytes);
        response.setContentType(contentType);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Cache-Control", Entity.Caching.NONE.directives());
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /**
     * Writes the headers; if the client has these bytes already, answers 304 with those that such an answer has.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5">RFC 9110, section 15.4.5</a>
     */
    private boolean isNeeded(Entity entity) {
        String tag = "\"" + entity.validator() + "\"";
        Instant modified = entity.modified().truncatedTo(ChronoUnit.SECONDS);
        response.setHeader("ETag", tag);
        boolean setsCookie =
                entity.language().isPresent() && parameter(LANGUAGE).isPresent();
        response.setHeader(
                "Cache-Control",
                setsCookie ? "private, no-cache" : entity.caching().directives());
        entity.location().ifPresent(address -> response.setHeader("Content-Location", address));
        if (isHeldByClient(tag, modified)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setHeader("Last-Modified", HTTP_DATE.format(modified));
        entity.profile().ifPresent(profile -> response.setHeader("Content-Profile", "<" + profile.iri() + ">"));
        entity.links().forEach(link -> response.addHeader("Link", link));
        response.setContentType(entity.contentType());
        entity.language().ifPresent(language -> response.setHeader("Content-Language", language.tag()));
        return true;
    }

    private boolean isHeldByClient(String tag, Instant modified) {
        List<String> tags = lines("If-None-Match");
        if (!tags.isEmpty()) {
            return tags.stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(held -> held.strip().replaceFirst("^W/", ""))
                    .anyMatch(held -> held.equals(tag) || held.equals("*"));
        }
        String since = request.getHeader("If-Modified-Since");
        return since != null
                && parseDate(since).filter(date -> !modified.isAfter(date)).isPresent();
    }

    private static Optional<Instant> parseDate(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (java.time.DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private List<String> lines(String field) {
        return Collections.list(request.getHeaders(field));
    }

    private void varyOn(String field) {
        String vary = response.getHeader("Vary");
        Set<String> fields = new LinkedHashSet<>(vary == null ? List.of() : List.of(vary.split(", ")));
        fields.add(field);
        response.setHeader("Vary", String.join(", ", fields));
    }
}
