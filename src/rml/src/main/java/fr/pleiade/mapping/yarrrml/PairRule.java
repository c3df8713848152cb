package fr.pleiade.mapping.yarrrml;

import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.translation.RuleGraph;
import fr.pleiade.mapping.translation.TermRule;
import fr.pleiade.mapping.translation.Value;
import fr.pleiade.rdf.Term;
import java.util.List;

/**
 * Predicates and their objects.
 *
 * @param predicates the predicates
 * @param objects the objects
 * @param links the objects that are other mappings' subjects
 * @param inverse the predicates of the same triples turned round
 * @param graphs the graphs of these triples, besides the mapping's
 * @param conditions what must hold for a row; all of them
 * @param line where they are written
 */
record PairRule(
        List<TermRule> predicates,
        List<TermRule> objects,
        List<LinkRule> links,
        List<TermRule> inverse,
        List<TermRule> graphs,
        List<Value> conditions,
        long line) {
    PairRule {
        predicates = List.copyOf(predicates);
        objects = List.copyOf(objects);
        links = List.copyOf(links);
        inverse = List.copyOf(inverse);
        graphs = List.copyOf(graphs);
        conditions = List.copyOf(conditions);
    }

    /** Adds the pair, but for its links, to a triples map, and gives its resource. */
    Term describe(Term triplesMap, RuleGraph rules) {
        Term pair = rules.part(triplesMap, Rml.PREDICATE_OBJECT_MAP, line);
        predicates.forEach(predicate -> predicate.describe(pair, Rml.PREDICATE_MAP, Rml.PREDICATE, rules));
        objects.forEach(object -> object.describe(pair, Rml.OBJECT_MAP, Rml.OBJECT, rules));
        graphs.forEach(graph -> graph.describe(pair, Rml.GRAPH_MAP, Rml.GRAPH, rules));
        TermRule.describe(conditions, pair, rules);
        return pair;
    }
}
