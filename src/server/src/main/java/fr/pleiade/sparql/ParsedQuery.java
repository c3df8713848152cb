package fr.pleiade.sparql;

import fr.pleiade.sparql.function.Budget;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * A query as it was read once, for whoever executes it: it goes along with its request, so that it is not read again.
 *
 * @param asked what is known about it
 * @param query ARQ's form of it; for one execution, which may change it
 * @param budget what that execution may use
 */
record ParsedQuery(SparqlQuery asked, Query query, Budget budget) {
    private static final String ATTRIBUTE = ParsedQuery.class.getName();

    /** {@return the query that came with a request, if one did} */
    static Optional<ParsedQuery> of(HttpServletRequest request) {
        return Optional.ofNullable((ParsedQuery) request.getAttribute(ATTRIBUTE));
    }

    void goWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
