package fr.pleiade.web.search;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.sources.CsvWriter;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of a search as data. */
final class SearchAnswer {
    private static final List<String> COLUMNS = List.of(
            "uri",
            "name",
            "matched",
            "role",
            "score",
            "code",
            "types",
            "dataset",
            "places",
            "longitude",
            "latitude",
            "ended");

    private final SearchRequest request;
    private final NameResults results;
    private final Served served;
    private final Locale locale;

    SearchAnswer(SearchRequest request, NameResults results, Served served) {
        this.request = request;
        this.results = results;
        this.served = served;
        this.locale = request.language().locale();
    }

    /** {@return the JSON object} */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", request.query().text());
        json.put("total", results.total());
        json.put("isExact", results.isExact());
        json.put("page", request.page());
        json.put("size", request.query().size());
        json.put("results", results.hits().stream().map(this::result).toList());
        json.put("facets", results.counts().stream().map(this::facet).toList());
        return json;
    }

    private Map<String, Object> result(NameResults.Hit hit) {
        NamedThing thing = hit.thing();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", thing.iri());
        result.put("name", thing.name(locale.getLanguage()).text());
        result.put("language", thing.name(locale.getLanguage()).language());
        result.put(
                "matched",
                Map.of(
                        "text", hit.matched().text(),
                        "language", hit.matched().language(),
                        "role", hit.matched().role().name().toLowerCase(Locale.ROOT)));
        result.put("score", rounded(hit.score()));
        result.put("code", hit.code());
        result.put("types", thing.types());
        result.put("dataset", thing.graph());
        result.put("codes", thing.codes().stream().map(SearchAnswer::code).toList());
        result.put("places", places(thing));
        result.put("ended", thing.ended());
        Located.of(thing.point()).ifPresent(point -> result.put("point", List.of(point.longitude(), point.latitude())));
        return result;
    }

    private static Map<String, String> code(NamedThing.Code code) {
        return Map.of("system", code.system(), "code", code.code());
    }

    private List<Map<String, String>> places(NamedThing thing) {
        List<Map<String, String>> places = new ArrayList<>();
        for (NamedThing.Place place : thing.places()) {
            String name = place.iri().isEmpty()
                    ? String.join(" ", place.names())
                    : served.lexicon().name(place.iri(), locale);
            places.add(Map.of("property", place.property(), "id", place.iri(), "name", name));
        }
        return places;
    }

    static double rounded(double score) {
        return Math.round(score * 10) / 10.0;
    }

    private Map<String, Object> facet(NameResults.Counts counts) {
        Lexicon lexicon = served.lexicon();
        boolean isProperty = counts.property().indexOf(':') > 0;
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("parameter", request.parameters().of(counts.property()));
        facet.put("property", isProperty ? counts.property() : "");
        facet.put("name", isProperty ? lexicon.name(counts.property(), locale) : counts.property());
        facet.put(
                "values",
                counts.values().stream()
                        .map(count -> Map.of(
                                "value", count.value(),
                                "name", valueName(counts.property(), count.value(), served, locale),
                                "count", count.things()))
                        .toList());
        return facet;
    }

    static String valueName(String property, String value, Served served, Locale locale) {
        String iri = property.equals(NameQuery.DATASET)
                ? served.release().graph(value).map(graph -> graph.iri()).orElse(value)
                : value;
        return served.lexicon().name(iri, locale);
    }

    /** {@return a GeoJSON collection of the results that are somewhere} */
    Map<String, Object> geoJson() {
        List<Map<String, Object>> features = new ArrayList<>();
        for (NameResults.Hit hit : results.hits()) {
            Located.of(hit.thing().point()).ifPresent(point -> {
                Map<String, Object> feature = new LinkedHashMap<>();
                feature.put("type", "Feature");
                feature.put("id", hit.thing().iri());
                feature.put(
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(point.longitude(), point.latitude())));
                feature.put("properties", result(hit));
                features.add(feature);
            });
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return collection;
    }

    /** Writes the rows, the header first, and closes the stream. */
    void writeCsv(OutputStream out) throws IOException {
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.write(COLUMNS);
            for (NameResults.Hit hit : results.hits()) {
                csv.write(cells(hit));
            }
        }
    }

    private List<String> cells(NameResults.Hit hit) {
        NamedThing thing = hit.thing();
        Optional<Located> point = Located.of(thing.point());
        return List.of(
                thing.iri(),
                thing.name(locale.getLanguage()).text(),
                hit.matched().text(),
                hit.matched().role().name().toLowerCase(Locale.ROOT),
                Double.toString(rounded(hit.score())),
                hit.code(),
                String.join(" ", thing.types()),
                thing.graph(),
                places(thing).stream()
                        .map(place -> place.get("name"))
                        .distinct()
                        .collect(Collectors.joining(" | ")),
                point.map(p -> Double.toString(p.longitude())).orElse(""),
                point.map(p -> Double.toString(p.latitude())).orElse(""),
                thing.ended());
    }
}
