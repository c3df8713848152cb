package fr.pleiade.sources.fetch;

import java.net.URI;
import java.time.Instant;

/**
 * How a file came from the web.
 *
 * @param url where it was asked for, before redirections
 * @param at when the server gave these bytes; not when it last said that they are still good
 * @param state whether they are new
 */
public record Retrieval(URI url, Instant at, State state) {
    /** What became of the file. */
    public enum State {
        /** It was replaced by what arrived. */
        NEW,
        /** The server says that it has not changed since it was retrieved. */
        UNCHANGED
    }
}
