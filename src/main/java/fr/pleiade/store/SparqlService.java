package fr.pleiade.store;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Fuseki inside this process: answers SPARQL queries and Graph Store reads over HTTP from the store that is being served.
 *
 * <p>What it answers, and with which limits, is written in the assembler file that it is made of; only the store's directory comes
 * from {@link #serve}. Thread-safe; lives as long as the web server.
 */
public final class SparqlService implements AutoCloseable {
    private final Assembler assembler;
    private final Admission admission = new Admission();
    private final RunningQueries running = new RunningQueries();
    private final AtomicReference<@Nullable Serving> current = new AtomicReference<>();

    private SparqlService(Assembler assembler) {
        this.assembler = assembler;
    }

    /**
     * {@return a service as the assembler describes it; it has no store yet}
     *
     * @param fusekiConfig the Turtle file, such as {@code fuseki-config/pleiade.ttl}
     * @throws StoreException if it cannot be read, does not describe exactly one service over a TDB2 dataset, or lets the public write
     */
    public static SparqlService of(Path fusekiConfig) {
        return new SparqlService(Assembler.read(fusekiConfig));
    }

    /**
     * Puts a store in the place of the present one, for all requests that begin from now on. Those in flight finish on the store that
     * they began with, which is closed when the last one leaves. The service closes the given store too when its time has come.
     */
    public void serve(Store store) {
        Serving next = new Serving(store, assembler.accessPoint(store, running.operations()));
        Serving previous = current.getAndSet(next);
        if (previous != null) {
            previous.leave();
        }
    }

    /**
     * {@return a hold on the current store}
     *
     * @throws StoreException if there is none yet
     */
    public Reading read() {
        return tryRead()
                .orElseThrow(() -> new StoreException(
                        assembler.file().toString(),
                        "no store is being served yet",
                        "publish first, or try again soon"));
    }

    /**
     * Answers a query from the store that the reading holds, in the media type that has been agreed on; a HEAD gets the headers only.
     * Sets {@code Content-Type}, and {@code Content-Length} where it is known; all other headers are the caller's. An answer that was
     * given before from the same store is given again without asking Fuseki.
     *
     * @param mediaType for SELECT and ASK one of SPARQL's result types, for CONSTRUCT and DESCRIBE a graph's
     * @throws SparqlRefusal if there is no answer, as long as nothing has been sent
     * @throws IOException if the client is gone, or the answer cannot be completed: let it through, so that the connection breaks off
     */
    public void answer(
            Reading reading,
            SparqlQuery query,
            String mediaType,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        new Engine(reading.serving(), admission, request, response)
                .answer(query, assembler.name(SparqlEndpoint.QUERY), mediaType);
    }

    /** Answers with a graph, under the same terms as a query. */
    public void answer(
            Reading reading, GraphRead read, String mediaType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Engine(reading.serving(), admission, request, response)
                .answer(read, assembler.name(SparqlEndpoint.GRAPH_STORE), mediaType);
    }

    /** Takes the current store out of service; it closes when its last reader leaves. */
    @Override
    public void close() {
        running.close();
        Serving last = current.getAndSet(null);
        if (last != null) {
            last.leave();
        }
    }

    /** Stops the queries that are being answered now, as when memory runs short. */
    void stopQueries() {
        running.stopAll(0);
    }

    private Optional<Reading> tryRead() {
        Serving serving = current.get();
        while (serving != null) {
            if (serving.enter()) {
                return Optional.of(new Reading(serving));
            }
            serving = current.get();
        }
        return Optional.empty();
    }
}
