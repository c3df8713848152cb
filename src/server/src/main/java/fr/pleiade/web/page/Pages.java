package fr.pleiade.web.page;

import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Problem;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes pages: a template, its values, and the layout around them, as many at once as there are processors. Thread-safe. */
@Component
public final class Pages {
    private static final int NOT_FOUND = 404;

    /**
     * The template engine's threads stand in each other's way: two hundred that make a page at once take a hundred times as long as one
     * after the other. Nothing is sent meanwhile, for a reader may be slow.
     */
    private final Semaphore makers = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final ITemplateEngine templates;
    private final ServedReleases served;
    private final CurrentRelease current;
    private final Assets assets;
    private final PerRelease<ShownLook> looks;

    Pages(ITemplateEngine templates, ServedReleases served, CurrentRelease current, Assets assets) {
        this.templates = templates;
        this.served = served;
        this.current = current;
        this.assets = assets;
        this.looks = new PerRelease<>(release -> ShownLook.of(served.of(release).look()));
    }

    /** Another form of what is on the page. */
    public record Alternate(String mediaType, String label, String href) {
        /** {@return the alternates that a document has below its address, one per form that is not a page} */
        public static List<Alternate> of(List<Variant> variants, String address) {
            return variants.stream()
                    .filter(v -> !v.isHtml())
                    .map(v -> new Alternate(v.mediaType(), v.label(), address + "." + v.suffix()))
                    .toList();
        }

        /** {@return the values of {@code Link} fields for the alternates of a document} */
        public static List<String> links(List<Variant> variants, String address) {
            return of(variants, address).stream().map(Alternate::toLink).toList();
        }

        /** {@return the value of a {@code Link} field} */
        public String toLink() {
            return "<" + RequestPath.toUri(href) + ">; rel=\"alternate\"; type=\"" + mediaType + "\"";
        }
    }

    /** Works out what a template shows. */
    @FunctionalInterface
    public interface Values {
        Map<String, Object> make() throws IOException;
    }

    /**
     * One language that the page can be had in.
     *
     * @param href where a reader chooses it
     * @param query what the page's canonical address has behind it in this language, for search engines
     */
    public record Choice(String tag, String href, String query, boolean isCurrent) {
        static Choice of(Language language, Language current, Exchange exchange) {
            return new Choice(
                    language.tag(),
                    exchange.addressWith("lang", language.tag()),
                    language == Language.OF_READERS ? "" : "?lang=" + language.tag(),
                    language == current);
        }
    }

    /** {@return what the answer says of a page that changes with the release} */
    public Entity entity(Exchange exchange, Release release) {
        return entity(exchange.language(), release.id(), release.created());
    }

    /** {@return what the answer says of a page in a language, which changes with what the validator stands for, and with this software} */
    public Entity entity(Language language, String validator, Instant modified) {
        return Entity.page(
                language, "%s.%s.html.%s".formatted(validator, assets.fingerprint(), language.tag()), modified);
    }

    /** {@return the values by which a page of an edition says which release it shows, and where the other one is} */
    public static Map<String, Object> versions(Edition edition, String path) {
        return Map.of(
                "canonical", RequestPath.toUri(edition.latestAddress(path)),
                "pinned",
                        RequestPath.toUri(
                                "/" + Edition.pinned(edition.release()).prefix() + path),
                "latest", edition.isPinned() ? RequestPath.toUri("/" + path) : "",
                "releaseId", edition.release().id(),
                "releaseDate", edition.release().created().toString());
    }

    /** Sends a page that says what went wrong; the status is set already. */
    void sendProblem(Exchange exchange, Problem problem) throws IOException {
        Language language = exchange.language();
        List<Shown> near = problem.status() == NOT_FOUND
                ? served.current()
                        .map(content -> new NearNames(content).of(exchange.path(), language.locale()))
                        .orElse(List.of())
                : List.of();
        String words = problem.status() == NOT_FOUND ? NearNames.words(exchange.path()) : "";
        sendRefused(exchange, "problem", Map.of("problem", problem, "canonical", "", "near", near, "words", words));
    }

