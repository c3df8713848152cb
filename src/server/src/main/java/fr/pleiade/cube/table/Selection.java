package fr.pleiade.cube.table;

import java.util.BitSet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which observations of a cube are meant.
 *
 * @param codes for each dimension that is not left free, by its place among the dimensions, the codes that are meant; never changed
 */
public record Selection(SortedMap<Integer, BitSet> codes) {
    /** All of them. */
    public static final Selection ALL = new Selection(new TreeMap<>());

    public Selection {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }

    /** {@return the same with one dimension held at some codes} */
    public Selection with(int dimension, BitSet meant) {
        SortedMap<Integer, BitSet> more = new TreeMap<>(codes);
        more.put(dimension, meant);
        return new Selection(more);
    }

    /** {@return the same with one dimension held at one code} */
    public Selection with(int dimension, int code) {
        BitSet meant = new BitSet();
        meant.set(code);
        return with(dimension, meant);
    }

    /** {@return the same without one code at which a dimension is held; a dimension that was held at no other is free} */
    public Selection without(int dimension, int code) {
        SortedMap<Integer, BitSet> fewer = new TreeMap<>(codes);
        fewer.computeIfPresent(dimension, (key, held) -> {
            BitSet others = (BitSet) held.clone();
            others.clear(code);
            return others.isEmpty() ? null : others;
        });
        return new Selection(fewer);
    }

    /** {@return whether a dimension is left free} */
    public boolean isFree(int dimension) {
        return !codes.containsKey(dimension);
    }
}
