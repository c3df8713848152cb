package fr.pleiade.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * One load of N-Quads files into a fresh TDB2 directory: terms are numbered as they are read, then each index is sorted and written.
 *
 * <p>Memory: two sorts at a time. Jena's own loaders insert into each index row by row, and those with threads of their own never end
 * when the disk is full.
 */
final class BulkLoad {
    private static final int QUADS_BETWEEN_REPORTS = 20_000;
    private static final int INDEXES_AT_A_TIME = 2;

    /** Index and temporary files together, against N-Quads: 1.6 times for 5 million quads, 2.3 times for 1 million. */
    private static final int BYTES_PER_BYTE = 3;

    private static final int COMPRESSION = 20;
    private static final long LEAST_SPACE = 16L << 20;

    private final Path directory;
    private final List<Path> nquads;
    private final LongConsumer quadsLoaded;

    BulkLoad(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
        this.directory = directory;
        this.nquads = List.copyOf(nquads);
        this.quadsLoaded = quadsLoaded;
    }

    void run() {
        makeEmptyDirectory(directory);
        requireSpace();
        OpenDatabase database = OpenDatabase.create(directory);
        try (RowFile rows = new RowFile(directory.resolve("quads.rows"))) {
            number(database.dataset(), rows);
            index(table(database.dataset()), rows);
            quadsLoaded.accept(rows.rows());
        } catch (InternalError e) { // what a write to a mapped file becomes when there is no room for it
            throw notWritten("most likely the disk is full", e);
        } catch (TDBException | DBOpEnvException | RuntimeIOException | UncheckedIOException e) {
            throw notWritten(rootOf(e), e);
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
    private void requireSpace() {
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
        Txn.executeWrite(dataset, () -> {
            Numbering numbering = new Numbering(dataset, rows);
            for (Path file : nquads) {
                new NQuadsSource(file).sendAheadTo(numbering);
            }
        });
        rows.flush();
    }

    private void index(NodeTupleTable table, RowFile rows) {
        ExecutorService threads = Executors.newFixedThreadPool(INDEXES_AT_A_TIME);
        try {
            List<Future<?>> builds = new ArrayList<>();
            for (TupleIndex index : table.getTupleTable().getIndexes()) {
                builds.add(threads.submit(new IndexBuild(index, rows, directory)::run));
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
            throw notWritten(cause instanceof InternalError ? "most likely the disk is full" : rootOf(cause), e);
        }
    }

    private StoreException notWritten(String reason, Throwable cause) {
        return new StoreException(
                directory.toString(),
                "the index could not be written: " + reason,
                "make room, or put the state on another disk",
                cause);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    private static NodeTupleTable table(DatasetGraph dataset) {
        return TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable();
    }

    /** Gives every term its number, and writes quads down by theirs. */
    private final class Numbering extends StreamRDFBase {
        private final DatasetGraph dataset;
        private final NodeTable nodes;
        private final RowFile rows;
        private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

        Numbering(DatasetGraph dataset, RowFile rows) {
            this.dataset = dataset;
            this.nodes = table(dataset).getNodeTable();
            this.rows = rows;
        }

        @Override
        public void triple(Triple triple) {
            dataset.getDefaultGraph().add(triple);
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                triple(quad.asTriple());
                return;
            }
            rows.add(
                    number(quad.getGraph()),
                    number(quad.getSubject()),
                    number(quad.getPredicate()),
                    number(quad.getObject()));
            if (rows.rows() % QUADS_BETWEEN_REPORTS == 0) {
                quadsLoaded.accept(rows.rows());
            }
        }

        private long number(Node node) {
            NodeIdFactory.set(nodes.getAllocateNodeId(node), number, 0);
            return number.getLong(0);
        }
    }
}
