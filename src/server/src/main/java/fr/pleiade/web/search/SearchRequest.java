package fr.pleiade.web.search;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an address of the search asks: {@code /search?q=…&type=…&dataset=…&page=2&size=20}, and by each property that results can be
 * narrowed by, called as {@link Parameters} says.
 *
 * @param query what is asked of the names
 * @param page from 1
 * @param view how the page shows the results
 * @param language of the names in data that have one name only
 * @param narrowed what narrows, as it was sent, by parameter
 * @param parameters how properties are called in addresses
 */
record SearchRequest(
        NameQuery query,
        int page,
        String view,
        Language language,
        Map<String, String> narrowed,
        Parameters parameters) {
    private static final int USUAL = 20;
    private static final int MOST = NameQuery.MOST;

    SearchRequest {
        narrowed = Map.copyOf(narrowed);
    }

    /**
     * {@return what an address asks}
     *
     * @throws Refusal with 400 if a number is none, or too large
     */
    static SearchRequest of(Exchange exchange, Served served, NameRules rules) {
        int size = number(exchange, "size", USUAL, 0, MOST);
        int most = size == 0 ? 1 : NameQuery.MOST_PASSED_OVER / size + 1;
        int page = number(exchange, "page", 1, 1, most);
        Parameters parameters = Parameters.of(served, rules);
        Map<String, String> narrowed = new LinkedHashMap<>();
        List<NameQuery.Filter> filters = new ArrayList<>();
        Optional<String> type = exchange.parameter("type").filter(value -> !value.isBlank());
        type.ifPresent(value -> {
            narrowed.put("type", value);
            filters.add(new NameQuery.Filter(NameQuery.TYPE, iri(value, served)));
        });
        exchange.parameter("dataset").filter(value -> !value.isBlank()).ifPresent(value -> {
            narrowed.put("dataset", value);
            filters.add(new NameQuery.Filter(NameQuery.DATASET, value.substring(value.lastIndexOf('/') + 1)));
        });
        parameters
                .byProperty()
                .forEach((property, name) -> exchange.parameter(name)
                        .filter(value -> !value.isBlank())
                        .ifPresent(value -> {
                            narrowed.put(name, value);
                            filters.add(new NameQuery.Filter(property, iri(value, served)));
                        }));
        return new SearchRequest(
                new NameQuery(exchange.parameter("q").orElse(""), filters, (page - 1) * size, size),
                page,
                exchange.parameter(SearchViews.PARAMETER)
                        .filter(List.of(SearchViews.MAP, SearchViews.TABLE)::contains)
                        .orElse(SearchViews.LIST),
                exchange.parameter("lang").flatMap(Language::ofTag).orElse(Language.FR),
                narrowed,
                parameters);
    }

    private static int number(Exchange exchange, String name, int usual, int least, int most) {
        Optional<String> text = exchange.parameter(name).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("\\d{1,6}")
                || Integer.parseInt(text.get()) < least
                || Integer.parseInt(text.get()) > most) {
            throw Refusal.of(400, "search-number", name, least, most);
        }
        return Integer.parseInt(text.get());
    }

    /** {@return an IRI that may be written in short, with one of the site's prefixes or below its base} */
    private static String iri(String value, Served served) {
        String expanded = served.site().prefixes().namespaces().entrySet().stream()
                .filter(prefix -> value.startsWith(prefix.getKey() + ":") && !value.startsWith(prefix.getKey() + "://"))
                .map(prefix ->
                        prefix.getValue() + value.substring(prefix.getKey().length() + 1))
                .findFirst()
                .orElse(value);
        return expanded.startsWith("/") ? served.release().base() + expanded.substring(1) : expanded;
    }
}
