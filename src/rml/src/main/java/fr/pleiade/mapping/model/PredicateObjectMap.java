package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        if (map.graphs().isEmpty() && graphs.size() < 2) {
            return this;
        }
        Map<Expression, TermMap> all = new LinkedHashMap<>();
        Stream.concat(map.graphs().stream(), graphs.stream())
                .forEach(graph -> all.putIfAbsent(graph.expression(), graph));
        return new PredicateObjectMap(predicates, objects, references, List.copyOf(all.values()));
    }

    /** {@return this map, or where its terms go to different targets, one map for each combination of terms} */
    public List<PredicateObjectMap> separatedByTarget() {
        if (!hasTargets(predicates) && !hasTargets(objects) && !hasTargets(graphs)) {
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
        Set<Target> targets = new LinkedHashSet<>(map.subject().targets());
        for (List<TermMap> terms : List.of(predicates, objects, graphs)) {
            terms.forEach(term -> targets.addAll(term.targets()));
        }
        return List.copyOf(targets);
    }

    private static boolean hasTargets(List<TermMap> terms) {
        return terms.stream().anyMatch(term -> !term.targets().isEmpty());
    }
}
