package fr.pleiade.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What is still here of the releases that a store may have. */
public interface EarlierGraphs {
    /** Nothing: every graph is sent whole. */
    EarlierGraphs NONE = new EarlierGraphs() {
        @Override
        public boolean isSame(String release, String graph) {
            return false;
        }

        @Override
        public Optional<InputStream> open(String release, String graph) {
            return Optional.empty();
        }
    };

    /** {@return whether the release had the very graph, byte for byte, that is pushed now} */
    boolean isSame(String release, String graph);

    /** {@return the graph's sorted N-Quads as they were in the release, if they are still here; to be closed} */
    Optional<InputStream> open(String release, String graph) throws IOException;
}
