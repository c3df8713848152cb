package fr.pleiade.store.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in the order of one index, each once; an external merge sort of {@link RowChunk}s.
 *
 * <p>Memory: one chunk of {@link #ROWS_IN_MEMORY} rows. Node ids compare as unsigned numbers, as their bytes do in the index.
 */
final class RowSort implements AutoCloseable {
    /** How many rows are sorted at a time; more than that are merged from temporary files. */
    static final int ROWS_IN_MEMORY = 1 << 20;

    private final RowFile rows;
    private final int[] order;
    private final Path temporary;
    private final int rowsInMemory;
    private final List<RowFile> runs = new ArrayList<>();
    private final List<RowFile.Reader> readers = new ArrayList<>();

    /**
     * A sort that has not begun.
     *
     * @param order for each place of the index's key the column of the row
     * @param temporary the beginning of temporary files' names
     */
    RowSort(RowFile rows, int[] order, Path temporary, int rowsInMemory) {
        this.rows = rows;
        this.order = order.clone();
        this.temporary = temporary;
        this.rowsInMemory = rowsInMemory;
    }

    /** {@return the rows in order, with their columns in the index's order; to be read before this is closed} */
    Iterator<long[]> sorted() {
        RowChunk chunk = new RowChunk((int) Math.min(rowsInMemory, rows.rows()));
        try (RowFile.Reader reader = rows.read()) {
            if (rows.rows() <= rowsInMemory) {
                chunk.fill(reader, order);
                return new Distinct(chunk.sorted());
            }
            while (reader.hasNext()) {
                chunk.fill(reader, order);
                spill(chunk.sorted());
            }
        }
        return new Distinct(merged());
    }

    @Override
    public void close() {
        readers.forEach(RowFile.Reader::close);
        runs.forEach(RowFile::close);
    }

    private void spill(Iterator<long[]> sorted) {
        RowFile run = new RowFile(temporary.resolveSibling(temporary.getFileName() + "-" + runs.size()));
        runs.add(run);
        while (sorted.hasNext()) {
            long[] row = sorted.next();
            run.add(row[0], row[1], row[2], row[3]);
        }
        run.flush();
    }

    private Iterator<long[]> merged() {
        PriorityQueue<Head> heads = new PriorityQueue<>(runs.size(), Comparator.comparing(Head::row, RowSort::compare));
        for (RowFile run : runs) {
            RowFile.Reader reader = run.read();
            readers.add(reader);
            heads.add(new Head(reader.next(), reader));
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public long[] next() {
                Head least = heads.remove();
                if (least.reader().hasNext()) {
                    heads.add(new Head(least.reader().next(), least.reader()));
                }
                return least.row();
            }
        };
    }

    private record Head(long[] row, RowFile.Reader reader) {}

    private static int compare(long[] a, long[] b) {
        for (int i = 0; i < RowFile.WIDTH; i++) {
            if (a[i] != b[i]) {
                return Long.compareUnsigned(a[i], b[i]);
            }
        }
        return 0;
    }

    /** Sorted rows, without those that are like the one before. */
    private static final class Distinct implements Iterator<long[]> {
        private final Iterator<long[]> all;
        private long @Nullable [] next;

        Distinct(Iterator<long[]> all) {
            this.all = all;
            this.next = all.hasNext() ? all.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public long[] next() {
            long[] row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = null;
            while (all.hasNext() && next == null) {
                long[] following = all.next();
                if (compare(row, following) != 0) {
                    next = following;
                }
            }
            return row;
        }
    }
}
