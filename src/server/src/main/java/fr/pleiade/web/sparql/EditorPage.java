package fr.pleiade.web.sparql;

import fr.pleiade.release.Release;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.sparql.function.Functions;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.page.Assets;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** By what their IRIs begin with. */
    private static final SortedMap<String, List<String>> FUNCTIONS = Functions.all().stream()
            .collect(Collectors.groupingBy(
                    iri -> iri.substring(0, iri.lastIndexOf('#') + 1),
                    TreeMap::new,
                    Collectors.mapping(iri -> iri.substring(iri.lastIndexOf('#') + 1), Collectors.toList())));

    private final CurrentRelease current;
    private final SparqlService sparql;
    private final Documents documents;
    private final Assets assets;
    private final PerRelease<List<PublishedExample>> examples;
    private final ServedReleases served;

    EditorPage(
            CurrentRelease current, SparqlService sparql, Documents documents, Assets assets, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.sparql = sparql;
        this.documents = documents;
        this.assets = assets;
        this.examples = new PerRelease<>(
                release -> PublishedExample.in(served.of(release).catalog()));
    }

    /** An example in the reader's language. */
    record Example(String name, String title, String query, String href) {}

    void answer(Exchange exchange) throws IOException {
        Release release = current.now();
        boolean isFederated = !sparql.allowedServices().isEmpty();
        Document document = Document.at(exchange, release, "service")
                .graph(() -> ServiceDescription.of(release, served.of(release).catalog(), isFederated))
                .page("sparql", locale -> page(exchange, release, locale));
        documents.answer(exchange, document);
    }

    private Map<String, Object> page(Exchange exchange, Release release, Locale locale) {
        return Map.of(
                "query", chosen(exchange, examples.of(release)),
                "examples", shown(examples.of(release), locale),
                "functions", FUNCTIONS,
                "yasguiStyle", assets.address("yasgui.css"),
                "yasguiScript", assets.address("yasgui.js"),
                "pageScript", assets.address("sparql.js"));
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
