package fr.pleiade.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
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
        makeEmptyDirectory();
        OpenDatabase database = OpenDatabase.create(directory);
        try {
            load(database.dataset());
        } finally {
            database.close();
        }
        quadsLoaded.accept(quads);
    }

    private void makeEmptyDirectory() {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    throw new StoreException(
                            directory.toString(),
                            "a store is built in an empty directory",
                            "remove it, or name another one");
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
                parse(file, counting);
            }
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
        loader.finishBulk();
    }

    private static void parse(Path file, StreamRDF destination) {
        try (InputStream in = open(file)) {
            RDFParser.source(in)
                    .forceLang(Lang.NQUADS)
                    .errorHandler(new LineNaming(file))
                    .parse(destination);
        } catch (IOException e) {
            throw new StoreException(file.toString(), "cannot be read: " + e, "write the file anew", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Tells the reader of the report which line is wrong; literals of a wrong form are not the store's business. */
    private record LineNaming(Path file) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new StoreException(
                    line > 0 ? file + ":" + line : file.toString(),
                    "not a line of N-Quads: " + message,
                    "correct it, or write the file anew",
                    new RiotException(message));
        }
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
