package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The part of a graph that belongs to one node: its triples and, in turn, those of what it points to. */
final class Neighbourhood {
    /** What a catalogue describes each for itself. */
    private static final Set<String> OF_THEIR_OWN =
            Set.of(DCAT + "Catalog", DCAT + "Dataset", DCAT + "DatasetSeries", DCAT + "DataService");

    private Neighbourhood() {}

    /** {@return what a catalogue says of one of the things that it describes, without what it says of the others} */
    static InMemoryGraph in(InMemoryGraph catalog, Term described) {
        return of(
                catalog,
                described,
                node -> catalog.objects(node, TYPE.value()).stream()
                        .anyMatch(type -> OF_THEIR_OWN.contains(type.text())));
    }

    /**
     * {@return the triples reached from the start}
     *
     * @param isOther says of a node that it is a subject of its own, whose triples are not wanted
     */
    static InMemoryGraph of(InMemoryGraph graph, Term start, Predicate<Term> isOther) {
        InMemoryGraph reached = new InMemoryGraph();
        Set<Term> seen = new HashSet<>(Set.of(start));
        Deque<Term> toDo = new ArrayDeque<>(Set.of(start));
        while (!toDo.isEmpty()) {
            for (Quad triple : graph.about(toDo.remove())) {
                reached.add(triple);
                if (!isOther.test(triple.object()) && seen.add(triple.object())) {
                    toDo.add(triple.object());
                }
            }
        }
        return reached;
    }
}
