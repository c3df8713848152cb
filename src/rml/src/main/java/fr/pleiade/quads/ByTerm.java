package fr.pleiade.quads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values by the term that they are about, to be asked for with the terms of lines: most are of no value, and are told by their length.
 *
 * <p>Asking allocates nothing. To be filled by one thread; then thread-safe.
 *
 * @param <V> what is kept of a term
 */
public final class ByTerm<V> {
    private final List<List<Entry<V>>> byLength = new ArrayList<>();

    private record Entry<V>(byte[] term, List<V> values) {}

    /** @param term as it is written in a line */
    public void add(byte[] term, V value) {
        while (byLength.size() <= term.length) {
            byLength.add(new ArrayList<>());
        }
        List<Entry<V>> alike = byLength.get(term.length);
        for (Entry<V> entry : alike) {
            if (Arrays.equals(entry.term(), term)) {
                entry.values().add(value);
                return;
            }
        }
        alike.add(new Entry<>(term, new ArrayList<>(List.of(value))));
    }

    /** {@return whether there are no values at all} */
    public boolean isEmpty() {
        return byLength.isEmpty();
    }

    /** {@return the values of a line's term, in the order in which they came; not to be changed} */
    public List<V> of(QuadLine line, int term) {
        int length = line.end(term) - line.start(term);
        if (length < byLength.size()) {
            for (Entry<V> entry : byLength.get(length)) {
                if (line.is(term, entry.term())) {
                    return entry.values();
                }
            }
        }
        return List.of();
    }
}
