package fr.pleiade.store.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in the order of one index, each once; an external merge sort of {@link RowChunk}s.
 *
 * <p>Memory: one chunk of {@link #ROWS_IN_MEMORY} rows, or {@link #FAN_IN} readers and a writer, together an eighth of that, however
 * many rows there are: where there are more runs than readers, some are merged into longer ones first. Node ids compare as unsigned numbers, as their bytes do in the index.
 */
final class RowSort implements AutoCloseable {
    /** How many rows are sorted at a time; more than that are merged from temporary files. */
    static final int ROWS_IN_MEMORY = 1 << 20;

    /** How many runs are merged at a time; so many files are open. */
    static final int FAN_IN = 64;

    private static final int ROWS_BUFFERED = 1 << 12;

    private final RowFile rows;
    private final int[] order;
    private final Path temporary;
    private final int rowsInMemory;
    private final RowBuffers buffers = new RowBuffers(FAN_IN + 1, ROWS_BUFFERED);
    private final Deque<RowFile> runs = new ArrayDeque<>();
    private final List<RowFile> beingMerged = new ArrayList<>();
    private final List<RowFile.Reader> readers = new ArrayList<>();
    private int runsWritten;

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
        if (rows.rows() <= rowsInMemory) {
            return new Distinct(onlyChunk());
        }
        spill();
        while (runs.size() > FAN_IN) {
            spill(new Distinct(merged(Math.min(FAN_IN, runs.size() - FAN_IN + 1))));
            endMerge();
        }
        return new Distinct(merged(runs.size()));
    }

    /** {@return the direct memory that this has used} */
    long bufferBytes() {
        return buffers.allocatedBytes();
    }

    @Override
    public void close() {
        endMerge();
        runs.forEach(RowFile::close);
    }

    private Iterator<long[]> onlyChunk() {
        RowChunk chunk = new RowChunk((int) rows.rows());
        try (RowFile.Reader reader = rows.read(buffers)) {
            chunk.fill(reader, order);
        }
        return chunk.sorted();
    }

    /** Sorts chunk by chunk; the memory of a chunk is free again when the merge begins. */
    private void spill() {
        RowChunk chunk = new RowChunk(rowsInMemory);
        try (RowFile.Reader reader = rows.read(buffers)) {
            while (reader.hasNext()) {
                chunk.fill(reader, order);
                spill(chunk.sorted());
            }
        }
    }

    private void spill(Iterator<long[]> sorted) {
        RowFile run = new RowFile(temporary.resolveSibling(temporary.getFileName() + "-" + runsWritten), buffers);
        runsWritten++;
        runs.add(run);
        while (sorted.hasNext()) {
            long[] row = sorted.next();
            run.add(row[0], row[1], row[2], row[3]);
        }
        run.finish();
    }

    /** {@return the rows of so many of the oldest, hence shortest, runs; they are there until {@link #endMerge}} */
    private Iterator<long[]> merged(int number) {
        PriorityQueue<Head> heads = new PriorityQueue<>(number, Comparator.comparing(Head::row, RowSort::compare));
        for (int i = 0; i < number; i++) {
            RowFile run = runs.remove();
            beingMerged.add(run);
            RowFile.Reader reader = run.read(buffers);
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

    private void endMerge() {
        readers.forEach(RowFile.Reader::close);
        readers.clear();
        beingMerged.forEach(RowFile::close);
        beingMerged.clear();
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
