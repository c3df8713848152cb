package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.List;

/**
 * What triples a row of a source makes.
 *
 * @param name the resource that describes it
 * @param source where its rows come from
 * @param subject what makes the subjects
 * @param graphs what makes the graphs of all its triples
 * @param pairs what makes the predicates and objects; classes come first
 * @param line the line of the mapping that begins it
 */
public record TriplesMap(
        String name,
        LogicalSource source,
        TermMap subject,
        List<TermMap> graphs,
        List<PredicateObjectMap> pairs,
        long line)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public TriplesMap {
        graphs = List.copyOf(graphs);
        pairs = List.copyOf(pairs);
    }
}
