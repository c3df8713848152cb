package fr.pleiade.web.sparql;

import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Assets;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /sparql} without a query: the editor, and beside it a plain form that needs no script. */
@Controller
class SparqlController {
    private static final String FIRST_QUERY = """
            SELECT ?class (COUNT(*) AS ?number) {
              ?thing a ?class
            }
            GROUP BY ?class
            ORDER BY DESC(?number)
            """;

    private final CurrentRelease current;
    private final Pages pages;
    private final Assets assets;
    private final List<ExampleQuery> examples;

    SparqlController(CurrentRelease current, Site site, Pages pages, Assets assets) {
        this.current = current;
        this.pages = pages;
        this.assets = assets;
        this.examples = ExampleQuery.in(site.ontology(), site.base());
    }

    /** An example in the reader's language. */
    record Example(String name, String title, String query, String href) {}

    @GetMapping("/sparql")
    void page(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            Entity entity = pages.entity(exchange, release);
            Locale locale = entity.language().orElseThrow().locale();
            pages.send(
                    exchange,
                    entity,
                    "sparql",
                    Map.of(
                            "query", chosen(exchange),
                            "examples", examples(locale),
                            "yasguiStyle", assets.address("yasgui.css"),
                            "yasguiScript", assets.address("yasgui.js"),
                            "pageScript", assets.address("sparql.js")));
        }
    }

    private String chosen(Exchange exchange) {
        return exchange.parameter("example")
                .flatMap(name ->
                        examples.stream().filter(e -> e.name().equals(name)).findFirst())
                .or(() -> examples.stream().findFirst())
                .map(ExampleQuery::query)
                .orElse(FIRST_QUERY);
    }

    private List<Example> examples(Locale locale) {
        return examples.stream()
                .map(e -> new Example(
                        e.name(),
                        e.title().isEmpty() ? e.name() : e.title().in(locale),
                        e.query(),
                        "/sparql?example=" + e.name()))
                .toList();
    }
}
