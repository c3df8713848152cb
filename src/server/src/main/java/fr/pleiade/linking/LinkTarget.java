package fr.pleiade.linking;

import java.util.Set;

/**
 * Where a link may lead: the things of some classes in a reference graph, found by the value of one property.
 *
 * @param kind whether the graph is one of the site's datasets or a file among the sources
 * @param name the dataset's slug, or the file's path below the sources folder
 * @param classes the classes of which a thing must have one
 * @param key the property that holds the key
 */
public record LinkTarget(Kind kind, String name, Set<String> classes, String key) {
    /** What kind of reference graph a target is. */
    public enum Kind {
        /** Another dataset of the site, as it was mapped in the same publication. */
        DATASET,
        /** An RDF file among the sources. */
        FILE
    }

    public LinkTarget {
        classes = Set.copyOf(classes);
    }
}
