package fr.pleiade.quality.csv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The cells of a column in which one thing is wrong: how many there are, and the first line of each of some values. */
final class Occurrences {
    /** Of more values it is known only how many cells they are. */
    private static final int VALUES = 20;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private long count;

    /** Where a value is first, and in how many cells it is. */
    record Place(long line, long cells) {}

    void add(long line, String value) {
        count++;
        Place known = places.get(value);
        if (known != null) {
            places.put(value, new Place(known.line(), known.cells() + 1));
        } else if (places.size() < VALUES) {
            places.put(value, new Place(line, 1));
        }
    }

    /** {@return how many cells there are} */
    long count() {
        return count;
    }

    /** {@return those of other values} */
    Occurrences without(Set<String> values) {
        Occurrences others = new Occurrences();
        others.places.putAll(places);
        others.places.keySet().removeAll(values);
        others.count = others.places.values().stream().mapToLong(Place::cells).sum();
        return others;
    }

    /** Told of each value that is known, in the order of the file. */
    void forEach(BiConsumer<String, Place> told) {
        places.forEach(told);
    }

    /** {@return the first value; there must be one} */
    String first() {
        return places.keySet().iterator().next();
    }

    /** {@return the line of the first value; there must be one} */
    long firstLine() {
        return places.values().iterator().next().line();
    }
}
