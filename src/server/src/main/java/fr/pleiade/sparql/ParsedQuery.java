package fr.pleiade.sparql;

import fr.pleiade.sparql.function.Budget;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;

/**
 * A query as it was read once, for whoever executes it: it goes along with its request, so that it is not read again.
 *
 * @param asked what is known about it
 * @param query ARQ's form of it; for one execution, which may change it
 * @param budget what that execution may use
 */
record ParsedQuery(SparqlQuery asked, Query query, Budget budget) {
    private static final String PARSED = ParsedQuery.class.getName();
    private static final String PROMISED = PARSED + ".promised";
    private static final String REFUSED = PARSED + ".refused";

    /** Says how a request's query is to be read, once, and not before somebody needs it: most answers are kept. */
    static void promise(HttpServletRequest request, Supplier<ParsedQuery> reading) {
        request.setAttribute(PROMISED, reading);
    }

    void goWith(HttpServletRequest request) {
        request.setAttribute(PARSED, this);
    }

    /** {@return the query that came with a request, if one did; reading it may refuse it} */
    @SuppressWarnings("unchecked") // only promise() sets it
    static Optional<ParsedQuery> of(HttpServletRequest request) {
        Object parsed = request.getAttribute(PARSED);
        if (parsed == null && request.getAttribute(PROMISED) instanceof Supplier<?> reading) {
            parsed = ((Supplier<ParsedQuery>) reading).get();
            request.setAttribute(PARSED, parsed);
        }
        return Optional.ofNullable((ParsedQuery) parsed);
    }

    /** Notes why a request's query has no answer in the form that was agreed on, found out while it was being answered. */
    static void refuse(HttpServletRequest request, SparqlRefusal reason) {
        request.setAttribute(REFUSED, reason);
    }

    /** {@return why there was no answer, if that was found out} */
    static Optional<SparqlRefusal> refusal(HttpServletRequest request) {
        return Optional.ofNullable((SparqlRefusal) request.getAttribute(REFUSED));
    }
}
