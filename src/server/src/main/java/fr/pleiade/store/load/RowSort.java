package fr.pleiade.store.load;

import fr.pleiade.quads.SortedRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in the order of one index, each once; an external merge sort of {@link RowChunk}s.
 *
 * <p>Memory: one chunk of {@link #ROWS_IN_MEMORY} rows, or {@link SortedRuns#FAN_IN} readers and a writer, together an eighth of that, however
 * many rows there are: where there are more runs than readers, some are merged into longer ones first.
 */
final class RowSort implements AutoCloseable {
    /** How many rows are sorted at a time; more than that are merged from temporary files. */
    static final int ROWS_IN_MEMORY = 1 << 20;

    private static final int ROWS_BUFFERED = 1 << 12;

    private final RowFile rows;
    private final int[] order;
    private final int rowsInMemory;
    private final RowBuffers buffers = new RowBuffers(SortedRuns.FAN_IN + 1, ROWS_BUFFERED);
    private final SortedRuns<RowFile.Reader> runs;
    private SortedRuns.@Nullable Merge<RowFile.Reader> merge;
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
        this.runs = new SortedRuns<>(
                new Format(), () -> temporary.resolveSibling(temporary.getFileName() + "-" + runsWritten++));
        this.rowsInMemory = rowsInMemory;
    }

    /** {@return the rows in order, with their columns in the index's order; to be read before this is closed} */
    Iterator<long[]> sorted() {
        if (rows.rows() <= rowsInMemory) {
            return new Distinct(onlyChunk());
        }
        try {
            spill();
            merge = runs.merge();
            return new Distinct(new Merged(merge));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the direct memory that this has used} */
    long bufferBytes() {
        return buffers.allocatedBytes();
    }

    @Override
    public void close() {
        try {
            if (merge != null) {
                merge.close();
            }
            runs.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Iterator<long[]> onlyChunk() {
        RowChunk chunk = new RowChunk((int) rows.rows());
        try (RowFile.Reader reader = rows.read(buffers)) {
            chunk.fill(reader, order);
        }
        return chunk.sorted();
    }

    /** Sorts chunk by chunk; the memory of a chunk is free again when the merge begins. */
    private void spill() throws IOException {
        RowChunk chunk = new RowChunk(rowsInMemory);
        try (RowFile.Reader reader = rows.read(buffers)) {
            while (reader.hasNext()) {
                chunk.fill(reader, order);
                RowFile run = new RowFile(runs.newRun(), buffers);
                for (Iterator<long[]> sorted = chunk.sorted(); sorted.hasNext(); ) {
                    run.add(sorted.next());
                }
                run.finish();
            }
        }
    }

    /** Runs are files of rows. */
    private final class Format implements SortedRuns.Format<RowFile.Reader> {
        @Override
        public RowFile.Reader open(Path run) {
            return new RowFile.Reader(run, buffers);
        }

        @Override
        public SortedRuns.Writer<RowFile.Reader> create(Path run) {
            return new Run(new RowFile(run, buffers));
        }
    }

    private static final class Run implements SortedRuns.Writer<RowFile.Reader> {
        private final RowFile file;
        private long @Nullable [] last;

        Run(RowFile file) {
            this.file = file;
        }

        @Override
        public void add(RowFile.Reader reader) {
            long[] row = reader.row();
            if (last == null || RowFile.compare(last, row) != 0) {
                file.add(row);
                last = row;
            }
        }

        @Override
        public void close() {
            file.finish();
        }
    }

    private static final class Merged implements Iterator<long[]> {
        private final SortedRuns.Merge<RowFile.Reader> merge;
        private boolean hasNext;

        Merged(SortedRuns.Merge<RowFile.Reader> merge) throws IOException {
            this.merge = merge;
            this.hasNext = merge.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public long[] next() {
            long[] row = merge.record().row();
            try {
                hasNext = merge.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return row;
        }
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
                if (RowFile.compare(row, following) != 0) {
                    next = following;
                }
            }
            return row;
        }
    }
}
