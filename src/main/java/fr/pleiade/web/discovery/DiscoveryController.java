package fr.pleiade.web.discovery;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.RequestPath;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /health}, {@code /robots.txt} and {@code /sitemap.xml}. */
@Controller
class DiscoveryController {
    private final CurrentRelease current;

    DiscoveryController(CurrentRelease current) {
        this.current = current;
    }

    /** Answers 200 with the release that is being served, or 503 if there is none. */
    @GetMapping("/health")
    void health(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            String release = view.release().id();
            Entity entity = entity("application/json", release, Instant.now()).cached(Entity.Caching.NONE);
            send(exchange, entity, "{\"status\":\"UP\",\"release\":\"" + release + "\"}");
        }
    }

    @GetMapping("/robots.txt")
    void robots(Exchange exchange) throws IOException {
        String text = "User-agent: *%nDisallow: /sparql?%nDisallow: /data%n%nSitemap: %ssitemap.xml%n"
                .formatted(exchange.base());
        send(exchange, entity("text/plain;charset=utf-8", "robots", Instant.EPOCH), text.replace("\r", ""));
    }

    @GetMapping("/sitemap.xml")
    void sitemap(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            List<String> addresses = new ArrayList<>(List.of("", "catalog", "vocab", "sparql"));
            release.graphs().stream()
                    .map(PublishedGraph::iri)
                    .filter(iri -> iri.startsWith(exchange.base() + "dataset/"))
                    .forEach(iri -> addresses.add(iri.substring(exchange.base().length())));
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
            for (String address : addresses) {
                xml.append("<url><loc>")
                        .append(RequestPath.toUri(exchange.base() + address).replace("&", "&amp;"))
                        .append("</loc><lastmod>")
                        .append(release.created())
                        .append("</lastmod></url>\n");
            }
            send(
                    exchange,
                    entity("application/xml", release.id(), release.created()),
                    xml.append("</urlset>\n").toString());
        }
    }

    private static Entity entity(String contentType, String validator, Instant modified) {
        return new Entity(
                contentType,
                validator,
                modified,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Entity.Caching.CURRENT);
    }

    private static void send(Exchange exchange, Entity entity, String text) throws IOException {
        exchange.send(entity, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(text);
            writer.flush();
        });
    }
}
