package fr.pleiade.linking.names;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene as a part of this program: it says nothing on a terminal. */
final class Lucene {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.apache.lucene");

    private Lucene() {}

    /** Leaves out what Lucene tells of the Java that it runs on. */
    static void quiet() {
        LOGGER.setLevel(Level.SEVERE);
    }
}
