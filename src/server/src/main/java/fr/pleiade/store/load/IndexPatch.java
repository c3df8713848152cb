package fr.pleiade.store.load;

import fr.pleiade.store.NQuadsSource;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * A copy of a TDB2 directory, changed by the difference of two releases in one transaction; for small differences that is much faster
 * than a {@link BulkLoad}. The original may be open and served.
 *
 * <p>TDB2 holds {@code "7"} and {@code "007"} of type {@code xsd:integer} to be one literal; so where one quad has both and only one
 * is removed, the patched store lacks the other, and a loaded one does not. Compare counts before serving it.
 */
public final class IndexPatch {
    private static final String LOCK = "tdb.lock";
    private static final int CHUNK = 1 << 16;

    private final Path from;
    private final Path directory;

    /**
     * A patch that has not begun.
     *
     * @param from the directory of the original
     * @param directory a directory that does not exist or is empty
     */
    public IndexPatch(Path from, Path directory) {
        this.from = from;
        this.directory = directory;
    }

    /**
     * Copies and changes.
     *
     * @param removed N-Quads that the original has and the new store is not to have
     * @param added N-Quads that the new store has besides
     * @throws StoreException if the original does not have what is to be removed, or there are blank nodes: then load it
     */
    public void run(Path removed, Path added) {
        BulkLoad.makeEmptyDirectory(directory);
        try {
            copy();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": " + e.getMessage(), e);
        }
        OpenDatabase database = OpenDatabase.open(directory);
        try {
            DatasetGraph dataset = database.dataset();
            Txn.executeWrite(dataset, () -> {
                new NQuadsSource(removed).sendTo(new Removal(dataset, removed));
                new NQuadsSource(added).sendTo(new Addition(dataset, added));
            });
            IndexCounts.write(database);
        } finally {
            database.close();
        }
    }

    /** Copies what is on disk; safe while the original is served, because a served store is never written to. */
    private void copy() throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path source : entries.toList()) {
                Path target = directory.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (!source.getFileName().toString().equals(LOCK)) {
                    copySparse(source, target);
                }
            }
        }
    }

    /** TDB2's files are mostly holes while they are small: copying the zeros would make a small store a big one. */
    private static void copySparse(Path source, Path target) throws IOException {
        try (FileChannel in = FileChannel.open(source);
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
            ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK);
            long position = 0;
            while (in.read(chunk.clear()) >= 0) {
                chunk.flip();
                int length = chunk.limit();
                if (!chunk.equals(zeros.clear().limit(length))) {
                    writeFully(out, chunk, position);
                }
                position += length;
            }
            if (position > 0 && out.size() < position) {
                writeFully(out, ByteBuffer.allocate(1), position - 1);
            }
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }

    private static void requireNames(Quad quad, Path file) {
        for (Node node : List.of(quad.getSubject(), quad.getObject(), quad.getGraph())) {
            if (node.isBlank()) {
                throw new StoreException(
                        file.toString(), "a blank node has no name to patch it by: " + quad, "build the index anew");
            }
        }
    }

    private static final class Removal extends StreamRDFBase {
        private final DatasetGraph dataset;
        private final Path file;

        Removal(DatasetGraph dataset, Path file) {
            this.dataset = dataset;
            this.file = file;
        }

        @Override
        public void quad(Quad quad) {
            requireNames(quad, file);
            if (!dataset.contains(quad)) {
                throw new StoreException(
                        file.toString(), "the index does not have what is to be removed: " + quad, "build it anew");
            }
            dataset.delete(quad);
        }
    }

    private static final class Addition extends StreamRDFBase {
        private final DatasetGraph dataset;
        private final Path file;

        Addition(DatasetGraph dataset, Path file) {
            this.dataset = dataset;
            this.file = file;
        }

        @Override
        public void quad(Quad quad) {
            requireNames(quad, file);
            dataset.add(quad);
        }
    }
}
