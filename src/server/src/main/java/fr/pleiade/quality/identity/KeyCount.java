package fr.pleiade.quality.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How one triples map names the rows of its file: give it the names in order, equal ones together. */
final class KeyCount {
    /** How many wrong rows are told one by one. */
    static final int KEPT = 100_000;

    private final int map;
    private final List<Duplicate> duplicates = new ArrayList<>();
    private final List<Long> nameless = new ArrayList<>();
    private String last = "";
    private long firstLine;
    private long distinct;
    private long rows;
    private long namelessRows;

    /**
     * A row whose key another row has.
     *
     * @param name the thing that both make, as in N-Triples
     * @param first the line of the first such row
     * @param line the line of this one
     */
    record Duplicate(String name, long first, long line) {}

    /** @param map the triples map's number in the plan */
    KeyCount(int map) {
        this.map = map;
    }

    /** @param name the name as in N-Triples; {@code ""} for a row that has none */
    void add(String name, long line) {
        rows++;
        if (name.isEmpty()) {
            namelessRows++;
            keep(nameless, line);
        } else if (name.equals(last)) {
            keep(duplicates, new Duplicate(name, firstLine, line));
        } else {
            distinct++;
            last = name;
            firstLine = line;
        }
    }

    private static <T> void keep(List<T> kept, T another) {
        if (kept.size() < KEPT) {
            kept.add(another);
        }
    }

    int map() {
        return map;
    }

    long distinct() {
        return distinct;
    }

    long rows() {
        return rows;
    }

    long namelessRows() {
        return namelessRows;
    }

    List<Duplicate> duplicates() {
        return Collections.unmodifiableList(duplicates);
    }

    List<Long> nameless() {
        return Collections.unmodifiableList(nameless);
    }
}
