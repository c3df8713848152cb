package fr.pleiade.web.conformance;

import fr.pleiade.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The checks that can be made on any site of ours, whatever it publishes: one thing, one dataset and the whole, by their addresses.
 *
 * <p>The build's tests of the same promises go deeper, with data that they know.
 */
final class Checks {
    private final Promises promises;
    private final String base;
    private final String thing;
    private final String document;
    private final String slug;
    private final List<Check> checks = new ArrayList<>();

    private Checks(Promises promises, String base, Map<String, String> examples) {
        String name = examples.getOrDefault("type", "x") + "/" + examples.getOrDefault("key", "x");
        this.promises = promises;
        this.base = base;
        this.thing = "id/" + name;
        this.document = "doc/" + name;
        this.slug = examples.getOrDefault("slug", "all");
    }

    /**
     * {@return all checks of a site; making them takes about a second}
     *
     * @param base the site's address, ending in a slash
     * @param examples addresses that exist: {@code type}, {@code key}, {@code slug}
     */
    static List<Check> of(Promises promises, String base, Map<String, String> examples) {
        Checks checks = new Checks(promises, base, examples);
        checks.dereferencing();
        checks.negotiation();
        checks.hygiene();
        checks.sparql();
        checks.discovery();
        return List.copyOf(checks.checks);
    }

    private void dereferencing() {
        check(
                "u1",
                thing,
                a -> a.status() == 303 && a.header("Location").orElse("").startsWith(base + document));
        check(
                "u2",
                document + ".ttl",
                a -> a.status() == 200
                        && a.body().contains(base + thing)
                        && a.body().contains("primaryTopic"));
        for (Syntax syntax : List.of(Syntax.TURTLE, Syntax.JSON_LD, Syntax.RDF_XML, Syntax.N_TRIPLES)) {
            suffix(syntax.suffix(), syntax.mediaType());
        }
        suffix("html", "text/html");
        check("u5", thing + "-unknown-to-everybody", a -> a.status() == 404);
        check("u7", "id/%2e%2e/x", a -> a.status() == 400);
    }

    private void suffix(String suffix, String mediaType) {
        check("u3", document + "." + suffix, a -> a.status() == 200 && a.isOf(mediaType));
    }

    private void negotiation() {
        check("c1", document, a -> a.isOf("text/turtle"), "Accept", "text/turtle");
        check(
                "c2",
                document,
                a -> a.isOf("application/ld+json"),
                "Accept",
                "text/turtle;q=0.2, application/ld+json;q=0.9");
        check("c4", document, a -> a.isOf("text/turtle"));
        check(
                "c5",
                document,
                a -> a.isOf("text/html"),
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        check("c7", document, a -> a.status() == 406, "Accept", "image/png");
        check("c8", document, a -> a.header("Vary").orElse("").contains("Accept"));
        check(
                "c10",
                document + ".html",
                a -> a.header("Content-Language").orElse("").equals("fr"),
                "Accept-Language",
                "fr");
    }

    private void hygiene() {
        check(
                "h2",
                "catalog",
                a -> a.header("Access-Control-Allow-Origin").orElse("").equals("*"));
        check("h3", document + ".ttl", a -> a.header("ETag").orElse("").startsWith("\""));
        check("h4", "catalog", a -> a.header("Last-Modified").isPresent());
        check("h6", "nowhere", a -> a.isOf("application/problem+json"));
        check(
                "h8",
                "dump/" + slug + ".nq",
                a -> a.status() == 206 && a.header("Repr-Digest").isPresent(),
                "Range",
                "bytes=0-9");
        check("h9", "", a -> a.header("Content-Security-Policy").orElse("").contains("script-src 'self'"));
        check(
                "h9",
                ".well-known/security.txt",
                a -> a.status() == 200 && a.body().contains("Contact:"));
    }

    private void sparql() {
        check(
                "p2",
                "sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                a -> a.status() == 200 && a.body().contains("true"));
        check("p4", "sparql?query=ASK%20%7B", a -> a.status() == 400 && a.isOf("application/problem+json"));
        check(
                "p5",
                "sparql?query=ASK%20%7BSERVICE%20%3Chttp%3A%2F%2F127.0.0.1%2F%3E%20%7B%7D%7D",
                a -> a.status() == 400);
        check(
                "p7",
                "sparql",
                a -> a.isOf("text/turtle") && a.body().contains("sparql-service-description#"),
                "Accept",
                "text/turtle");
        check("gsp", "data?graph=" + encoded(base + "catalog"), a -> a.status() == 200);
    }

    private void discovery() {
        check("v1", ".well-known/void", a -> a.status() == 303);
        check("s4", "linkset/dataset/" + slug, a -> a.isOf("application/linkset+json"));
        check("s5", ".well-known/api-catalog", a -> a.isOf("application/linkset+json"));
        check("x1", "robots.txt", a -> a.body().contains("Sitemap: " + base + "sitemap.xml"));
        check("x2", "sitemap.xml", a -> a.body().contains("<sitemapindex"));
        check("x6", "openapi.json", a -> a.body().contains("\"openapi\": \"3.1"));
    }

    private void check(String id, String path, Predicate<Probe.Answer> isKept, String... headers) {
        checks.add(new Check(promises.named(id), path, isKept, List.of(headers)));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
