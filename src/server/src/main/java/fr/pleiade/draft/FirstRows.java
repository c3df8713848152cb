package fr.pleiade.draft;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.HashSet64;

/** The hashes of the cells of a file's first rows: what repeats there is no key, and needs no further look. Memory: 16 MB at most. */
final class FirstRows {
    private static final int MOST_ROWS = 1 << 14;
    private static final int MOST_CELLS = 1 << 21;

    private final long[][] hashes;
    private int rows;

    FirstRows(int columns) {
        hashes = new long[columns][Math.min(MOST_ROWS, MOST_CELLS / columns)];
    }

    /** {@return whether there is room for one more row} */
    boolean hasRoom() {
        return rows < hashes[0].length;
    }

    void set(int column, long hash) {
        hashes[column][rows] = hash;
    }

    void endRow() {
        rows++;
    }

    /** {@return whether no two of the rows are alike in some columns} */
    boolean areDifferent(int... columns) {
        HashSet64 seen = new HashSet64(rows);
        for (int row = 0; row < rows; row++) {
            if (!seen.add(hash(row, columns))) {
                return false;
            }
        }
        return true;
    }

    /** {@return how many of the rows differ in some columns} */
    int distinct(int... columns) {
        HashSet64 seen = new HashSet64(rows);
        int distinct = 0;
        for (int row = 0; row < rows; row++) {
            distinct += seen.add(hash(row, columns)) ? 1 : 0;
        }
        return distinct;
    }

    private long hash(int row, int... columns) {
        long hash = 0;
        for (int column : columns) {
            hash = Hash64.mixed(hash * 31 + hashes[column][row]);
        }
        return hash;
    }
}
