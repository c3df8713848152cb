package fr.pleiade.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A TDB2 directory that this process has open.
 *
 * <p>TDB2 keeps one connection per directory and process, guarded by a lock file; so openings are counted here, and the last
 * {@link #close} lets go of the files and of the lock. Thread-safe.
 */
public final class OpenDatabase {
    /** Where TDB2 keeps its files, below the directory. */
    private static final String DATA = "Data-0001";

    private static final Map<Path, OpenDatabase> OPEN = new HashMap<>();

    /**
     * The indexes of a new store: for whatever a query knows of a quad, one of them begins with all of it. TDB2 takes the first of those
     * that begin with most of what is known; without GPOS and GOSP a pattern in one graph with its predicate or its object would go
     * through the graph as a whole. An existing store keeps those that it was built with.
     */
    private static final List<String> QUAD_INDEXES = List.of("GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG");

    /** Jena, which takes a quarter of a second to begin, and is not begun to see which files there are. */
    private static final class Jena {
        private static final StoreParams INDEXES;

        static {
            JenaSystem.init();
            INDEXES = StoreParams.builder("pleiade")
                    .quadIndexes(QUAD_INDEXES.toArray(String[]::new))
                    .build();
        }
    }

    private final Path directory;
    private final DatasetGraph dataset;
    private int users = 1;

    private OpenDatabase(Path directory, DatasetGraph dataset) {
        this.directory = directory;
        this.dataset = dataset;
    }

    /**
     * Opens a directory that holds a store, or counts one more user of it.
     *
     * @throws StoreException if there is no store, or another process has it open
     */
    public static OpenDatabase open(Path directory) {
        if (!Files.isDirectory(directory.resolve(DATA))) {
            throw new StoreException(directory.toString(), "there is no TDB2 store here", "publish first");
        }
        return create(directory);
    }

    /**
     * Opens an empty directory, which thereby becomes a store.
     *
     * @throws StoreException if it cannot be written, or another process has it open
     */
    public static OpenDatabase create(Path directory) {
        Path real = realPath(directory);
        synchronized (OPEN) {
            OpenDatabase open = OPEN.get(real);
            if (open != null) {
                open.users++;
                return open;
            }
            open = new OpenDatabase(real, connect(real));
            OPEN.put(real, open);
            return open;
        }
    }

    /** Gives one opening back. */
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(directory);
                dataset.close();
                TDBInternal.expel(dataset);
            }
        }
    }

    /** {@return how many indexes of quads a new store has} */
    public static int indexes() {
        return QUAD_INDEXES.size();
    }

    /** {@return whether the store in the directory has the indexes of a new one; one that an earlier version built may have fewer} */
    public static boolean hasAllIndexes(Path directory) {
        return QUAD_INDEXES.stream()
                .allMatch(index -> Files.exists(directory.resolve(DATA).resolve(index + ".bpt")));
    }

    /** {@return TDB2's dataset; writing to it is {@code store.load}'s part} */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** {@return the directory, without symbolic links} */
    public Path directory() {
        return directory;
    }

    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": " + e.getMessage(), e);
        }
    }

    private static DatasetGraph connect(Path directory) {
        if (!Files.isWritable(directory)) {
            throw new StoreException(
                    directory.toString(),
                    "it cannot be written, and TDB2 leaves a lock in what it opens",
                    "give the process the right to write there, or copy the state to another disk");
        }
        try {
            DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory), Jena.INDEXES);
            dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
            dataset.getContext().set(ARQ.httpServiceAllowed, false);
            return dataset;
        } catch (AlreadyLocked e) {
            throw new StoreException(
                    directory.toString(),
                    "another process has this store open",
                    "stop that process, or give this one another --state directory",
                    e);
        } catch (TDBException | DBOpEnvException e) {
            throw new StoreException(
                    directory.toString(), "not a readable TDB2 store: " + e.getMessage(), "publish again", e);
        }
    }
}
