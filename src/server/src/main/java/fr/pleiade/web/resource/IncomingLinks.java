package fr.pleiade.web.resource;

import fr.pleiade.rdf.Term;
import fr.pleiade.store.Store;
import java.util.List;
import java.util.Map;

/**
 * What points to a thing: how much by each property, and a page of it.
 *
 * <p>Counts stop at {@link #COUNTED}, so that the page of a thing that everything points to costs no more than another's.
 */
final class IncomingLinks {
    /** How many links are counted at most. */
    static final int COUNTED = 50_000;

    /** How many are on one page. */
    static final int PER_PAGE = 25;

    private static final String COUNT = """
            SELECT ?property (COUNT(*) AS ?count) {
              SELECT DISTINCT ?subject ?property {
                GRAPH ?graph { ?subject ?property ?thing }
                FILTER (isIRI(?subject) && !STRSTARTS(STR(?subject), CONCAT(STR(?thing), "#")))
              } LIMIT %d
            } GROUP BY ?property ORDER BY DESC(?count) ?property
            """.formatted(COUNTED);
    private static final String PAGE = """
            SELECT DISTINCT ?subject {
              GRAPH ?graph { ?subject ?property ?thing }
              FILTER (isIRI(?subject) && !STRSTARTS(STR(?subject), CONCAT(STR(?thing), "#")))
            } LIMIT %d OFFSET %d
            """;

    private final Store store;
    private final Term.Iri thing;

    IncomingLinks(Store store, Term.Iri thing) {
        this.store = store;
        this.thing = thing;
    }

    /** How many things point here by a property. */
    record Count(String property, long count) {}

    /** {@return the properties that point here, the most frequent first} */
    List<Count> counts() {
        return store.select(COUNT, Map.of("thing", thing)).stream()
                .filter(row -> row.containsKey("property") && row.containsKey("count"))
                .map(row -> new Count(text(row, "property"), Long.parseLong(text(row, "count"))))
                .toList();
    }

    /** {@return the IRIs of one page of what points here by the property, pages counted from 1} */
    List<String> page(String property, int page) {
        String query = PAGE.formatted(PER_PAGE, (page - 1) * PER_PAGE);
        return store.select(query, Map.of("thing", thing, "property", new Term.Iri(property))).stream()
                .map(row -> text(row, "subject"))
                .toList();
    }

    private static String text(Map<String, Term> row, String variable) {
        Term term = row.get(variable);
        return term == null ? "" : term.text();
    }
}
