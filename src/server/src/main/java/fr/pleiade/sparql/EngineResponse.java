package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import fr.pleiade.sparql.function.Budget;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Fuseki and the client, so that a failure is one, and so that a small answer can be kept.
 *
 * <p>Fuseki words errors in a text of its own, and when a time limit strikes in mid-result it ends a complete 200 with a remark. Here,
 * from the first status of 400 or more, nothing of Fuseki's goes out: {@link #finish} throws the refusal if nothing has left yet, and
 * else breaks the connection off, so that the client knows the result to be incomplete. Headers are the caller's business.
 */
final class EngineResponse extends HttpServletResponseWrapper {
    /** The most bytes of an answer that are kept for the next one who asks: a sixteenth of what is kept of all answers. */
    static final int LARGEST_KEPT = (int) (AnswerCache.CAPACITY / 16);

    /** The most bytes that the answer to one query may have; who wants more wants a download. */
    static final long LARGEST_RESULT = 256L << 20;

    private final boolean withBody;
    private final long largest;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream out;
    private long length;
    private int failure;

    /** Whether Fuseki had begun a result: what stops it then is the time limit, which Fuseki calls a bad request. */
    private boolean begun;

    private EngineResponse(HttpServletResponse response, boolean withBody, long largest) {
        super(response);
        this.withBody = withBody;
        this.largest = largest;
    }

    /** Lets an answer out as long as it has no more bytes than these. */
    static EngineResponse withBody(HttpServletResponse response, long largest) {
        return new EngineResponse(response, true, largest);
    }

    /** Lets the status and the caller's headers out, and no body, as HEAD wants it. */
    static EngineResponse withoutBody(HttpServletResponse response) {
        return new EngineResponse(response, false, LARGEST_RESULT);
    }

    /**
     * Ends the answer.
     *
     * @param limit how long an answer may take, for whoever is told that it took longer
     * @param excess what the query asked too much of, if it did
     * @return the body, if it is small enough to be kept
     * @throws SparqlRefusal if Fuseki failed before anything was sent
     * @throws IOException if part of a result has left that cannot be completed
     */
    Optional<byte[]> finish(Duration limit, Optional<Budget.Excess> excess) throws IOException {
        if (failure == 0) {
            return length > LARGEST_KEPT ? Optional.empty() : Optional.of(kept.toByteArray());
        }
        if (isCommitted()) {
            throw new IOException("a result was cut short by the limit on time, memory or length");
        }
        resetBuffer();
        throw excess.flatMap(EngineResponse::refusal).orElseGet(() -> refusal(limit));
    }

    /** {@return why a query is refused that would ask too much at any time, however long it waited} */
    private static Optional<SparqlRefusal> refusal(Budget.Excess excess) {
        return switch (excess) {
            case TIME, MEMORY -> Optional.empty();
            case ROWS ->
                Optional.of(
                        new SparqlRefusal(
                                SC_BAD_REQUEST,
                                "too-many-rows",
                                new Text(
                                        "the query keeps more rows at once than this endpoint has room for, to sort, group, join or compare them;"
                                                + " ask for less with a FILTER, or without ORDER BY and DISTINCT",
                                        "la requête garde à la fois plus de lignes que ce point d'accès n'en peut loger, pour les trier, les grouper,"
                                                + " les joindre ou les comparer ; demandez moins avec un FILTER, ou sans ORDER BY ni DISTINCT")));
            case DEPTH -> Optional.of(QueryCheck.tooDeep());
            case TEXT ->
                Optional.of(new SparqlRefusal(
                        SC_BAD_REQUEST,
                        "value-too-long",
                        new Text(
                                        "the query builds a text of more than %d characters; build shorter ones, or have the parts in rows of"
                                                + " their own",
                                        "la requête compose un texte de plus de %d caractères ; composez-en de plus courts, ou demandez les"
                                                + " parties dans des lignes séparées")
                                .with(Budget.LONGEST_TEXT)));
        };
    }

    private SparqlRefusal refusal(Duration limit) {
        if (failure == SC_BAD_GATEWAY) {
            return new SparqlRefusal(
                    SC_BAD_GATEWAY,
                    "service-failed",
                    new Text(
                            "a service that the query calls gave no answer that can be used; ask it for less, write SERVICE SILENT to do"
                                    + " without it, or try again later",
                            "un service que la requête appelle n'a pas donné de réponse utilisable ; demandez-lui moins, écrivez"
                                    + " SERVICE SILENT pour vous en passer, ou réessayez plus tard"));
        }
        if (begun || failure == SC_SERVICE_UNAVAILABLE) {
            return new SparqlRefusal(
                    SC_SERVICE_UNAVAILABLE,
                    "time-limit",
                    new Text(
                                    "the query takes more than the %d seconds, or more memory, that this endpoint allows; ask for less, or add"
                                            + " a LIMIT",
                                    "la requête dépasse les %d secondes, ou la mémoire, que ce point d'accès accorde ; demandez moins, ou"
                                            + " ajoutez un LIMIT")
                            .with(Math.max(1, limit.toSeconds())),
                    Map.of("Retry-After", "60"));
        }
        if (failure == SC_NOT_FOUND) {
            return new SparqlRefusal(
                    SC_NOT_FOUND,
                    "graph-not-found",
                    new Text(
                            "there is no graph of this name; the catalogue lists those that there are",
                            "aucun graphe ne porte ce nom ; le catalogue donne ceux qui existent"));
        }
        return new SparqlRefusal(
                failure < SC_INTERNAL_SERVER_ERROR ? SC_BAD_REQUEST : SC_INTERNAL_SERVER_ERROR,
                "query-failed",
                new Text(
                        "the query could not be answered; simplify it",
                        "la requête n'a pas pu aboutir ; simplifiez-la"));
    }

    @Override
    public void setStatus(int status) {
        if (status >= SC_BAD_REQUEST) {
            failure = failure == 0 ? status : failure;
        } else {
            begun = true;
        }
    }

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void setContentType(String type) {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setCharacterEncoding(String encoding) {}

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Guarded(super.getOutputStream());
        }
        return out;
    }

    private final class Guarded extends ServletOutputStream {
        private final ServletOutputStream target;

        Guarded(ServletOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (failure != 0) {
                return;
            }
            length += count;
            if (length > largest) {
                failure = SC_REQUEST_ENTITY_TOO_LARGE;
                throw new IOException("a result is larger than " + largest + " bytes");
            }
            if (length <= LARGEST_KEPT) {
                kept.write(bytes, offset, count);
            } else {
                kept = new ByteArrayOutputStream(0); // what is too large to be kept is not held until its end either
            }
            if (withBody) {
                target.write(bytes, offset, count);
            }
        }

        @Override
        public void flush() {
            // the container flushes when its buffer is full: until then a failure can still be told
        }

        @Override
        public void close() {
            // the container ends the answer
        }

        @Override
        public boolean isReady() {
            return target.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            target.setWriteListener(listener);
        }
    }
}
