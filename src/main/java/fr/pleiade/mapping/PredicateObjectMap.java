package fr.pleiade.mapping;

import java.io.Serializable;
import java.util.List;

/**
 * Predicates and objects that are combined, each with each.
 *
 * @param predicates what makes the predicates
 * @param objects what makes the objects
 * @param references what takes other triples maps' subjects for objects
 * @param graphs what makes the graphs of these triples, beside those of the subject
 */
record PredicateObjectMap(
        List<TermMap> predicates, List<TermMap> objects, List<ReferencingObjectMap> references, List<TermMap> graphs)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    PredicateObjectMap {
        predicates = List.copyOf(predicates);
        objects = List.copyOf(objects);
        references = List.copyOf(references);
        graphs = List.copyOf(graphs);
    }
}
