package fr.pleiade.mapping.bytes;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was made of some words of a mapping, which has few of them; of a column of words the first are kept, so that it is bounded.
 * Thread-safe.
 */
public final class Kept<K, V> {
    private static final int MOST = 1000;

    private final ConcurrentHashMap<K, V> made = new ConcurrentHashMap<>();
    private final Function<K, V> making;

    /** @param making makes the same of the same words each time; what it throws is thrown, and nothing is kept */
    public Kept(Function<K, V> making) {
        this.making = making;
    }

    public V of(K words) {
        V known = made.get(words);
        if (known != null) {
            return known;
        }
        V now = making.apply(words);
        if (made.size() < MOST) {
            made.put(words, now);
        }
        return now;
    }
}
