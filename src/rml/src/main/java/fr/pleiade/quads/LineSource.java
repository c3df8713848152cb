package fr.pleiade.quads;

import java.io.IOException;

/** Has lines of bytes to give, sorted by unsigned bytes, each once. */
@FunctionalInterface
public interface LineSource {
    /** Gives all lines to the sink, in their order. */
    void drain(LineSink sink) throws IOException;
}
