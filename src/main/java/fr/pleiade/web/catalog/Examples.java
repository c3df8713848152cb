package fr.pleiade.web.catalog;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.Term;
import java.util.List;
import java.util.Map;

/** A few things of each dataset, to begin with. */
final class Examples {
    private static final int PER_DATASET = 12;
    private static final String QUERY = """
            SELECT DISTINCT ?thing {
              GRAPH ?graph { ?thing a ?class }
              FILTER (STRSTARTS(STR(?thing), STR(?start)) && !CONTAINS(STR(?thing), "#"))
            } LIMIT %d
            """.formatted(PER_DATASET);

    private final Store store;
    private final Release release;

    Examples(Store store, Release release) {
        this.store = store;
        this.release = release;
    }

    /** {@return IRIs of things that the graph gives a class} */
    List<String> of(PublishedGraph graph) {
        Map<String, Term> bindings =
                Map.of("graph", new Term.Iri(graph.iri()), "start", new Term.Iri(release.base() + "id/"));
        return store.select(QUERY, bindings).stream()
                .flatMap(row -> row.values().stream())
                .map(Term::text)
                .toList();
    }
}
