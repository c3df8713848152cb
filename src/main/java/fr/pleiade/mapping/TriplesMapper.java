package fr.pleiade.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One triples map at work on the rows of its source, for one thread. */
final class TriplesMapper {
    private final TermSet subjects;
    private final List<Pairs> pairs;

    /** Predicates, objects and line ends that are combined, each with each. */
    private record Pairs(TermSet predicates, TermSet objects, TermSet graphs) {}

    TriplesMapper(TriplesMap map, Binding binding) {
        subjects = TermSet.of(List.of(map.subject().bind(binding)));
        pairs = map.pairs().stream().map(pair -> bind(map, pair, binding)).toList();
    }

    private static Pairs bind(TriplesMap map, PredicateObjectMap pair, Binding binding) {
        List<TermWriter> objects = new ArrayList<>();
        pair.objects().forEach(object -> objects.add(object.bind(binding)));
        pair.references().forEach(reference -> objects.add(binding.execution().objects(reference, binding)));
        List<TermMap> graphs = Stream.concat(map.graphs().stream(), pair.graphs().stream())
                .map(binding.execution()::graph)
                .distinct()
                .toList();
        return new Pairs(
                TermSet.of(pair.predicates(), TermSet.Around.SPACES, binding),
                TermSet.of(objects),
                TermSet.of(
                        graphs.isEmpty() ? List.of(binding.execution().defaultGraph()) : graphs,
                        TermSet.Around.LINE_END,
                        binding));
    }

    /** Writes the row's triples. {@return how many} */
    long map(RowScope scope, Bytes out) {
        Terms subject = subjects.of(scope);
        if (subject.size() == 0) {
            return 0;
        }
        long count = 0;
        for (Pairs pair : pairs) {
            Terms object = pair.objects.of(scope);
            if (object.size() > 0) {
                count += combine(subject, pair.predicates.of(scope), object, pair.graphs.of(scope), out);
            }
        }
        return count;
    }

    private static long combine(Terms subjects, Terms predicates, Terms objects, Terms lineEnds, Bytes out) {
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
        return (long) subjects.size() * predicates.size() * objects.size() * lineEnds.size();
    }
}
