package fr.pleiade.web.conformance;

import fr.pleiade.findings.Text;
import fr.pleiade.syntax.Syntax;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The checks that can be made on any site of ours, whatever it publishes: one thing, one dataset and the whole, by their addresses.
 *
 * <p>Each has the id that the conventions give it; the build's tests of the same ids go deeper, with data that they know.
 */
final class Checks {
    private final Probe probe;
    private final String base;
    private final String thing;
    private final String document;
    private final String slug;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Checks(Probe probe, String base, Map<String, String> examples) {
        String name = examples.getOrDefault("type", "x") + "/" + examples.getOrDefault("key", "x");
        this.probe = probe;
        this.base = base;
        this.thing = "id/" + name;
        this.document = "doc/" + name;
        this.slug = examples.getOrDefault("slug", "all");
    }

    /**
     * Makes all checks; takes about a second.
     *
     * @param examples addresses that exist: {@code type}, {@code key}, {@code slug}
     */
    static List<Outcome> run(Probe probe, String base, Map<String, String> examples) {
        Checks checks = new Checks(probe, base, examples);
        checks.dereferencing();
        checks.negotiation();
        checks.hygiene();
        checks.sparql();
        checks.discovery();
        return List.copyOf(checks.outcomes);
    }

    private void dereferencing() {
        check(
                "u1",
                "a thing leads to its document with 303",
                "une chose mène à son document par 303",
                thing,
                a -> a.status() == 303 && a.header("Location").orElse("").startsWith(base + document));
        check(
                "u2",
                "the document is about the thing",
                "le document porte sur la chose",
                document + ".ttl",
                a -> a.status() == 200
                        && a.body().contains(base + thing)
                        && a.body().contains("primaryTopic"));
        for (Syntax syntax : List.of(Syntax.TURTLE, Syntax.JSON_LD, Syntax.RDF_XML, Syntax.N_TRIPLES)) {
            suffix(syntax.suffix(), syntax.mediaType());
        }
        suffix("html", "text/html");
        check(
                "u5",
                "an unknown thing answers 404",
                "une chose inconnue répond 404",
                thing + "-unknown-to-everybody",
                a -> a.status() == 404);
        check(
                "u7",
                "an address that leaves its place is refused",
                "une adresse qui sort de sa place est refusée",
                "id/%2e%2e/x",
                a -> a.status() == 400);
    }

    private void suffix(String suffix, String mediaType) {
        check(
                "u3",
                "." + suffix + " gives " + mediaType,
                "." + suffix + " donne " + mediaType,
                document + "." + suffix,
                a -> a.status() == 200 && a.isOf(mediaType));
    }

