package fr.pleiade.web.search;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.Names;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.map.Atlases;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /search?q=…}: the things that are called so or bear that code, negotiated or by suffix; {@code /search/suggest?q=…}: names that
 * begin so.
 */
@Controller
class SearchController {
    private static final int SUGGESTED = 10;

    private final CurrentRelease current;
    private final ServedReleases served;
    private final Documents documents;
    private final Atlases atlases;
    private final JsonMapper json = JsonMapper.builder().build();

    SearchController(CurrentRelease current, ServedReleases served, Documents documents, Atlases atlases) {
        this.atlases = atlases;
        this.current = current;
        this.served = served;
        this.documents = documents;
    }

    @GetMapping({"/search", "/search.{suffix}"})
    void search(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        Served release = served.of(current.now());
        Names names = names(release);
        SearchRequest request = SearchRequest.of(exchange, release, names.rules());
        Supplier<NameResults> results = () -> names.search(request.query());
        Supplier<SearchAnswer> answer = () -> new SearchAnswer(request, results.get(), release);
        Document document = Document.at(exchange, release.release(), "search")
                .page("search", locale -> page(request, names.search(SearchViews.query(request)), release, locale))
                .also(
                        Variant.JSON,
                        out -> out.write(json.writeValueAsBytes(answer.get().json())))
                .also(Variant.CSV, out -> answer.get().writeCsv(out))
                .also(
                        Variant.GEO_JSON,
                        out -> out.write(json.writeValueAsBytes(answer.get().geoJson())));
        documents.answer(exchange, document, path);
    }

    private Map<String, Object> page(SearchRequest request, NameResults results, Served release, Locale locale) {
        return Map.of(
                "search",
                SearchPage.of(request, results, release, locale),
                "views",
                SearchViews.of(request, results, release, atlases.of(release.release()), locale));
    }

    @GetMapping("/search/suggest")
    void suggest(Exchange exchange) throws IOException {
        Served release = served.of(current.now());
        Names names = names(release);
        SearchRequest request = SearchRequest.of(exchange, release, names.rules());
        List<NameResults.Hit> hits =
                names.suggest(request.query().text(), request.query().filters(), SUGGESTED);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", request.query().text());
        answer.put(
                "suggestions",
                hits.stream()
                        .map(hit -> suggestion(hit, request.language().locale(), release))
                        .toList());
        Entity entity = Entity.of(
                Variant.JSON.contentType(),
                release.release().id() + ".suggest",
                release.release().created());
        exchange.send(entity, out -> out.write(json.writeValueAsBytes(answer)));
    }

    private static Map<String, Object> suggestion(NameResults.Hit hit, Locale locale, Served served) {
        Map<String, Object> suggestion = new LinkedHashMap<>();
        suggestion.put("id", hit.thing().iri());
        suggestion.put("name", hit.thing().name(locale.getLanguage()).text());
        suggestion.put("matched", hit.matched().text());
        suggestion.put(
                "types",
                SearchPage.kind(hit, served).stream()
                        .map(type -> served.lexicon().name(type, locale))
                        .toList());
        return suggestion;
    }

    /** {@return the names of the release} @throws Refusal with 503 if it has no index of names */
    private static Names names(Served release) {
        return release.names().orElseThrow(() -> Refusal.of(503, "no-names").with("Retry-After", "60"));
    }

    static int pages(NameQuery query, long total) {
        return query.size() == 0
                ? 1
                : (int) Math.min(
                        (total + query.size() - 1) / query.size(), NameQuery.MOST_PASSED_OVER / query.size() + 1);
    }
}
