package fr.pleiade.web.admin;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.ServerOptions;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /admin/metrics}, {@code GET /admin/releases}, {@code POST /admin/releases} to look for a new release now, and
 * {@code POST /admin/releases/{id}} to serve that one; each with {@code Authorization: Bearer <token>}.
 *
 * <p>Without the token the answer is 401; where none is configured it is 404, as if this were not here.
 */
@Controller
class AdminController {
    private static final String SCHEME = "Bearer ";

    private final ServerOptions options;
    private final Releases releases;
    private final CurrentRelease current;
    private final RequestMetrics metrics;
    private final JsonMapper json = JsonMapper.builder().build();

    AdminController(ServerOptions options, CurrentRelease current, RequestMetrics metrics) {
        this.options = options;
        this.releases = Releases.in(options.state());
        this.current = current;
        this.metrics = metrics;
    }

    @GetMapping("/admin/metrics")
    void metrics(Exchange exchange, HttpServletRequest request) throws IOException {
        requireOperator(exchange, request);
        Entity entity = Entity.of("text/plain;version=0.0.4;charset=utf-8", "metrics", Instant.now())
                .cached(Entity.Caching.NONE);
        exchange.send(entity, out -> out.write(metrics.scrape().getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/admin/releases")
    void list(Exchange exchange, HttpServletRequest request) throws IOException {
        requireOperator(exchange, request);
        sendReleases(exchange);
    }

    @PostMapping("/admin/releases")
    void follow(Exchange exchange, HttpServletRequest request) throws IOException {
        requireOperator(exchange, request);
        current.follow();
        sendReleases(exchange);
    }

    @PostMapping("/admin/releases/{id}")
    void serve(Exchange exchange, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        requireOperator(exchange, request);
        Release chosen = releases.all().stream()
                .filter(release -> release.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        releases.makeCurrent(chosen);
        current.follow();
        sendReleases(exchange);
    }

    private void sendReleases(Exchange exchange) throws IOException {
        String served = current.release().map(Release::id).orElse("");
        List<Map<String, Object>> list = releases.all().stream()
                .map(release -> Map.<String, Object>of(
                        "id", release.id(),
                        "created", release.created().toString(),
                        "served", release.id().equals(served)))
                .toList();
        Entity entity = Entity.of("application/json", "releases", Instant.now()).cached(Entity.Caching.NONE);
        exchange.send(entity, out -> json.writeValue(out, Map.of("releases", list)));
    }

    private void requireOperator(Exchange exchange, HttpServletRequest request) {
        if (options.adminToken().isEmpty()) {
            throw Refusal.notFound(exchange.address());
        }
        String header = request.getHeader("Authorization");
        byte[] given = (header == null ? "" : header).getBytes(StandardCharsets.UTF_8);
        byte[] expected = (SCHEME + options.adminToken()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, expected)) {
            throw Refusal.of(401, "status-401").with("WWW-Authenticate", "Bearer realm=\"admin\"");
        }
    }
}
