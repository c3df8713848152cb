package fr.pleiade.materialisation;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which properties and classes of a site say for a stranger what others say already, so that a page for readers can leave them out.
 *
 * @param wider the stated properties and classes that say no more than narrower ones, where there is one
 * @param turned the stated properties that say of a thing what others say of what points to it
 * @param kinds of a class or property, what its things are too: by the ontology, and by the rules of what is stated; over any number of steps
 */
public record Repetitions(Set<String> wider, Set<String> turned, Map<String, Set<String>> kinds) {
    public Repetitions {
        wider = Set.copyOf(wider);
        turned = Set.copyOf(turned);
        kinds = Map.copyOf(kinds);
    }

    /** {@return those that an ontology declares: not those that lead on to other things than the statements that they follow from} */
    public static Repetitions of(InMemoryGraph ontology) {
        Set<String> wider = new TreeSet<>();
        Set<String> turned = new TreeSet<>();
        Map<String, Set<String>> kinds = new HashMap<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().text().equals(Vocabulary.RDFS + "subClassOf")) {
                kinds.computeIfAbsent(triple.subject().text(), any -> new TreeSet<>())
                        .add(triple.object().text());
            }
            if (triple.predicate().text().equals(Materialisation.STATES)) {
                Term rule = triple.subject();
                String term = triple.object().text();
                for (Term narrower : ontology.objects(rule, Materialisation.FROM)) {
                    kinds.computeIfAbsent(narrower.text(), any -> new TreeSet<>())
                            .add(term);
                }
                if (!ontology.objects(rule, Materialisation.FROM_INVERSE).isEmpty()
                        || !ontology.objects(triple.object(), Materialisation.INVERSE)
                                .isEmpty()) {
                    turned.add(term);
                } else if (ontology.objects(rule, Materialisation.TRANSITIVE).isEmpty()
                        && ontology.objects(rule, Materialisation.TO).isEmpty()) {
                    wider.add(term);
                }
            }
        }
        Map<String, Set<String>> all = new HashMap<>();
        kinds.keySet().forEach(type -> all.put(type, above(type, kinds)));
        return new Repetitions(wider, turned, all);
    }

    /**
     * {@return the narrowest of a thing's classes, in their order: without those that are said for strangers, unless there are no others, and
     * without those that another of them is a kind of}
     */
    public List<String> narrowest(Collection<String> classes) {
        List<String> known = classes.stream().filter(type -> !contains(type)).toList();
        List<String> narrow = known.isEmpty() ? List.copyOf(classes) : known;
        return narrow.stream()
                .filter(type -> narrow.stream().noneMatch(other -> isKindOf(other, type) && !isKindOf(type, other)))
                .toList();
    }

    private boolean isKindOf(String type, String other) {
        return kinds.getOrDefault(type, Set.of()).contains(other);
    }

    /** {@return what things of a class are too, over any number of steps} */
    private static Set<String> above(String type, Map<String, Set<String>> kinds) {
        Set<String> above = new TreeSet<>();
        Deque<String> rest = new ArrayDeque<>(kinds.getOrDefault(type, Set.of()));
        while (!rest.isEmpty()) {
            String next = rest.remove();
            if (above.add(next)) {
                rest.addAll(kinds.getOrDefault(next, Set.of()));
            }
        }
        return above;
    }

    /** {@return whether it is one of either kind} */
    public boolean contains(String term) {
        return wider.contains(term) || turned.contains(term);
    }
}
