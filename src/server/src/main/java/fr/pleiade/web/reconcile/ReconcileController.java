package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /reconcile} for all things, {@code /reconcile/{type}} for those of a class: a manifest, or the answer to a batch.
 *
 * <p>A form is version 0.2, a JSON body the draft of 1.0, whose manifest is had with {@code Accept: application/json;version=1.0-draft} or
 * {@code ?version=1.0-draft}.
 *
 * @see <a href="https://reconciliation-api.github.io/specs/0.2/">Reconciliation Service API 0.2</a>
 */
@Controller
class ReconcileController {
    private static final String DRAFT = "1.0-draft";
    private static final String JSON_TYPE = "application/json";

    /** As everywhere, but for who may show it in a frame. */
    private static final String EMBEDDABLE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors *";

    private static final int MOST_PROPOSED = 100;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final JsonMapper json = JsonMapper.builder().build();

    ReconcileController(CurrentRelease current, ServedReleases served, Pages pages) {
        this.current = current;
        this.served = served;
        this.pages = pages;
    }

    private Service service(Exchange exchange, Map<String, String> path) {
        Served release = served.of(current.now());
        Locale locale = exchange.parameter("lang")
                .flatMap(Language::ofTag)
                .orElse(Language.FR)
                .locale();
        return Service.of(release, path.getOrDefault("type", ""), locale);
    }

    @RequestMapping({"/reconcile", "/reconcile/{type}"})
    void root(Exchange exchange, HttpServletRequest request, @PathVariable Map<String, String> path)
            throws IOException {
        Service service = service(exchange, path);
        Optional<String> queries = Optional.ofNullable(request.getParameter("queries"));
        Optional<String> extend = Optional.ofNullable(request.getParameter("extend"));
        if (queries.isPresent()) {
            List<Asked> asked = new QueryReader(service).read02(QueryReader.object(queries.get()));
            send(exchange, service, Entity.Caching.NONE, new Reconciliation(service).answer02(asked));
        } else if (extend.isPresent()) {
            send(
                    exchange,
                    service,
                    Entity.Caching.NONE,
                    new Extension(service).answer02(QueryReader.object(extend.get())));
        } else if (!isRead(request)) {
            match(exchange, service, body(request));
        } else {
            boolean isDraft =
                    exchange.parameter("version").filter(DRAFT::equals).isPresent()
                            || Optional.ofNullable(request.getHeader("Accept"))
                                    .filter(accept -> accept.contains(DRAFT))
                                    .isPresent();
            exchange.varies(List.of("Accept", "Accept-Encoding"));
            ServiceManifest manifest = new ServiceManifest(service);
            send(exchange, service, Entity.Caching.CURRENT, isDraft ? manifest.of10() : manifest.of02());
        }
    }

    /** The route of the draft's queries: its newer text calls it {@code match}. */
    @RequestMapping({
        "/reconcile/match",
        "/reconcile/reconcile",
        "/reconcile/{type}/match",
        "/reconcile/{type}/reconcile"
    })
    void match(Exchange exchange, HttpServletRequest request, @PathVariable Map<String, String> path)
            throws IOException {
        Service service = service(exchange, path);
        if (isRead(request)) {
            exchange.redirect(303, service.address("")); // what is sent here stands in the manifest
            return;
        }
        match(exchange, service, body(request));
    }

    private void match(Exchange exchange, Service service, JsonNode body) throws IOException {
        List<Asked> asked = new QueryReader(service).read10(body);
        send(exchange, service, Entity.Caching.NONE, new Reconciliation(service).answer10(asked));
    }

    @RequestMapping({"/reconcile/extend", "/reconcile/{type}/extend"})
    void extend(Exchange exchange, HttpServletRequest request, @PathVariable Map<String, String> path)
            throws IOException {
        Service service = service(exchange, path);
        if (isRead(request)) {
            exchange.redirect(303, service.address(""));
            return;
        }
        send(exchange, service, Entity.Caching.NONE, new Extension(service).answer10(body(request)));
    }

    @GetMapping({"/reconcile/extend/propose", "/reconcile/{type}/extend/propose"})
    void propose(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Service service = service(exchange, path);
        String type = exchange.parameter("type").orElse("");
        int limit = exchange.parameter("limit")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(MOST_PROPOSED);
        Map<String, Object> answer = new LinkedHashMap<>();
        String iri = type.isEmpty()
                ? type
                : new Types(service.served(), service.names()).named(type).orElse(type);
        answer.put(
                "properties",
                new Properties(service).of(iri).stream().limit(limit).toList());
        if (!type.isEmpty()) {
            answer.put("type", type);
        }
        answer.put("limit", limit);
        send(exchange, service, Entity.Caching.CURRENT, answer);
    }

    @GetMapping({"/reconcile/suggest/{kind}", "/reconcile/{type}/suggest/{kind}"})
    void suggest(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Service service = service(exchange, path);
        Suggestions suggestions = new Suggestions(service);
        String prefix = exchange.parameter("prefix").orElse("");
        int cursor = exchange.parameter("cursor")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
        List<Map<String, Object>> result = switch (path.getOrDefault("kind", "")) {
            case "entity" -> suggestions.entities(prefix, cursor);
            case "property" -> suggestions.properties(prefix, cursor);
            case "type" -> suggestions.types(prefix, cursor);
            default -> throw Refusal.notFound(exchange.address());
        };
        send(exchange, service, Entity.Caching.CURRENT, Map.of("result", result));
    }

