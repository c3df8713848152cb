package fr.pleiade.store.load;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Rows that are sorted in memory, by a radix sort from the last byte to the first: no row is compared with another, and bytes that are
 * the same in all rows, most of those of a node id, cost nothing.
 *
 * <p>Memory: 64 bytes for each row that it has room for.
 */
final class RowChunk {
    private static final int WIDTH = RowFile.WIDTH;
    private static final int VALUES = 1 << Byte.SIZE;

    private long[] rows;
    private long[] spare;
    private int size;

    /** @param capacity the number of rows that it has room for */
    RowChunk(int capacity) {
        rows = new long[capacity * WIDTH];
        spare = new long[capacity * WIDTH];
    }

    /** Takes the place of its rows with those that come next, as many as there is room for, each with its columns in the order given. */
    void fill(RowFile.Reader reader, int[] order) {
        size = 0;
        while (size < rows.length && reader.hasNext()) {
            reader.next(order, rows, size);
            size += WIDTH;
        }
    }

    /** {@return the rows in order; to be read before the next {@link #fill}} */
    Iterator<long[]> sorted() {
        for (int column = WIDTH - 1; column >= 0; column--) {
            long differences = differences(column);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                if ((differences >>> shift & VALUES - 1) != 0) {
                    sortBy(column, shift);
                }
            }
        }
        return new InOrder();
    }

    /** {@return a number whose bits are set where the rows differ} */
    private long differences(int column) {
        long differences = 0;
        for (int at = column; at < size; at += WIDTH) {
            differences |= rows[at] ^ rows[column];
        }
        return differences;
    }

    /** Sorts by one byte of one column; rows that are alike in it stay in their order. */
    private void sortBy(int column, int shift) {
        int[] next = new int[VALUES];
        for (int at = column; at < size; at += WIDTH) {
            next[digit(at, shift)] += WIDTH;
        }
        int start = 0;
        for (int value = 0; value < VALUES; value++) {
            int count = next[value];
            next[value] = start;
            start += count;
        }
        for (int at = 0; at < size; at += WIDTH) {
            int digit = digit(at + column, shift);
            int to = next[digit];
            next[digit] += WIDTH;
            for (int i = 0; i < WIDTH; i++) {
                spare[to + i] = rows[at + i];
            }
        }
        long[] sorted = spare;
        spare = rows;
        rows = sorted;
    }

    private int digit(int at, int shift) {
        return (int) (rows[at] >>> shift) & VALUES - 1;
    }

    private final class InOrder implements Iterator<long[]> {
        private int at;

        @Override
        public boolean hasNext() {
            return at < size;
        }

        @Override
        public long[] next() {
            if (at >= size) {
                throw new NoSuchElementException();
            }
            long[] row = new long[WIDTH];
            System.arraycopy(rows, at, row, 0, WIDTH);
            at += WIDTH;
            return row;
        }
    }
}
