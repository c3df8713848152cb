package fr.pleiade.web.search;

import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a search shows.
 *
 * @param query the words that were asked for
 * @param hidden what else narrows, for the form
 * @param total how many things there are
 * @param isExact whether all words were found as they are spelt
 * @param rows the results of this page
 * @param facets what results can be narrowed by
 * @param chosen what they are narrowed by, each with the address without it
 * @param previous the address of the page before, or {@code ""}
 * @param next the address of the page after, or {@code ""}
 * @param downloads the same results as data
 */
record SearchPage(
        String query,
        Map<String, String> hidden,
        long total,
        boolean isExact,
        List<Row> rows,
        List<Facet> facets,
        List<Choice> chosen,
        String previous,
        String next,
        Map<String, String> downloads) {
    private static final int SHOWN_VALUES = 60;

    SearchPage {
        rows = List.copyOf(rows);
        facets = List.copyOf(facets);
        chosen = List.copyOf(chosen);
    }

    /**
     * A result.
     *
     * @param thing its name, and where it leads
     * @param matched the name by which it was found, or {@code ""} if that is its name
     * @param role what kind of name that is
     * @param code the code by which it was found, or {@code ""}
     * @param types what it is, in a word; empty if nobody says
     */
    record Row(
            Shown thing,
            String matched,
            String role,
            String code,
            List<Shown> types,
            List<Shown> places,
            String ended) {
        Row {
            types = List.copyOf(types);
            places = List.copyOf(places);
        }
    }

    /** What results can be narrowed by. */
    record Facet(String key, String name, List<Choice> values) {
        private static final int AT_ONCE = 8;

        Facet {
            values = List.copyOf(values);
        }

        /** {@return the most frequent values} */
        public List<Choice> first() {
            return values.subList(0, Math.min(values.size(), AT_ONCE));
        }

        /** {@return the others} */
        public List<Choice> more() {
            return values.subList(first().size(), values.size());
        }
    }

    /** A value, how many things have it, and the address that narrows by it, or no longer does. */
    record Choice(String name, long count, String href) {}

    static SearchPage of(SearchRequest request, NameResults results, Served served, Locale locale) {
        int last = SearchController.pages(request.query(), results.total());
        return new SearchPage(
                request.query().text(),
                hidden(request),
                results.total(),
                results.isExact(),
                results.hits().stream().map(hit -> row(hit, served, locale)).toList(),
                facets(request, results, served, locale),
                chosen(request, served, locale),
                request.page() > 1 ? address(request, Map.of("page", Integer.toString(request.page() - 1))) : "",
                request.page() < last ? address(request, Map.of("page", Integer.toString(request.page() + 1))) : "",
                downloads(request));
    }

    private static Map<String, String> hidden(SearchRequest request) {
        Map<String, String> hidden = new LinkedHashMap<>();
        request.narrowed().keySet().stream()
                .sorted()
                .forEach(key -> hidden.put(key, request.narrowed().get(key)));
        if (!request.view().equals(SearchViews.LIST)) {
            hidden.put(SearchViews.PARAMETER, request.view());
        }
        return hidden;
    }

    static Row row(NameResults.Hit hit, Served served, Locale locale) {
        Lexicon lexicon = served.lexicon();
        String base = served.release().base();
        Name name = hit.thing().name(locale.getLanguage());
        boolean isOther = !hit.matched().text().equals(name.text())
                && hit.matched().role() != Name.Role.HIDDEN
                && hit.code().isEmpty();
        Shown thing = new Shown(
                Lexicon.shortened(name.text()),
                Shown.href(hit.thing().iri(), base),
                name.language().equals(locale.getLanguage()) ? "" : name.language(),
                false,
                "",
                List.of());
        return new Row(
                thing,
                isOther ? Lexicon.shortened(hit.matched().text()) : "",
                hit.matched().role().name().toLowerCase(Locale.ROOT),
                hit.code(),
                kind(hit, served).stream()
                        .map(type -> Shown.text(lexicon.name(type, locale), lexicon.nameLanguage(type, locale), ""))
                        .toList(),
                hit.thing().places().stream()
                        .filter(place -> !place.iri().isEmpty())
                        .map(place -> Shown.text(
                                lexicon.name(place.iri(), locale), lexicon.nameLanguage(place.iri(), locale), ""))
                        .distinct()
                        .toList(),
                hit.thing().ended());
    }

    /** {@return the narrowest of a thing's classes: of several of which none is a kind of another, that which the fewest things have} */
    static Optional<String> kind(NameResults.Hit hit, Served served) {
        List<String> commonFirst = served.names().stream()
                .flatMap(names -> names.types().stream())
                .map(NameResults.Count::value)
                .toList();
        return served.lexicon().narrowest(hit.thing().types()).stream()
                .max(Comparator.comparingInt(commonFirst::indexOf));
    }

    /** {@return what results can be narrowed by: the class, kinds, places, the dataset; of each what has fewer values first} */
    private static List<Facet> facets(SearchRequest request, NameResults results, Served served, Locale locale) {
        Map<String, Integer> order = Map.of(NameQuery.TYPE, 0, NameQuery.DATASET, 3);
        Comparator<NameResults.Counts> byKind = Comparator.comparing(counts -> order.getOrDefault(
                counts.property(),
                served.names()
                                .filter(names -> names.rules().isPlace(counts.property()))
                                .isPresent()
                        ? 2
                        : 1));
        return results.counts().stream()
                .filter(counts ->
                        !request.narrowed().containsKey(request.parameters().of(counts.property())))
                .filter(counts -> !served.lexicon().repetitions().contains(counts.property()))
                .filter(counts -> counts.values().size() > 1
                        || counts.values().stream().anyMatch(count -> count.things() < results.total()))
                .sorted(byKind.thenComparing(counts -> counts.values().size()))
                .map(counts -> facet(counts, request, served, locale))
                .toList();
    }

    private static Facet facet(NameResults.Counts counts, SearchRequest request, Served served, Locale locale) {
        boolean isProperty = counts.property().indexOf(':') > 0;
        boolean isType = counts.property().equals(NameQuery.TYPE);
        String parameter = request.parameters().of(counts.property());
        return new Facet(
                isProperty ? "" : parameter,
                isProperty ? served.lexicon().name(counts.property(), locale) : "",
                counts.values().stream()
                        .filter(count ->
                                !isType || !served.lexicon().repetitions().contains(count.value()))
                        .limit(SHOWN_VALUES)
                        .map(count -> new Choice(
                                SearchAnswer.valueName(counts.property(), count.value(), served, locale),
                                count.things(),
                                address(request, Map.of(parameter, count.value(), "page", ""))))
                        .toList());
    }

    private static List<Choice> chosen(SearchRequest request, Served served, Locale locale) {
        List<Choice> chosen = new ArrayList<>();
        for (NameQuery.Filter filter : request.query().filters()) {
            chosen.add(new Choice(
                    SearchAnswer.valueName(filter.property(), filter.value(), served, locale),
                    0,
                    address(request, Map.of(request.parameters().of(filter.property()), "", "page", ""))));
        }
        return chosen;
    }

    private static Map<String, String> downloads(SearchRequest request) {
        Map<String, String> downloads = new LinkedHashMap<>();
        List.of("JSON", "CSV", "GeoJSON")
                .forEach(label -> downloads.put(
                        label,
                        address(request, Map.of("size", "1000", "page", "", SearchViews.PARAMETER, ""))
                                .replaceFirst("^/search", "/search." + label.toLowerCase(Locale.ROOT))));
        return downloads;
    }

    /** {@return the address of the search with some parameters changed; an empty one is left out} */
    static String address(SearchRequest request, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", request.query().text());
        if (!request.view().equals(SearchViews.LIST)) {
            all.put(SearchViews.PARAMETER, request.view());
        }
        request.narrowed().keySet().stream()
                .sorted()
                .forEach(key -> all.put(key, request.narrowed().get(key)));
        changed.keySet().stream().sorted().forEach(key -> all.put(key, changed.get(key)));
        StringBuilder address = new StringBuilder("/search?");
        all.forEach((key, value) -> {
            if (!value.isEmpty() || key.equals("q")) {
                address.append(address.charAt(address.length() - 1) == '?' ? "" : "&")
                        .append(key)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }
}
