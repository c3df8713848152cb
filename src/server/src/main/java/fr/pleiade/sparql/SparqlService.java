package fr.pleiade.sparql;

import fr.pleiade.sparql.result.JsonResults;
import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Fuseki inside this process: answers SPARQL queries over HTTP from the store that is being served.
 *
 * <p>What it answers, and with which limits, is written in the assembler file that it is made of; only the store's directory comes
 * from {@link #serve}. Thread-safe; lives as long as the web server.
 */
public final class SparqlService implements AutoCloseable {
    /**
     * The name of a request's attribute, a {@link java.util.function.BooleanSupplier} that says whether its client has hung up: nobody
     * waits for the answer then, and its query is stopped. It is asked from another thread, now and then.
     */
    public static final String ABANDONED = "fr.pleiade.sparql.abandoned";

    static {
        JsonResults.register();
    }

    private final Assembler assembler;
    private final Admission admission = new Admission();

    /** Parsing is work too, but does not stand in line behind queries that run: an answer that is kept needs no more than this, and none at all if its query is known. */
    private final Admission checks = new Admission();

    private final KnownQueries known = new KnownQueries();
    private final Federation federation;
    private final RunningQueries running;
    private final AtomicReference<@Nullable Serving> current = new AtomicReference<>();

    private SparqlService(Assembler assembler, Federation federation) {
        this.assembler = assembler;
        this.federation = federation;
        this.running = new RunningQueries(federation);
    }

    /**
     * {@return a service as the assembler describes it; it has no store yet}
     *
     * @param fusekiConfig the Turtle file, such as {@code fuseki-config/pleiade.ttl}
     * @throws StoreException if it cannot be read, does not describe exactly one service over a TDB2 dataset, or lets the public write
     */
    public static SparqlService of(Path fusekiConfig) {
        return of(fusekiConfig, new PublicAddresses(), FederatedClient.Limits.USUAL);
    }

    /** @param resolver says where the endpoints are that {@code SERVICE} may call; what it gives is connected to */
    static SparqlService of(Path fusekiConfig, DnsResolver resolver, FederatedClient.Limits limits) {
        Assembler assembler = Assembler.read(fusekiConfig);
        return new SparqlService(assembler, new Federation(assembler.allowedServices(), resolver, limits));
    }

    /** {@return the endpoints elsewhere that a query may call, in alphabetical order} */
    public Set<String> allowedServices() {
        return federation.allowed();
    }

    /**
     * Reads the query that a request brings, by GET, as a form or as itself.
     *
     * @param endpoint the endpoint's own address, against which relative IRIs are resolved
     * @throws SparqlRefusal if the request is not one of the SPARQL Protocol's query operations, its query not one of ours, or too many
     *     are being read already
     * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section 2.1</a>
     */
    public SparqlQuery query(HttpServletRequest request, String endpoint) {
        return new QueryOperation(request, endpoint, checks, federation.allowed(), known).query();
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

    /** Takes the current store out of service; it closes when its last reader leaves. */
    @Override
    public void close() {
        running.close();
        federation.close();
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
