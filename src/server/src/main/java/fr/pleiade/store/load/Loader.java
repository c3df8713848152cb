package fr.pleiade.store.load;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Who makes a TDB2 index out of N-Quads files. */
public enum Loader {
    /** Ours: several times faster than Jena's, and knows by heart how TDB2 keeps terms. */
    OWN {
        @Override
        public void load(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
            new BulkLoad(directory, nquads, quadsLoaded).run();
        }
    },

    /** Jena's basic one, the way out should ours be wrong: it uses nothing but Jena's public interface. */
    JENA {
        @Override
        public void load(Path directory, List<Path> nquads, LongConsumer quadsLoaded) {
            new JenaLoad(directory, nquads, quadsLoaded).run();
        }
    };

    /**
     * Loads.
     *
     * @param directory a directory that does not exist or is empty; nothing else may use it meanwhile
     * @param nquads the files, {@code .nq} or {@code .nq.gz}
     * @param quadsLoaded is told how many quads' worth of work is done, now and then, and at the end their number
     * @throws fr.pleiade.store.StoreException if the directory holds something, a line is not N-Quads, or the disk is full
     */
    public abstract void load(Path directory, List<Path> nquads, LongConsumer quadsLoaded);
}
