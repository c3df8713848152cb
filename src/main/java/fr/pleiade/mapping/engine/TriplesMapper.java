package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.mapping.term.TermSet;
import fr.pleiade.mapping.term.TermWriter;
import java.util.ArrayList;
import java.util.List;

/** One triples map at work on the rows of its source, for one thread. */
final class TriplesMapper {
    private final TermSet subjects;
    private final List<Pairs> pairs;

    /** Predicates, objects and line ends that are combined, each with each, and the outputs that they go to. */
    private record Pairs(TermSet predicates, TermSet objects, TermSet graphs, List<Integer> outputs) {}

    TriplesMapper(TriplesMap map, Binding binding, Execution execution) {
        subjects = TermSet.of(List.of(binding.writer(map.subject())));
        pairs = map.pairs().stream()
                .flatMap(pair -> pair.inGraphsOf(map).separatedByTarget().stream())
                .map(pair -> bind(map, pair, binding, execution))
                .toList();
    }

    private static Pairs bind(TriplesMap map, PredicateObjectMap pair, Binding binding, Execution execution) {
        List<TermWriter> objects = new ArrayList<>();
        pair.objects().forEach(object -> objects.add(binding.writer(object)));
        pair.references().forEach(reference -> objects.add(execution.objects(reference, binding)));
        List<TermMap> graphs =
                pair.graphs().stream().map(execution::graph).distinct().toList();
        return new Pairs(
                TermSet.of(pair.predicates(), TermSet.Around.SPACES, binding),
                TermSet.of(objects),
                TermSet.of(
                        graphs.isEmpty() ? List.of(execution.defaultGraph()) : graphs,
                        TermSet.Around.LINE_END,
                        binding),
                execution.outputs(pair.targets(map)));
    }

    /** Writes the row's triples, each to the outputs that it belongs to. {@return how many triples} */
    long map(RowScope scope, List<Bytes> outputs) {
        Terms subject = subjects.of(scope);
        if (subject.size() == 0) {
            return 0;
        }
        long count = 0;
        for (Pairs pair : pairs) {
            Terms object = pair.objects.of(scope);
            if (object.size() > 0) {
                Terms predicate = pair.predicates.of(scope);
                Terms lineEnd = pair.graphs.of(scope);
                for (int output : pair.outputs) {
                    combine(subject, predicate, object, lineEnd, outputs.get(output));
                }
                count += (long) subject.size() * predicate.size() * object.size() * lineEnd.size();
            }
        }
        return count;
    }

    private static void combine(Terms subjects, Terms predicates, Terms objects, Terms lineEnds, Bytes out) {
        for (int s = 0; s < subjects.size(); s++) {
            for (int p = 0; p < predicates.size(); p++) {
                for (int o = 0; o < objects.size(); o++) {
                    for (int g = 0; g < lineEnds.size(); g++) {
                        subjects.copy(s, out);
                        predicates.copy(p, out);
                        objects.copy(o, out);
                        lineEnds.copy(g, out);
                    }
                }
            }
        }
    }
}
