package fr.pleiade.linking.names;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The things of sorted graphs that have names, for whoever links them; {@code #} parts too, if they are of the class that is asked for.
 *
 * <p>Not thread-safe.
 */
public final class GraphThings {
    private final String base;
    private final NameRules rules;
    private final PlaceNames places;

    /**
     * @param base what the IRIs of the things begin with
     * @param places the graphs in which the names of places are looked up
     */
    public GraphThings(String base, Collection<Path> places, NameRules rules) {
        this.base = base;
        this.rules = rules;
        this.places = new PlaceNames(places.stream().map(GraphFile::of).toList(), rules);
    }

    /**
     * {@return the things that are of one of some classes, or of a class below it, and have a name, in the order of the file}
     *
     * @param sortedGraph N-Quads in the order of their bytes
     * @param slug the graph's slug
     * @param read the properties that alone are read, as {@link NameRules#reading} takes them
     */
    public List<NamedThing> of(
            Path sortedGraph, String slug, Map<NameRules.Evidence, Set<String>> read, Set<String> classes) {
        Set<String> parts = new HashSet<>();
        GraphLines.read(sortedGraph, Set.of(Vocabulary.TYPE.toNTriples()), quad -> {
            boolean isPart = quad.subject().text().indexOf('#') >= 0;
            if (isPart
                    && rules.withSuperclasses(List.of(quad.object().text())).stream()
                            .anyMatch(classes::contains)) {
                parts.add(quad.subject().text());
            }
        });
        List<NamedThing> things = new ArrayList<>();
        new ThingReader(
                        slug,
                        base,
                        rules.reading(read),
                        places,
                        thing -> {
                            if (thing.types().stream().anyMatch(classes::contains)) {
                                things.add(thing);
                            }
                        },
                        parts)
                .read(sortedGraph);
        return things;
    }
}
