package fr.pleiade.web.sparql;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Assets;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code /sparql} without a query: for a browser the editor, and beside it a plain form that needs no script; for a program the service
 * description.
 */
@Component
class EditorPage {
    private static final String FIRST_QUERY = """
            SELECT ?class (COUNT(*) AS ?number) {
              ?thing a ?class
            }
            GROUP BY ?class
            ORDER BY DESC(?number)
            """;

    private final CurrentRelease current;
    private final SparqlService sparql;
    private final Site site;
    private final Pages pages;
    private final Assets assets;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<List<PublishedExample>> examples;

    EditorPage(
            CurrentRelease current,
            SparqlService sparql,
            Site site,
            Pages pages,
            Assets assets,
            PerRelease<InMemoryGraph> catalogs) {
        this.current = current;
        this.sparql = sparql;
        this.site = site;
        this.pages = pages;
        this.assets = assets;
        this.examples = new PerRelease<>(release -> PublishedExample.in(catalogs.of(release)));
        this.catalogs = catalogs;
    }

    /** An example in the reader's language. */
    record Example(String name, String title, String query, String href) {}

    void answer(Exchange exchange) throws IOException {
        String address = exchange.base() + "sparql";
        Variant form = exchange.negotiate(Variant.RDF_AND_HTML, suffix -> address);
        try (CurrentRelease.View view = current.view()) {
            if (form.isHtml()) {
                sendPage(exchange, view.release());
            } else {
                sendDescription(exchange, view.release(), form);
            }
        }
    }

    private void sendDescription(Exchange exchange, Release release, Variant form) throws IOException {
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created());
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), site.prefixes())) {
                ServiceDescription.of(
                                release,
                                catalogs.of(release),
                                !sparql.allowedServices().isEmpty())
                        .triples()
                        .forEach(writer);
            }
        });
    }

    private void sendPage(Exchange exchange, Release release) throws IOException {
        Entity entity = pages.entity(exchange, release);
        Locale locale = entity.language().orElseThrow().locale();
        pages.send(
                exchange,
                entity,
                "sparql",
                Map.of(
                        "query", chosen(exchange, examples.of(release)),
                        "examples", shown(examples.of(release), locale),
                        "yasguiStyle", assets.address("yasgui.css"),
                        "yasguiScript", assets.address("yasgui.js"),
                        "pageScript", assets.address("sparql.js")));
    }

    private static String chosen(Exchange exchange, List<PublishedExample> examples) {
        return exchange.parameter("example")
                .flatMap(name ->
                        examples.stream().filter(e -> e.name().equals(name)).findFirst())
                .or(() -> examples.stream().findFirst())
                .map(PublishedExample::query)
                .orElse(FIRST_QUERY);
    }

    private static List<Example> shown(List<PublishedExample> examples, Locale locale) {
        return examples.stream()
                .map(e -> new Example(
                        e.name(),
                        e.title().isEmpty() ? e.name() : e.title().in(locale),
                        e.query(),
                        "/sparql?example=" + e.name()))
                .toList();
    }
}
