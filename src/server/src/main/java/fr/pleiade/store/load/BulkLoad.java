package fr.pleiade.store.load;

import fr.pleiade.store.NQuadsSource;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * One load of N-Quads files into a fresh TDB2 directory: terms are numbered as they are read, then each index is sorted and written.
 *
 * <p>Memory: two sorts at a time. Temporary files, in the directory: the quads by their numbers, the table of terms, and for more than
 * {@link RowSort#ROWS_IN_MEMORY} quads the runs of two sorts. Jena's own loaders find every term in a tree on disk and insert into each
 * index row by row, and those with threads of their own never end when the disk is full.
 */
public final class BulkLoad {
    private static final int FIRST_TERMS_BITS = 18;
    private static final int INDEXES_AT_A_TIME = 2;
    private static final int ROWS_BUFFERED = 1 << 14;

    /** Index and temporary files together, against N-Quads: 1.7 times for 50 million quads, 2.3 times for 1 million. */
    private static final int BYTES_PER_BYTE = 3;

    private static final int COMPRESSION = 20;
    private static final long LEAST_SPACE = 16L << 20;

    private final Path directory;
    private final List<Path> nquads;
    private final LongConsumer quadsLoaded;
    private final AtomicLong stepsDone = new AtomicLong();

    /**
     * A load that has not begun.
     *
     * @param directory a directory that does not exist or is empty; nothing else may use it meanwhile
     * @param nquads the files, {@code .nq} or {@code .nq.gz}; fastest when sorted
     * @param quadsLoaded is told how many quads' worth of work is done, now and then by one of several threads, and at the end their number
     */
    public BulkLoad(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
        this.directory = directory;
        this.nquads = List.copyOf(nquads);
        this.quadsLoaded = quadsLoaded;
    }

    /**
     * Loads; when interrupted, it leaves a directory that is of no use.
     *
     * @throws StoreException if the directory holds something, a line is not N-Quads, or the disk is full
     */
    public void run() {
        makeEmptyDirectory(directory);
        requireSpace(directory, nquads);
        LayoutCheck.require(directory);
        OpenDatabase database = OpenDatabase.create(directory);
        try (RowFile rows = new RowFile(directory.resolve("quads.rows"), new RowBuffers(1, ROWS_BUFFERED))) {
            number(database.dataset(), rows);
            index(table(database.dataset()), rows);
            IndexCounts.write(database);
            quadsLoaded.accept(rows.rows());
        } catch (InternalError e) { // what a write to a mapped file becomes when there is no room for it
            throw notWritten(directory, "most likely the disk is full", e);
        } catch (TDBException | DBOpEnvException | RuntimeIOException | UncheckedIOException e) {
            throw notWritten(directory, rootOf(e), e);
        } finally {
            database.close();
        }
    }

    static void makeEmptyDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    throw new StoreException(
                            directory.toString(),
                            "a store is built in an empty directory",
                            "remove what is in it, or name another one");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": " + e.getMessage(), e);
        }
    }

    /** Looks before the leap, because TDB2 cannot end in good order when the disk is full. */
    static void requireSpace(Path directory, List<Path> nquads) {
        try {
            long needed = LEAST_SPACE;
            for (Path file : nquads) {
                if (!Files.isReadable(file)) {
                    throw new StoreException(file.toString(), "cannot be read", "write the file anew");
                }
                needed += Files.size(file) * BYTES_PER_BYTE * (file.toString().endsWith(".gz") ? COMPRESSION : 1);
            }
            long usable = Files.getFileStore(directory).getUsableSpace();
            if (usable < needed) {
                throw new StoreException(
                        directory.toString(),
                        "the index may need %d MB, and the disk has %d MB left".formatted(needed >> 20, usable >> 20),
                        "make room, or put the state on another disk");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": " + e.getMessage(), e);
        }
    }

    private void number(DatasetGraph dataset, RowFile rows) {
        NodeTableTRDF nodes = nodes(dataset);
        try (TermTable terms = new TermTable(directory.resolve("terms.rows"), FIRST_TERMS_BITS)) {
            Txn.executeWrite(dataset, () -> {
                TermNumbers numbers = new TermNumbers(terms, nodes.getData());
                for (Path file : nquads) {
                    number(new NQuadsSource(file), numbers, rows);
                }
                IndexBuild.write((BPlusTree) nodes.getIndex(), numbers.byHash());
            });
        }
        rows.finish();
    }

    private void number(NQuadsSource source, TermNumbers numbers, RowFile rows) {
        numbers.beginDocument();
        try (QuadBlocks blocks = new QuadBlocks(source)) {
            for (Optional<QuadBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                number(source, block.get(), numbers, rows);
                advance(block.get().terms() / QuadBlock.WIDTH);
            }
        }
    }

    /** A quad is loaded when it has been numbered and is in every index; each of these counts alike. */
    private void advance(long steps) {
        quadsLoaded.accept(stepsDone.addAndGet(steps) / (1 + OpenDatabase.indexes()));
    }

    private static void number(NQuadsSource source, QuadBlock block, TermNumbers numbers, RowFile rows) {
        long[] row = new long[QuadBlock.WIDTH];
        for (int term = 0; term < block.terms(); term++) {
            int column = term % QuadBlock.WIDTH;
            if (!block.isRepeated(term)) { // else the subject or the graph of the quad before, most of the time
                try {
                    row[column] = numbers.number(block.bytes(), block.start(term), block.end(term), block.hash(term));
                } catch (IllegalArgumentException e) {
                    throw source.malformed(block.line(term), String.valueOf(e.getMessage()));
                }
            }
            if (column == QuadBlock.WIDTH - 1) {
                rows.add(row[0], row[1], row[2], row[3]);
            }
        }
    }

    private void index(NodeTupleTable table, RowFile rows) {
        ExecutorService threads = Executors.newFixedThreadPool(INDEXES_AT_A_TIME);
        try {
            List<Future<?>> builds = new ArrayList<>();
            for (TupleIndex index : table.getTupleTable().getIndexes()) {
                builds.add(threads.submit(new IndexBuild(index, rows, directory, this::advance)::run));
            }
            for (Future<?> build : builds) {
                await(build);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void await(Future<?> build) {
        try {
            build.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(directory.toString(), "the load was interrupted", "publish again", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = cause instanceof InternalError ? "most likely the disk is full" : rootOf(cause);
            throw notWritten(directory, reason, e);
        }
    }

    static StoreException notWritten(Path directory, String reason, Throwable cause) {
        return new StoreException(
                directory.toString(),
                "the index could not be written: " + reason,
                "make room, or put the state on another disk",
                cause);
    }

    static String rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    /** {@return the table in which TDB2 keeps terms, below its caches} */
    static NodeTableTRDF nodes(DatasetGraph dataset) {
        return (NodeTableTRDF) table(dataset).getNodeTable().baseNodeTable();
    }

    private static NodeTupleTable table(DatasetGraph dataset) {
        return TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable();
    }
}
