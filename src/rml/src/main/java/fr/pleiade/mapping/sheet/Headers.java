package fr.pleiade.mapping.sheet;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Optional;

/** Reads the header of a file, so that a sheet for several vintages becomes the mapping of this one. */
@FunctionalInterface
public interface Headers {
    /** No file is there. */
    Headers UNKNOWN = (graph, source) -> Optional.empty();

    /** {@return the names in the header of the file that a logical source in a graph describes; nothing if it cannot be read} */
    Optional<List<String>> of(InMemoryGraph graph, Term source);
}
