package fr.pleiade.store.count;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of one graph, or of the union of all, where a triple that several graphs have counts once.
 *
 * @param triples how many there are
 * @param properties for each property's IRI, how many triples have it
 * @param classes for each class's IRI, how many triples say that something is of it
 */
public record GraphCounts(long triples, SortedMap<String, Long> properties, SortedMap<String, Long> classes) {
    /** Of a graph that is not there. */
    public static final GraphCounts NONE = new GraphCounts(0, new TreeMap<>(), new TreeMap<>());

    public GraphCounts {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }
}
