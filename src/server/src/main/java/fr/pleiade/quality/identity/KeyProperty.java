package fr.pleiade.quality.identity;

import static fr.pleiade.rdf.Vocabulary.LINK;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A property whose values are codes of what has it, as the system's declaration says by {@code link:key} and {@code link:class}.
 *
 * @param system whose codes they are
 * @param property the property
 * @param classes of what classes the things are that bear the code by it; of any, if there are none
 */
public record KeyProperty(IdentifierSystem system, String property, Set<String> classes) {
    public KeyProperty {
        classes = Set.copyOf(classes);
    }

    /**
     * {@return the properties that declarations name}
     *
     * @param declarations the graph in which the systems are declared
     */
    public static List<KeyProperty> of(IdentifierSystems systems, InMemoryGraph declarations) {
        return systems.systems().stream()
                .flatMap(system -> {
                    Term subject = new Term.Iri(system.iri());
                    Set<String> classes = declarations.objects(subject, LINK + "class").stream()
                            .map(Term::text)
                            .collect(Collectors.toSet());
                    return declarations.objects(subject, LINK + "key").stream()
                            .map(key -> new KeyProperty(system, key.text(), classes));
                })
                .toList();
    }
}
