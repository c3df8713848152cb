package fr.pleiade.web.discovery;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Linkset;
import fr.pleiade.web.page.Contact;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** {@code /health}, {@code /robots.txt}, {@code /.well-known/security.txt}, {@code /openapi.json} and {@code /.well-known/api-catalog}. */
@Controller
class WellKnownController {
    /** From each day anew, for nobody publishes a release to say that the contact is still the same; RFC 9116 advises less than a year. */
    private static final int DAYS_VALID = 180;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final JsonMapper json = JsonMapper.builder().build();

    WellKnownController(CurrentRelease current, ServedReleases served) {
        this.served = served;
        this.current = current;
    }

    /** Answers 200 with the release that is being served, or 503 if there is none. */
    @GetMapping("/health")
    void health(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity =
                Entity.of("application/json", release.id(), release.created()).cached(Entity.Caching.NONE);
        exchange.send(entity, out -> json.writeValue(out, Map.of("status", "UP", "release", release.id())));
    }

    @GetMapping("/robots.txt")
    void robots(Exchange exchange) throws IOException {
        String languages = Arrays.stream(Language.values())
                .map(language ->
                        "Allow: /*?lang=%s$\n".formatted(language.tag())) // longer than the rule below, so it wins
                .collect(Collectors.joining());
        String text = """
                User-agent: *
                Disallow: /sparql?
                Disallow: /data?
                Disallow: /search
                Disallow: /why
                Disallow: /reconcile
                Disallow: /release/
                Disallow: /*?*lang=
                Disallow: /*?*in-
                Disallow: /*?*_profile=
                %s
                Sitemap: %ssitemap.xml
                """.formatted(languages, exchange.base());
        sendText(exchange, "robots", Instant.EPOCH, text);
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9116">RFC 9116</a> */
    @GetMapping("/.well-known/security.txt")
    void securityContact(Exchange exchange) throws IOException {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        String text = """
                Contact: %s
                Expires: %s
                Preferred-Languages: fr, en
                Canonical: %s.well-known/security.txt
                """.formatted(
                        served.current().map(now -> Contact.of(now.site())).orElse(exchange.base()),
                        today.plus(DAYS_VALID, ChronoUnit.DAYS),
                        exchange.base());
        sendText(exchange, "security-" + Sha256.shortened(text), today, text);
    }

    @GetMapping("/openapi.json")
    void openApi(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity =
                Entity.of("application/vnd.oai.openapi+json;version=3.1", release.id() + ".openapi", release.created());
        exchange.send(entity, out -> {
            Map<String, String> examples = new RealExamples(served.of(release)).forOpenApi();
            out.write(OpenApi.of(release, examples).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9727">RFC 9727</a> */
    @GetMapping("/.well-known/api-catalog")
    void apiCatalog(Exchange exchange) throws IOException {
        String base = exchange.base();
        Linkset apis = new Linkset()
                .link(base + "sparql", "service-desc", base + "openapi.json", "application/vnd.oai.openapi+json")
                .link(base + "sparql", "service-doc", base + "sparql", "text/html")
                .link(base + "sparql", "service-meta", base + "sparql", "text/turtle")
                .link(base + "data", "service-desc", base + "openapi.json", "application/vnd.oai.openapi+json")
                .link(base + "catalog", "service-meta", base + "catalog.ttl", "text/turtle");
        Entity entity = Entity.of(
                Linkset.JSON + ";profile=\"https://www.rfc-editor.org/info/rfc9727\"", "api-1", Instant.EPOCH);
        exchange.send(entity, out -> json.writeValue(out, apis.members()));
    }

    private static void sendText(Exchange exchange, String validator, Instant modified, String text)
            throws IOException {
        exchange.send(
                Entity.of("text/plain;charset=utf-8", validator, modified),
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
