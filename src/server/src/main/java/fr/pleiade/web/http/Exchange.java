package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request and the answer to it, as a face sees them: {@link Query} has what the address asks, {@link Wishes} what the client would
 * like, {@link Answer} sends.
 *
 * <p>What a choice depended on is remembered: whatever is sent afterwards says so in {@code Vary}. One thread only.
 */
public final class Exchange {
    private final HttpServletRequest request;
    private final String base;
    private final Query query;
    private final Vary vary;
    private final Wishes wishes;
    private final Answer answer;

    public Exchange(HttpServletRequest request, HttpServletResponse response, String base) {
        this.request = request;
        this.base = base;
        this.query = new Query(Optional.ofNullable(request.getQueryString()).orElse(""));
        this.vary = new Vary(request, response);
        this.wishes = new Wishes(request, query, vary);
        this.answer = new Answer(request, response);
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
        return sentPath(request).substring(1);
    }

    /** What the container passes on to the page of errors keeps the address that was asked for, unless that leaves its place. */
    private static String sentPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                        && RequestPath.isSafe(asked)
                ? asked
                : request.getRequestURI();
    }

    /** {@return the canonical address of what is asked for} */
    public String address() {
        return base + path();
    }

    /** {@return the query of the address as it was sent, with its question mark, or nothing} */
    public String search() {
        return Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
    }

    /** {@return the query of the address} */
    public Query query() {
        return query;
    }

    /** {@return the first value of a parameter of the address; a form in the body is not looked at} */
    public Optional<String> parameter(String name) {
        return query.parameter(name);
    }

    /** {@return all parameters of the address, in order; one that is not UTF-8 is left out} */
    public List<Query.Parameter> parameters() {
        return query.parameters();
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
        return "/" + path() + "?" + query.with(name, value).text();
    }

    /** {@return the negotiation for what the client accepts; {@code ?_mediatype=} in the address stands for the header} */
    public Negotiation accept() {
        return wishes.accept();
    }

    /** {@return whether a person seems to be asking, who is told in a page why there is no answer, whatever form the address names} */
    public boolean prefersPage(Variant otherwise) {
        return wishes.acceptField().prefersHtml(List.of(otherwise, Variant.HTML));
    }

    /** {@return whether the client asks which profiles there are, instead of for the document} */
    public boolean asksForProfiles() {
        return wishes.listOfProfiles();
    }

    /** {@return the profile that the client likes best, the default if it knows none of them} */
    public Profile profile(Profiles profiles) {
        return wishes.profile(profiles);
    }

    /**
     * {@return the form that the client likes best}
     *
     * @param address tells where each form can be had, for a client that accepts none
     * @throws Refusal with 406 if the client accepts none
     */
    public Variant negotiate(List<Variant> offered, Function<Variant, String> address) {
        return accept().choose(offered)
                .orElseThrow(() -> Refusal.notAcceptable(offered.stream()
                        .map(v -> new Refusal.Alternative(v.mediaType(), v.label(), address.apply(v)))
                        .toList()));
    }

    /** {@return the language of the page: the {@code lang} parameter, which is remembered, else the one chosen before, else the browser's} */
    public Language language() {
        return language(Language.OF_READERS);
    }

    /** {@return the language of what a program is told in words: chosen as that of pages, but another where nothing was wished for} */
    public Language languageOfPrograms() {
        return language(Language.OF_PROGRAMS);
    }

    private Language language(Language otherwise) {
        wishes.namedLanguage().ifPresent(answer::remember);
        return wishes.language(otherwise);
    }

    /** {@return the language that the address names, if it names one} */
    public Optional<Language> namedLanguage() {
        return wishes.namedLanguage();
    }

    /** Says once and for all on what the answers of this address depend, whichever of them this one becomes. */
    public void varies(List<String> fields) {
        vary.settle(fields);
    }

    /** Says that what follows is a refusal, which adds nothing to what the answers of this address depend on. */
    public void refuse(int status) {
        vary.settle();
        answer.status(status);
    }

    /** Sets a status other than 200 for the answer that follows. */
    public void status(int status) {
        answer.status(status);
    }

    /** Sends the client elsewhere: 303 for the document about a thing, 308 for another spelling of the address. */
    public void redirect(int status, String location) {
        answer.redirect(status, location);
    }

    /**
     * Sends a small answer: its length is known, and nothing is sent if it cannot be made; compressed if the client likes that.
     *
     * @throws Refusal with 406 if the client accepts it neither compressed nor as it is
     */
    public void send(Entity entity, Body body) throws IOException {
        answer.send(entity, wishes.coding(), body);
    }

    /**
     * Sends a file, or the range of it that the client asks for, by the operating system where it can.
     *
     * @param sha256 the file's digest, for {@code Repr-Digest}
     * @throws Refusal with 416 if the range begins beyond the end
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, Digest Fields</a>
     */
    public void sendFile(Entity entity, Path file, String sha256) throws IOException {
        answer.sendFile(entity, file, sha256);
    }

    /**
     * Writes the headers of an answer that somebody else writes, compressed if the client likes that, and answers 304 if the client has
     * these bytes already.
     *
     * @return where to write the body; nothing if none is to be sent
     * @throws Refusal with 406 if the client accepts it neither compressed nor as it is
     */
    public Optional<CodedResponse> begin(Entity entity) {
        Optional<Coding> coding = wishes.coding();
        return answer.begin(coding.map(c -> entity.coded(c.token())).orElse(entity))
                ? Optional.of(answer.coded(coding))
                : Optional.empty();
    }

    /**
     * Writes the headers of an answer that is sent piece by piece while it is made, never compressed: whoever waits for the end sees what
     * is there already.
     *
     * @return where to write the body; nothing if none is to be sent
     */
    public Optional<CodedResponse> beginInPieces(Entity entity) {
        return answer.begin(entity) ? Optional.of(answer.coded(Optional.empty())) : Optional.empty();
    }

    /** Sends why there is no answer; the status is set already, and nobody keeps it. */
    public void sendProblem(String contentType, Language language, Body body) throws IOException {
        answer.sendProblem(contentType, language, body);
    }
}