    /** Sends a page of its own that says why there is no answer; the status is set already. */
    public void sendRefused(Exchange exchange, String template, Map<String, Object> values) throws IOException {
        Language language = exchange.language();
        exchange.sendProblem(Variant.HTML.contentType(), language, body(exchange, language, template, () -> values));
    }

    /** Sends a page. */
    public void send(Exchange exchange, Entity entity, String template, Map<String, Object> values) throws IOException {
        send(exchange, entity, template, () -> values);
    }

    /** Sends a page whose values are worked out only if the client has not got it yet. */
    public void send(Exchange exchange, Entity entity, String template, Values values) throws IOException {
        exchange.send(entity, body(exchange, entity.language().orElse(Language.EN), template, values));
    }

    /** {@return a page, or a part of one, for an answer that is sent in pieces} */
    public String text(Exchange exchange, Language language, String template, Map<String, Object> values)
            throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        body(exchange, language, template, () -> values).writeTo(page);
        return page.toString(StandardCharsets.UTF_8);
    }

    private Exchange.Body body(Exchange exchange, Language language, String template, Values values) {
        return out -> {
            Context context = PageContext.of(language.locale(), frame(exchange, language));
            StringWriter page = new StringWriter();
            makers.acquireUninterruptibly();
            try {
                values.make().forEach(context::setVariable);
                context.setVariable("releaseDay", day(context.getVariable("releaseDate"), language));
                templates.process(template, context, page);
            } finally {
                makers.release();
            }
            out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String day(Object instant, Language language) {
        String text = String.valueOf(instant);
        return text.isEmpty()
                ? ""
                : Written.day(LocalDate.ofInstant(Instant.parse(text), ZoneOffset.UTC), language.locale());
    }

    /** {@return the name of the picture of a page: of a dataset's that of the dataset} */
    private String card(String path) {
        String[] parts = path.split("[/.]");
        boolean isOfDataset = parts.length > 1
                && parts[0].equals("dataset")
                && current.release().flatMap(release -> release.graph(parts[1])).isPresent();
        return isOfDataset ? parts[1] : "catalog";
    }

    private Map<String, Object> frame(Exchange exchange, Language language) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("lang", language.tag());
        List<Choice> languages = Arrays.stream(Language.values())
                .map(l -> Choice.of(l, language, exchange))
                .toList();
        frame.put("languages", languages);
        frame.put(
                "canonicalQuery",
                languages.stream()
                        .filter(choice -> exchange.namedLanguage()
                                .filter(named -> named.tag().equals(choice.tag()))
                                .isPresent())
                        .map(Choice::query)
                        .findFirst()
                        .orElse(""));
        frame.put("base", exchange.base());
        frame.put("path", "/" + exchange.path());
        frame.put("search", exchange.search());
        frame.put("canonical", exchange.address());
        Masthead masthead = masthead(exchange, language);
        frame.put("masthead", masthead);
        frame.put("siteTitle", masthead.title());
        frame.put("description", "");
        frame.put("styleSheet", assets.file("pleiade.css"));
        frame.put("card", exchange.base() + "card/" + card(exchange.path()) + ".png");
        frame.put("origin", exchange.base().substring(0, exchange.base().length() - 1));
        frame.put("embedStyle", assets.file("embed.css"));
        frame.put("queryScript", assets.file("sparql.js"));
        frame.put(
                "look",
                served.current()
                        .map(now -> looks.of(now.release()))
                        .orElse(ShownLook.USUAL)
                        .orUsual(assets.address("pleiade.svg")));
        Optional<Release> release = current.release();
        frame.put("releaseId", release.map(Release::id).orElse(""));
        frame.put("releaseDate", release.map(r -> r.created().toString()).orElse(""));
        frame.put("pinned", "");
        frame.put("latest", "");
        frame.put("alternates", List.of());
        frame.put("signposts", List.of());
        frame.put("embedded", "");
        frame.put("citation", List.of());
        frame.put("pageQuery", List.of());
        return frame;
    }

    private Masthead masthead(Exchange exchange, Language language) {
        return served.current()
                .map(now -> Masthead.of(now, exchange, language.locale()))
                .orElse(Masthead.OF_NOBODY);
    }
}
