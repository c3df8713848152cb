package fr.pleiade.store.load;

import fr.pleiade.store.NQuadsSource;
import fr.pleiade.store.OpenDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/**
 * One load of N-Quads files by Jena's basic loader: in one transaction, in this thread. Jena's faster ones have threads of their own,
 * which never end when the disk is full.
 */
final class JenaLoad {
    private static final int QUADS_BETWEEN_REPORTS = 20_000;

    private final Path directory;
    private final List<Path> nquads;
    private final LongConsumer quadsLoaded;
    private long quads;

    JenaLoad(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
        this.directory = directory;
        this.nquads = List.copyOf(nquads);
        this.quadsLoaded = quadsLoaded;
    }

    void run() {
        BulkLoad.makeEmptyDirectory(directory);
        BulkLoad.requireSpace(directory, nquads);
        OpenDatabase database = OpenDatabase.create(directory);
        try {
            load(LoaderFactory.basicLoader(database.dataset(), MonitorOutputs.nullOutput()));
            IndexCounts.write(database);
            quadsLoaded.accept(quads);
        } catch (InternalError e) { // what a write to a mapped file becomes when there is no room for it
            throw BulkLoad.notWritten(directory, "most likely the disk is full", e);
        } catch (TDBException | DBOpEnvException | RuntimeIOException | UncheckedIOException e) {
            throw BulkLoad.notWritten(directory, BulkLoad.rootOf(e), e);
        } finally {
            database.close();
        }
    }

    private void load(DataLoader loader) {
        loader.startBulk();
        try {
            for (Path file : nquads) {
                new NQuadsSource(file).sendTo(new Counted(loader.stream()));
            }
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
        loader.finishBulk();
    }

    private final class Counted extends StreamRDFWrapper {
        Counted(StreamRDF destination) {
            super(destination);
        }

        @Override
        public void quad(Quad quad) {
            super.quad(quad);
            quads++;
            if (quads % QUADS_BETWEEN_REPORTS == 0) {
                quadsLoaded.accept(quads);
            }
        }
    }
}
