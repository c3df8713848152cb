package fr.pleiade.release.diff;

import fr.pleiade.rdf.Quad;
import java.util.List;

/**
 * How one thing differs between two releases.
 *
 * @param kind whether the thing came, went or changed
 * @param entity the thing's IRI, or a blank node's label
 * @param name what people call it, from the newer release where it is there; {@code ""} where it has no name
 * @param removed the triples of the thing and its {@code #} fragments that are no longer there, in the order of the graph's file
 * @param added those that are new
 */
public record EntityChange(Kind kind, String entity, String name, List<Quad> removed, List<Quad> added) {
    /** What became of a thing. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public EntityChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
