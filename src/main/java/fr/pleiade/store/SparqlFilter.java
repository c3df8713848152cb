package fr.pleiade.store;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.riot.WebContent;

/** Answers at the service's paths with Fuseki's own negotiation; refusals are left to the container to word. */
final class SparqlFilter implements Filter {
    private static final MediaType RESULTS_JSON = MediaType.create(WebContent.contentTypeResultsJSON);

    private final SparqlService service;
    private final Map<String, SparqlEndpoint> endpoints;

    SparqlFilter(SparqlService service, Map<String, SparqlEndpoint> endpoints) {
        this.service = service;
        this.endpoints = endpoints;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            SparqlEndpoint endpoint = endpoints.get(
                    http.getRequestURI().substring(http.getContextPath().length()));
            if (endpoint != null && !asksForThePage(http, endpoint)) {
                answer(endpoint, http, answer);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** A read of the query endpoint without a query gets the editor or the service description, which are not Fuseki's. */
    private static boolean asksForThePage(HttpServletRequest request, SparqlEndpoint endpoint) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return endpoint.kind() == SparqlEndpoint.Kind.QUERY
                && reads
                && request.getParameter("query") == null
                && request.getParameter("update") == null;
    }

    private void answer(SparqlEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (Reading reading = service.hold()) {
            if (endpoint.kind() == SparqlEndpoint.Kind.QUERY) {
                SparqlQuery query = SparqlQuery.read(request);
                AcceptList offered = query.form().isGraph() ? DEF.constructOffer : DEF.rsOfferTable;
                MediaType fallback = query.form().isGraph() ? DEF.acceptTurtle : RESULTS_JSON;
                service.answer(reading, query, negotiate(request, offered, fallback), request, response);
            } else {
                GraphRead read = GraphRead.read(request);
                service.answer(reading, read, negotiate(request, DEF.rdfOffer, DEF.acceptTurtle), request, response);
            }
        } catch (SparqlRefusal refusal) {
            refusal.headers().forEach(response::setHeader);
            response.sendError(refusal.status(), refusal.problem().en());
        }
    }

    private static String negotiate(HttpServletRequest request, AcceptList offered, MediaType fallback) {
        return ConNeg.chooseContentType(request, offered, fallback).getContentTypeStr();
    }
}
