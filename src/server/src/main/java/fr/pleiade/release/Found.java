package fr.pleiade.release;

import fr.pleiade.rdf.InMemoryGraph;
import java.util.List;

/**
 * What a release says of a thing, and where it says it.
 *
 * @param graph what all graphs say of the thing and of its {@code #} fragments, lexical forms as in the graph files
 * @param graphs those that say something of exactly this thing, in the order of their slugs; none if no graph knows it
 */
public record Found(InMemoryGraph graph, List<PublishedGraph> graphs) {
    public Found {
        graphs = List.copyOf(graphs);
    }

    /** {@return whether some graph says something of exactly this thing} */
    public boolean isFound() {
        return !graphs.isEmpty();
    }
}
