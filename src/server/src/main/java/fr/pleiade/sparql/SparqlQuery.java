package fr.pleiade.sparql;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query that is well-formed SPARQL 1.1 and calls no other service or function but those that it may, with the graphs that it is asked
 * of: sets, each in alphabetical order, however they were sent.
 *
 * @param text the query as it was sent
 * @param form what kind of answer it has
 * @param defaultGraphs the graphs that together are its default graph; none for the union of all
 * @param namedGraphs the graphs that {@code GRAPH} can name, if {@code defaultGraphs} or this says any; else all
 * @param services the endpoints elsewhere that it calls
 * @param isRepeatable whether the same store gives the same answer each time
 * @see <a href="https://www.w3.org/TR/sparql11-query/">SPARQL 1.1 Query Language</a>
 */
public record SparqlQuery(
        String text,
        Form form,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Set<String> services,
        boolean isRepeatable) {
    public SparqlQuery {
        defaultGraphs = List.copyOf(new TreeSet<>(defaultGraphs));
        namedGraphs = List.copyOf(new TreeSet<>(namedGraphs));
        services = Set.copyOf(services);
    }

    /** What kind of answer a query has. */
    public enum Form {
        /** A table of solutions. */
        SELECT,
        /** Yes or no. */
        ASK,
        /** A graph made from a template. */
        CONSTRUCT,
        /** A graph that describes things. */
        DESCRIBE;

        /** {@return whether the answer is a graph, not a result of SPARQL's own} */
        public boolean isGraph() {
            return this == CONSTRUCT || this == DESCRIBE;
        }
    }

    /**
     * Checks a query that names its graphs itself, if any.
     *
     * @throws SparqlRefusal if it is not SPARQL 1.1, is too large or too deep, or calls a service or a function that it may not
     */
    public static SparqlQuery parse(String text) {
        return parse(text, Set.of());
    }

    /** Checks a query that may call these endpoints. */
    static SparqlQuery parse(String text, Set<String> allowedServices) {
        return new QueryCheck(text, QueryCheck.NO_BASE, allowedServices)
                .within(QueryCheck.OF_A_PUBLICATION)
                .asked();
    }

    /** {@return the same query; the graphs of a request, if there are any, take the place of those of its {@code FROM} clauses} */
    SparqlQuery ofGraphs(List<String> inDefault, List<String> named) {
        return inDefault.isEmpty() && named.isEmpty()
                ? this
                : new SparqlQuery(text, form, inDefault, named, services, isRepeatable);
    }
}
