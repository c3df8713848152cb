package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Predicates and objects that are combined, each with each.
 *
 * @param predicates what makes the predicates
 * @param objects what makes the objects
 * @param references what takes other triples maps' subjects for objects
 * @param graphs what makes the graphs of these triples, beside those of the subject
 */
public record PredicateObjectMap(
        List<TermMap> predicates, List<TermMap> objects, List<ReferencingObjectMap> references, List<TermMap> graphs)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public PredicateObjectMap {
        predicates = List.copyOf(predicates);
        objects = List.copyOf(objects);
        references = List.copyOf(references);
        graphs = List.copyOf(graphs);
    }

    /** {@return this map with the graphs of its triples map's subjects before its own, each once} */
    public PredicateObjectMap inGraphsOf(TriplesMap map) {
        Map<Expression, TermMap> all = new LinkedHashMap<>();
        Stream.concat(map.graphs().stream(), graphs.stream())
                .forEach(graph -> all.putIfAbsent(graph.expression(), graph));
        return new PredicateObjectMap(predicates, objects, references, List.copyOf(all.values()));
    }

    /** {@return this map, or where its terms go to different targets, one map for each combination of terms} */
    public List<PredicateObjectMap> separatedByTarget() {
        if (terms().allMatch(term -> term.targets().isEmpty())) {
            return List.of(this);
        }
        List<List<TermMap>> eachGraph = graphs.isEmpty()
                ? List.of(List.of())
                : graphs.stream().map(List::of).toList();
        List<PredicateObjectMap> separated = new ArrayList<>();
        for (TermMap predicate : predicates) {
            for (List<TermMap> graph : eachGraph) {
                for (TermMap object : objects) {
                    separated.add(new PredicateObjectMap(List.of(predicate), List.of(object), List.of(), graph));
                }
                for (ReferencingObjectMap reference : references) {
                    separated.add(new PredicateObjectMap(List.of(predicate), List.of(), List.of(reference), graph));
                }
            }
        }
        return separated;
    }

    /** {@return where the triples go, those of the subject included; nowhere in particular if empty} */
    public List<Target> targets(TriplesMap map) {
        return Stream.concat(Stream.of(map.subject()), terms())
                .flatMap(term -> term.targets().stream())
                .distinct()
                .toList();
    }

    private Stream<TermMap> terms() {
        return Stream.of(predicates, objects, graphs).flatMap(List::stream);
    }
}
