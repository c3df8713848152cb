package fr.pleiade.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/** One load of N-Quads files into a fresh TDB2 directory. */
final class BulkLoad {
    private static final int QUADS_BETWEEN_REPORTS = 20_000;

    private final Path directory;
    private final List<Path> nquads;
    private final LongConsumer quadsLoaded;
    private long quads;

    BulkLoad(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
        this.directory = directory;
        this.nquads = List.copyOf(nquads);
        this.quadsLoaded = quadsLoaded;
    }

    void run() {
        makeEmptyDirectory(directory);
        OpenDatabase database = OpenDatabase.create(directory);
        try {
            load(database.dataset());
        } finally {
            database.close();
        }
        quadsLoaded.accept(quads);
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

    private void load(DatasetGraph dataset) {
        DataLoader loader = LoaderFactory.phasedLoader(dataset, MonitorOutputs.nullOutput());
        loader.startBulk();
        try {
            StreamRDF counting = new Counting(loader.stream());
            for (Path file : nquads) {
                new NQuadsSource(file).sendTo(counting);
            }
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
        loader.finishBulk();
    }

    private final class Counting extends StreamRDFWrapper {
        Counting(StreamRDF destination) {
            super(destination);
        }

        @Override
        public void triple(Triple triple) {
            super.triple(triple);
            count();
        }

        @Override
        public void quad(Quad quad) {
            super.quad(quad);
            count();
        }

        private void count() {
            quads++;
            if (quads % QUADS_BETWEEN_REPORTS == 0) {
                quadsLoaded.accept(quads);
            }
        }
    }
}
