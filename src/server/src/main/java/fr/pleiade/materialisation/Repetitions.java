package fr.pleiade.materialisation;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which properties and classes of a site say for a stranger what others say already, so that a page for readers can leave them out.
 *
 * @param wider the stated properties and classes that say no more than narrower ones, where there is one
 * @param turned the stated properties that say of a thing what others say of what points to it
 */
public record Repetitions(Set<String> wider, Set<String> turned) {
    public Repetitions {
        wider = Set.copyOf(wider);
        turned = Set.copyOf(turned);
    }

    /** {@return those that an ontology declares: not those that lead on to other things than the statements that they follow from} */
    public static Repetitions of(InMemoryGraph ontology) {
        Set<String> wider = new TreeSet<>();
        Set<String> turned = new TreeSet<>();
        for (Quad triple : ontology.triples()) {
            if (triple.predicate().text().equals(Materialisation.STATES)) {
                Term rule = triple.subject();
                String term = triple.object().text();
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
        return new Repetitions(wider, turned);
    }

    /** {@return the narrowest of a thing's classes, in their order: all, where each is said for strangers alone} */
    public List<String> narrowest(Collection<String> classes) {
        List<String> narrow = classes.stream().filter(type -> !contains(type)).toList();
        return narrow.isEmpty() ? List.copyOf(classes) : narrow;
    }

    /** {@return whether it is one of either kind} */
    public boolean contains(String term) {
        return wider.contains(term) || turned.contains(term);
    }
}
