package fr.pleiade.release.diff;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much one graph differs between two releases.
 *
 * @param things how many things came, went and changed; a kind that none has is absent
 * @param properties for each property that the graph has in one of the releases, how many of its values went and came
 */
public record ChangeCounts(Map<EntityChange.Kind, Long> things, SortedMap<String, Values> properties) {
    public ChangeCounts {
        Map<EntityChange.Kind, Long> counted = new EnumMap<>(EntityChange.Kind.class);
        counted.putAll(things);
        things = Collections.unmodifiableMap(counted);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** {@return how many things this became of} */
    public long things(EntityChange.Kind kind) {
        return things.getOrDefault(kind, 0L);
    }

    /**
     * The values of a property in a graph.
     *
     * @param before how many there were
     * @param removed how many of them are not there any more
     * @param added how many are there that were not
     */
    public record Values(long before, long removed, long added) {
        /** {@return how many there are now} */
        public long after() {
            return before - removed + added;
        }
    }
}
