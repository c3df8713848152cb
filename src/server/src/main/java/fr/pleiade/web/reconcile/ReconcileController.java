package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
    static final String DRAFT = "1.0-draft";
    private static final String JSON_TYPE = "application/json";

    /** As everywhere, but for who may show it in a frame. */
    private static final String EMBEDDABLE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors *";

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;
    private final PerRelease<Map<String, List<String>>> properties =
            new PerRelease<>(release -> new ConcurrentHashMap<>());
    private final JsonMapper json = JsonMapper.builder().build();

    ReconcileController(CurrentRelease current, ServedReleases served, Pages pages) {
        this.current = current;
        this.served = served;
        this.pages = pages;
    }

    private Service service(Exchange exchange, Map<String, String> path) {
        Release now = current.now();
        ReleaseHoldings release = ReleaseHoldings.of(served.of(now), properties.of(now));
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
            if (!isDraft && exchange.parameter("callback").isEmpty() && exchange.prefersPage(Variant.JSON)) {
                exchange.redirect(303, "/" + Service.ROOT + "/table"); // a person, who can use a page only
                return;
            }
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
        Map<String, Object> answer = new Lookups(service).propose(exchange.query());
        send(exchange, service, Entity.Caching.CURRENT, answer);
    }

    @GetMapping({"/reconcile/suggest/{kind}", "/reconcile/{type}/suggest/{kind}"})
    void suggest(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Service service = service(exchange, path);
        Map<String, Object> answer = new Lookups(service)
                .suggest(path.getOrDefault("kind", ""), exchange.query())
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(exchange, service, Entity.Caching.CURRENT, answer);
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
        Map<String, Object> answer =
                new Lookups(service).flyout(kind, id).orElseThrow(() -> Refusal.notFound(exchange.address()));
        send(exchange, service, Entity.Caching.CURRENT, answer);
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
        Served release = served.of(current.now());
        Entity entity = pages.entity(exchange, release.release());
        Locale locale = entity.language().orElse(Language.EN).locale();
        String base = service.holdings().base();
        pages.send(
                exchange,
                entity,
                "reconcile-preview",
                () -> Map.of(
                        "thing", Reconciliation.name(thing, locale),
                        "href", thing.iri(),
                        "types",
                                thing.types().stream()
                                        .map(type -> release.lexicon().name(type, locale))
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
                                        .map(place -> Shown.iri(place.iri(), release.lexicon(), base, locale)
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
        Holdings holdings = service.holdings();
        Entity entity = Entity.of(type, holdings.version() + ".reconcile", holdings.since())
                .cached(caching);
        exchange.send(entity, out -> {
            String text = json.writeValueAsString(answer);
            out.write((callback.isPresent() ? "/**/" + callback.get() + "(" + text + ");" : text)
                    .getBytes(StandardCharsets.UTF_8));
        });
    }
}
