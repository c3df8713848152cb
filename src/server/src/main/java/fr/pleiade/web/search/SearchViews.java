package fr.pleiade.web.search;

import static fr.pleiade.rdf.Vocabulary.IDS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways to look at one result: as a list, on a map, as a table. The address says which, {@code view=map}.
 *
 * @param choices the ways, each with its address
 * @param drawn the map, if it is asked for and something of the result has a place
 * @param table the table, if it is asked for
 */
record SearchViews(List<View> choices, Optional<DrawnMap> drawn, Optional<Table> table) {
    static final String PARAMETER = "view";
    static final String LIST = "list";
    static final String MAP = "map";
    static final String TABLE = "table";

    SearchViews {
        choices = List.copyOf(choices);
    }

    /** A way, called {@code search.view.<key>} in the messages. */
    record View(String key, String href, boolean isCurrent) {}

    /** Results as rows; a column for each register in which one of them has a code. */
    record Table(List<String> systems, List<Row> rows) {
        Table {
            systems = List.copyOf(systems);
            rows = List.copyOf(rows);
        }
    }

    /** A result: what it is called, its classes, where it is, and its code in each register, or {@code ""}. */
    record Row(Shown thing, String types, String places, List<String> codes) {
        Row {
            codes = List.copyOf(codes);
        }
    }

    /** {@return the query whose results a view shows: all of them, as far as they are given at once, on a map} */
    static NameQuery query(SearchRequest request) {
        NameQuery query = request.query();
        return request.view().equals(MAP) ? new NameQuery(query.text(), query.filters(), 0, NameQuery.MOST) : query;
    }

    static SearchViews of(SearchRequest request, NameResults results, Served served, Atlas atlas, Locale locale) {
        List<View> choices = List.of(LIST, MAP, TABLE).stream()
                .map(view -> new View(
                        view,
                        SearchPage.address(
                                request, Map.of(PARAMETER, view.equals(LIST) ? "" : view, "page", "", "size", "")),
                        view.equals(request.view())))
                .toList();
        return new SearchViews(
                choices,
                request.view().equals(MAP) ? map(results, atlas, locale) : Optional.empty(),
                request.view().equals(TABLE) ? Optional.of(table(results, served, locale)) : Optional.empty());
    }

    private static Optional<DrawnMap> map(NameResults results, Atlas atlas, Locale locale) {
        List<Located> places = results.hits().stream()
                .flatMap(hit -> Located.of(hit.thing().point()).stream())
                .toList();
        return atlas.places(places, (int) Math.min(results.total(), Integer.MAX_VALUE), locale);
    }

    private static Table table(NameResults results, Served served, Locale locale) {
        Lexicon lexicon = served.lexicon();
        Set<String> systems = new LinkedHashSet<>();
        results.hits().forEach(hit -> hit.thing().codes().forEach(code -> systems.add(code.system())));
        systems.remove(""); // whose register is not known
        List<Row> rows = new ArrayList<>();
        for (NameResults.Hit hit : results.hits()) {
            SearchPage.Row row = SearchPage.row(hit, served, locale);
            rows.add(new Row(
                    row.thing(),
                    row.types().stream().map(Shown::text).collect(Collectors.joining(", ")),
                    row.places().stream().map(Shown::text).collect(Collectors.joining(", ")),
                    systems.stream().map(system -> codes(hit.thing(), system)).toList()));
        }
        return new Table(
                systems.stream().map(system -> called(system, lexicon, locale)).toList(), rows);
    }

    private static String codes(NamedThing thing, String system) {
        return thing.codes().stream()
                .filter(code -> code.system().equals(system))
                .map(NamedThing.Code::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@return what the identifier system of a notation is called} */
    private static String called(String system, Lexicon lexicon, Locale locale) {
        return lexicon.ontology()
                .subjects(SKOS + "notation", Term.Literal.of(system))
                .filter(declared ->
                        lexicon.ontology().objects(declared, TYPE.value()).contains(new Term.Iri(IDS + "System")))
                .findFirst()
                .map(declared -> lexicon.name(declared.text(), locale))
                .orElse(system);
    }
}
