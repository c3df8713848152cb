package fr.pleiade.linking.names;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What places are called, looked up in all graphs, each place once. Not thread-safe. */
final class PlaceNames {
    private static final Set<NameRules.Use> NAMING =
            Set.of(NameRules.Use.NAME, NameRules.Use.ALTERNATIVE_NAME, NameRules.Use.HIDDEN_NAME);

    private final Collection<GraphFile> graphs;
    private final NameRules rules;
    private final Map<String, List<String>> known = new HashMap<>();

    PlaceNames(Collection<GraphFile> graphs, NameRules rules) {
        this.graphs = List.copyOf(graphs);
        this.rules = rules;
    }

    /** {@return the names of a place, in the order of their characters; none if no graph names it} */
    List<String> of(String place) {
        return known.computeIfAbsent(place, this::find);
    }

    private List<String> find(String place) {
        Set<String> names = new TreeSet<>();
        Term.Iri iri = new Term.Iri(place);
        for (GraphFile graph : graphs) {
            graph.about(iri, quad -> {
                boolean isName = rules.use(quad.predicate().value())
                        .filter(NAMING::contains)
                        .isPresent();
                if (isName && quad.object() instanceof Term.Literal) {
                    names.add(quad.object().text());
                }
            });
        }
        return new ArrayList<>(names);
    }
}
