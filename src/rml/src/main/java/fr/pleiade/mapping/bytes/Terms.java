package fr.pleiade.mapping.bytes;

import java.util.Arrays;

/** A row's terms for one place of a triple, in N-Quads syntax, one slice each; filled anew by the next row. */
public final class Terms {
    private final Bytes bytes;
    private int[] ends;
    private int size;

    public Terms() {
        this(new Bytes(), new int[4], 0);
    }

    private Terms(Bytes bytes, int[] ends, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.size = size;
    }

    /** {@return a copy that takes no more room than it needs} */
    public Terms copy() {
        return new Terms(bytes.copy(), Arrays.copyOf(ends, size), size);
    }

    public void clear() {
        bytes.clear();
        size = 0;
    }

    public int size() {
        return size;
    }

    /** {@return what the next term is written to, to be ended by {@link #end()} or taken back by {@link #drop()}} */
    public Bytes bytes() {
        return bytes;
    }

    /** Ends the term that was written. */
    public void end() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = bytes.length();
    }

    /** Takes back what was written since the last term's end. */
    public void drop() {
        bytes.truncate(size == 0 ? 0 : ends[size - 1]);
    }

    /** {@return where a term begins in {@link #bytes()}} */
    public int start(int term) {
        return term == 0 ? 0 : ends[term - 1];
    }

    /** {@return where a term ends in {@link #bytes()}, exclusive} */
    public int endOf(int term) {
        return ends[term];
    }

    /** Appends a term to an output. */
    public void copy(int term, Bytes out) {
        out.put(bytes.array(), start(term), ends[term]);
    }
}