    /** A few lines about a thing, a property or a class, for whoever points at a suggestion. */
    @GetMapping("/reconcile/flyout/{kind}")
    void flyout(Exchange exchange, @PathVariable("kind") String kind) throws IOException {
        Service service = service(exchange, Map.of());
        String id = exchange.parameter("id").orElse("");
        if (!List.of("entity", "property", "type").contains(kind)) {
            throw Refusal.notFound(exchange.address());
        }
        if (id.isBlank()) {
            exchange.redirect(303, service.address(""));
            return;
        }
        String name;
        String meaning;
        if (kind.equals("entity")) {
            NamedThing thing = thing(service, exchange, id);
            name = Reconciliation.name(thing, service.locale());
            meaning =
                    String.join(", ", thing.types().stream().map(service::name).toList());
        } else {
            name = new Properties(service).name(id);
            meaning = id.indexOf(':') < 1
                    ? ""
                    : service.served().lexicon().meaning(id, service.locale()).orElse("");
        }
        String html = "<p><strong>" + HtmlUtils.htmlEscape(name) + "</strong></p><p>" + HtmlUtils.htmlEscape(meaning)
                + "</p>";
        send(exchange, service, Entity.Caching.CURRENT, Map.of("id", id, "html", html));
    }

    /** A small page about a thing, to be shown in a frame of another site. */
    @GetMapping({"/reconcile/preview", "/reconcile/{type}/preview"})
    void preview(Exchange exchange, HttpServletResponse response, @PathVariable Map<String, String> path)
            throws IOException {
        Service service = service(exchange, path);
        if (exchange.parameter("id").isEmpty()) {
            exchange.redirect(303, service.address(""));
            return;
        }
        NamedThing thing = thing(service, exchange, exchange.parameter("id").orElse(""));
        response.setHeader("Content-Security-Policy", EMBEDDABLE);
        Entity entity = pages.entity(exchange, service.served().release());
        Locale locale = entity.language().orElse(Language.EN).locale();
        String base = service.served().release().base();
        pages.send(
                exchange,
                entity,
                "reconcile-preview",
                () -> Map.of(
                        "thing", Reconciliation.name(thing, locale),
                        "href", thing.iri(),
                        "types",
                                thing.types().stream()
                                        .map(type -> service.served().lexicon().name(type, locale))
                                        .toList(),
                        "others",
                                thing.names().stream()
                                        .filter(name -> name.role() != fr.pleiade.linking.names.Name.Role.HIDDEN)
                                        .map(fr.pleiade.linking.names.Name::text)
                                        .distinct()
                                        .skip(1)
                                        .limit(4)
                                        .toList(),
                        "places",
                                thing.places().stream()
                                        .filter(place -> !place.iri().isEmpty())
                                        .map(place -> Shown.iri(
                                                        place.iri(),
                                                        service.served().lexicon(),
                                                        base,
                                                        locale)
                                                .text())
                                        .distinct()
                                        .toList(),
                        "codes", thing.codes(),
                        "ended", thing.ended()));
    }

    /** Leads to a thing: its identifier is its address, which a client may have escaped. */
    @GetMapping("/reconcile/view")
    void view(Exchange exchange) {
        Service service = service(exchange, Map.of());
        if (exchange.parameter("id").isEmpty()) {
            exchange.redirect(303, service.address(""));
            return;
        }
        NamedThing thing = thing(service, exchange, exchange.parameter("id").orElse(""));
        exchange.redirect(303, RequestPath.toUri(thing.iri()));
    }

    /** {@return the named thing} @throws Refusal with 404 if there is none: nobody is led or shown anything but our own things */
    private static NamedThing thing(Service service, Exchange exchange, String id) {
        return service.names().find(id).orElseThrow(() -> Refusal.notFound(exchange.address()));
    }

    /** @throws Refusal with 405 for what is neither read nor sent */
    private static boolean isRead(HttpServletRequest request) {
        if (!List.of("GET", "HEAD", "POST").contains(request.getMethod())) {
            throw Refusal.of(405, "status-405").with("Allow", "GET, HEAD, POST, OPTIONS");
        }
        return !request.getMethod().equals("POST");
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType())
                .orElse("")
                .split(";", 2)[0]
                .strip();
        if (!type.equalsIgnoreCase(JSON_TYPE)) {
            throw Refusal.of(415, "reconcile-body")
                    .with("Accept-Post", JSON_TYPE + ", application/x-www-form-urlencoded");
        }
        return QueryReader.object(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Sends JSON, within a call of a function where an old client asks for that. */
    private void send(Exchange exchange, Service service, Entity.Caching caching, Map<String, Object> answer)
            throws IOException {
        Optional<String> callback = exchange.parameter("callback").filter(name -> name.matches("[\\w$.]{1,100}"));
        String type = callback.isPresent() ? "application/javascript" : JSON_TYPE;
        Release release = service.served().release();
        Entity entity =
                Entity.of(type, release.id() + ".reconcile", release.created()).cached(caching);
        exchange.send(entity, out -> {
            String text = json.writeValueAsString(answer);
            out.write((callback.isPresent() ? "/**/" + callback.get() + "(" + text + ");" : text)
                    .getBytes(StandardCharsets.UTF_8));
        });
    }
}