    private void negotiation() {
        check(
                "c1",
                "Turtle is had by asking for it",
                "Turtle s'obtient en le demandant",
                document,
                a -> a.isOf("text/turtle"),
                "Accept",
                "text/turtle");
        check(
                "c2",
                "weights decide",
                "les poids décident",
                document,
                a -> a.isOf("application/ld+json"),
                "Accept",
                "text/turtle;q=0.2, application/ld+json;q=0.9");
        check(
                "c4",
                "who asks for nothing gets Turtle",
                "qui ne demande rien reçoit du Turtle",
                document,
                a -> a.isOf("text/turtle"));
        check(
                "c5",
                "a browser gets the page",
                "un navigateur reçoit la page",
                document,
                a -> a.isOf("text/html"),
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        check(
                "c7",
                "what cannot be had is refused with 406",
                "ce qui n'existe pas est refusé par 406",
                document,
                a -> a.status() == 406,
                "Accept",
                "image/png");
        check(
                "c8",
                "the answer says what it varies on",
                "la réponse dit de quoi elle dépend",
                document,
                a -> a.header("Vary").orElse("").contains("Accept"));
        check(
                "c10",
                "the page is in French for a French reader",
                "la page est en français pour qui lit le français",
                document + ".html",
                a -> a.header("Content-Language").orElse("").equals("fr"),
                "Accept-Language",
                "fr");
    }

    private void hygiene() {
        check(
                "h2",
                "anybody may read from anywhere",
                "chacun peut lire de partout",
                "catalog",
                a -> a.header("Access-Control-Allow-Origin").orElse("").equals("*"));
        check(
                "h3",
                "every representation has a validator",
                "chaque représentation a un validateur",
                document + ".ttl",
                a -> a.header("ETag").orElse("").startsWith("\""));
        check(
                "h4",
                "the date of the release is told",
                "la date de la publication est dite",
                "catalog",
                a -> a.header("Last-Modified").isPresent());
        check(
                "h6",
                "errors are explained as problems",
                "les erreurs sont expliquées",
                "nowhere",
                a -> a.isOf("application/problem+json"));
        check(
                "h8",
                "downloads have ranges and a digest",
                "les téléchargements ont des plages et une empreinte",
                "dump/" + slug + ".nq",
                a -> a.status() == 206 && a.header("Repr-Digest").isPresent(),
                "Range",
                "bytes=0-9");
        check(
                "h9",
                "pages allow no script but ours",
                "les pages n'admettent que nos scripts",
                "",
                a -> a.header("Content-Security-Policy").orElse("").contains("script-src 'self'"));
        check(
                "h9",
                "there is a security contact",
                "il y a un contact de sécurité",
                ".well-known/security.txt",
                a -> a.status() == 200 && a.body().contains("Contact:"));
    }

    private void sparql() {
        check(
                "p2",
                "a query is answered",
                "une requête reçoit sa réponse",
                "sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                a -> a.status() == 200 && a.body().contains("true"));
        check(
                "p4",
                "a syntax error is explained",
                "une erreur de syntaxe est expliquée",
                "sparql?query=ASK%20%7B",
                a -> a.status() == 400 && a.isOf("application/problem+json"));
        check(
                "p5",
                "no other service is called",
                "aucun autre service n'est appelé",
                "sparql?query=ASK%20%7BSERVICE%20%3Chttp%3A%2F%2F127.0.0.1%2F%3E%20%7B%7D%7D",
                a -> a.status() == 400);
        check(
                "p7",
                "the endpoint describes itself",
                "le point d'accès se décrit",
                "sparql",
                a -> a.isOf("text/turtle") && a.body().contains("sparql-service-description#"),
                "Accept",
                "text/turtle");
        check(
                "gsp",
                "graphs can be read",
                "les graphes se lisent",
                "data?graph=" + encoded(base + "catalog"),
                a -> a.status() == 200);
    }

    private void discovery() {
        check(
                "v1",
                "VoID is at its agreed place",
                "VoID est à la place convenue",
                ".well-known/void",
                a -> a.status() == 303);
        check(
                "s4",
                "a dataset has a linkset",
                "un jeu de données a son ensemble de liens",
                "linkset/dataset/" + slug,
                a -> a.isOf("application/linkset+json"));
        check(
                "s5",
                "the interfaces are listed",
                "les interfaces sont énumérées",
                ".well-known/api-catalog",
                a -> a.isOf("application/linkset+json"));
        check(
                "x1",
                "robots.txt names the sitemap",
                "robots.txt nomme le plan du site",
                "robots.txt",
                a -> a.body().contains("Sitemap: " + base + "sitemap.xml"));
        check(
                "x2",
                "the sitemap is an index",
                "le plan du site est un index",
                "sitemap.xml",
                a -> a.body().contains("<sitemapindex"));
        check(
                "x6",
                "the interface is described",
                "l'interface est décrite",
                "openapi.json",
                a -> a.body().contains("\"openapi\": \"3.1"));
    }

    private void check(
            String id, String en, String fr, String path, Predicate<Probe.Answer> isKept, String... headers) {
        String asked = "GET /" + path + (headers.length > 0 ? " (" + headers[0] + ": " + headers[1] + ")" : "");
        try {
            Probe.Answer answer = probe.get(path, headers);
            String evidence = "%s → %d %s"
                    .formatted(
                            asked,
                            answer.status(),
                            answer.header("Content-Type").orElse(""));
            outcomes.add(new Outcome(id, new Text(en, fr), isKept.test(answer), evidence.strip()));
        } catch (UncheckedIOException e) {
            outcomes.add(new Outcome(id, new Text(en, fr), false, asked + " → no answer"));
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
