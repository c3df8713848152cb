package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.release.Release;
import fr.pleiade.web.Sentences;
import fr.pleiade.web.http.Query;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.loopback.LoopbackServer;
import fr.pleiade.web.loopback.LoopbackServer.Call;
import fr.pleiade.web.loopback.LoopbackServer.Reply;
import fr.pleiade.web.served.Served;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reconciliation service for programs of this machine: over the rows of somebody's own table, or over a release. Thread-safe.
 *
 * <p>The same protocol as {@link ReconcileController}, in both versions. No page of the web can read the answers: only one of this machine
 * is told that it may, and there are no answers as scripts.
 */
public final class LocalService implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html;charset=utf-8";
    private static final List<String> PARTS =
            List.of("match", "reconcile", "extend", "suggest", "preview", "view", "flyout");
    private static final String OURSELVES = "https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?";
    private static final Map<String, String> FRAMED =
            Map.of("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors *");

    private final Function<String, Holdings> holdings;
    private final Locale locale;
    private final LoopbackServer server;
    private final MessageSource messages = Sentences.all();
    private final JsonMapper json = JsonMapper.builder().build();

    private LocalService(int port, Locale locale, Function<String, Holdings> holdings) {
        this.holdings = holdings;
        this.locale = locale;
        this.server = LoopbackServer.start(port, this::answer);
    }

    /**
     * Starts a service over the rows of a table.
     *
     * @param port the port to listen on; where another program has it, any free one
     * @param table what the table is called
     * @param names its rows by their names, each called by its key
     * @param rows the cells of each row by their columns, by the row's key
     */
    public static LocalService ofTable(
            int port, Locale locale, String table, Names names, Map<String, Map<String, String>> rows) {
        Instant now = Instant.now();
        Map<String, List<String>> properties = new ConcurrentHashMap<>();
        return new LocalService(port, locale, base -> new TableHoldings(names, rows, table, base, now, properties));
    }

    /** Starts a service over a release, whose names are given. */
    public static LocalService ofRelease(int port, Locale locale, Release release, Names names) {
        Served served = Served.open(release);
        Map<String, List<String>> properties = new ConcurrentHashMap<>();
        return new LocalService(port, locale, base -> new ReleaseHoldings(served, names, base, properties));
    }

    /** {@return the address that is given to a client} */
    public String address() {
        return server.address() + Service.ROOT;
    }

    /** Waits until the service is closed, or this thread interrupted. */
    public void await() {
        server.await();
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply answer(Call call) {
        Reply reply;
        try {
            reply = call.method().equals("OPTIONS")
                    ? new Reply(204, "text/plain", new byte[0])
                    : List.of("GET", "HEAD", "POST").contains(call.method())
                            ? answer(call, path(call))
                            : Reply.text(405, "GET, HEAD, POST");
        } catch (Refusal refusal) {
            reply = json(
                    refusal.status(), Map.of("status", refusal.status(), "detail", refusal.detail(messages, locale)));
        }
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Vary", "Origin");
        call.header("origin").stream()
                .filter(origin -> origin.matches(OURSELVES))
                .findFirst()
                .ifPresent(origin -> {
                    headers.put("Access-Control-Allow-Origin", origin);
                    headers.put("Access-Control-Allow-Headers", "Accept, Content-Type");
                    headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
                });
        return reply.with(headers);
    }

    private static List<String> path(Call call) {
        return Arrays.stream(call.path().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Reply answer(Call call, List<String> path) {
        if (path.isEmpty() || !path.get(0).equals(Service.ROOT)) {
            return Reply.text(path.isEmpty() ? 200 : 404, "The reconciliation service is at " + address());
        }
        boolean isTyped = path.size() > 1 && !PARTS.contains(path.get(1));
        List<String> part = path.subList(isTyped ? 2 : 1, path.size());
        String host = call.header("host").stream().findFirst().orElse("localhost");
        Service service =
                Service.of(holdings.apply("http://" + host + "/"), isTyped ? path.get(1) : "", locale(call.query()));
        return switch (String.join("/", part)) {
            case "" -> root(call, service);
            case "match", "reconcile" ->
                json(200, new Reconciliation(service).answer10(new QueryReader(service).read10(body(call))));
            case "extend" -> json(200, new Extension(service).answer10(body(call)));
            case "extend/propose" -> json(200, new Lookups(service).propose(call.query()));
            case "preview", "view" -> look(service, call.query().parameter("id").orElse(""));
            default -> lookUp(part, service, call.query());
        };
    }

    private Locale locale(Query query) {
        return query.parameter("lang")
                .filter(tag -> List.of("fr", "en").contains(tag))
                .map(Locale::forLanguageTag)
                .orElse(locale);
    }

    private Reply root(Call call, Service service) {
        boolean isForm = call.header("content-type").stream()
                .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
        Query form = isForm ? new Query(new String(call.body(), StandardCharsets.UTF_8)) : new Query("");
        Optional<String> queries =
                form.parameter("queries").or(() -> call.query().parameter("queries"));
        Optional<String> extend = form.parameter("extend").or(() -> call.query().parameter("extend"));
        if (queries.isPresent()) {
            List<Asked> asked = new QueryReader(service).read02(QueryReader.object(queries.get()));
            return json(200, new Reconciliation(service).answer02(asked));
        }
        if (extend.isPresent()) {
            return json(200, new Extension(service).answer02(QueryReader.object(extend.get())));
        }
        if (call.method().equals("POST")) {
            return json(200, new Reconciliation(service).answer10(new QueryReader(service).read10(body(call))));
        }
        boolean isDraft = call.query().parameter("version").stream().anyMatch(ReconcileController.DRAFT::equals)
                || call.header("accept").stream().anyMatch(accept -> accept.contains(ReconcileController.DRAFT));
        ServiceManifest manifest = new ServiceManifest(service);
        return json(200, isDraft ? manifest.of10() : manifest.of02());
    }

    private static JsonNode body(Call call) {
        if (!call.method().equals("POST")) {
            throw Refusal.of(405, "status-405");
        }
        return QueryReader.object(new String(call.body(), StandardCharsets.UTF_8));
    }

    private Reply lookUp(List<String> part, Service service, Query query) {
        Optional<Map<String, Object>> found = part.size() != 2
                ? Optional.empty()
                : part.get(0).equals("suggest")
                        ? new Lookups(service).suggest(part.get(1), query)
                        : part.get(0).equals("flyout")
                                ? new Lookups(service)
                                        .flyout(
                                                part.get(1),
                                                query.parameter("id").orElse(""))
                                : Optional.empty();
        return found.map(answer -> json(200, answer)).orElseGet(() -> Reply.text(404, "There is nothing here."));
    }

    /** A small page with all that is said of a thing. */
    private static Reply look(Service service, String id) {
        Optional<NamedThing> thing = service.names().find(id);
        if (thing.isEmpty()) {
            return Reply.text(404, "There is no such thing.");
        }
        Holdings.Said said = service.holdings().said(id);
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%1$s</title></head>"
                        .formatted(HtmlUtils.htmlEscape(id)));
        html.append("<body><h1>")
                .append(HtmlUtils.htmlEscape(Reconciliation.name(thing.get(), service.locale())))
                .append("</h1><dl>");
        for (String property : said.properties()) {
            html.append("<dt>")
                    .append(HtmlUtils.htmlEscape(service.name(property)))
                    .append("</dt>");
            said.values(property)
                    .forEach(value -> html.append("<dd>")
                            .append(HtmlUtils.htmlEscape(value.text()))
                            .append("</dd>"));
        }
        html.append("</dl></body></html>");
        return new Reply(200, HTML, FRAMED, html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reply json(int status, Map<String, Object> answer) {
        return new Reply(status, JSON, json.writeValueAsBytes(answer));
    }
}
