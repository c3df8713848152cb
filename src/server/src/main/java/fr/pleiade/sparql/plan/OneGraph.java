package fr.pleiade.sparql.plan;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.syntax.ElementNamedGraph;

/**
 * Says a query that is asked of one graph as one whose pattern is of that graph: {@code FROM <g> { … }} as {@code { GRAPH <g> { … } }}.
 *
 * <p>Of a dataset made for one query, ARQ looks up each triple; of a store's own graph, TDB2 joins patterns, and its counts are known.
 */
public final class OneGraph {
    private OneGraph() {}

    /**
     * {@return the same query of the store as a whole, if it has a pattern of one graph}
     *
     * @param text what it was parsed from: where the word {@code GRAPH} is, or may be, there would be a graph within the graph; where
     *     {@code EXISTS} is, a pattern may stand outside of the pattern
     * @param graphs what it is asked of
     */
    public static Optional<Query> asPattern(Query query, String text, DatasetDescription graphs) {
        if (graphs.getDefaultGraphURIs().size() != 1
                || !graphs.getNamedGraphURIs().isEmpty()
                || query.isDescribeType()
                || query.getQueryPattern() == null
                || mayHavePatternsOutside(text)) {
            return Optional.empty();
        }
        Query ofStore = query.cloneQuery();
        ofStore.getGraphURIs().clear();
        ofStore.getNamedGraphURIs().clear();
        ofStore.setQueryPattern(new ElementNamedGraph(
                NodeFactory.createURI(graphs.getDefaultGraphURIs().get(0)), query.getQueryPattern()));
        return Optional.of(ofStore);
    }

    /** Looks for words, wherever they stand: one in an address costs time only. */
    private static boolean mayHavePatternsOutside(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return words.contains("graph") || words.contains("exists") || words.contains("service");
    }
}
