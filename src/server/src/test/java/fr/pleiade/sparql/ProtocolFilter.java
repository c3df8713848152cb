package fr.pleiade.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.riot.WebContent;

/** Answers {@code /sparql} with Fuseki's negotiation, as plainly as a test can have it. */
final class ProtocolFilter implements Filter {
    private static final MediaType RESULTS_JSON = MediaType.create(WebContent.contentTypeResultsJSON);

    private final SparqlService service;

    ProtocolFilter(SparqlService service) {
        this.service = service;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try (Reading reading = service.read()) {
            switch (http.getRequestURI()) {
                case "/sparql" -> answerQuery(reading, http, (HttpServletResponse) response);
                default -> chain.doFilter(request, response);
            }
        } catch (SparqlRefusal refusal) {
            refusal.headers().forEach(((HttpServletResponse) response)::setHeader);
            ((HttpServletResponse) response)
                    .sendError(refusal.status(), refusal.problem().en());
        }
    }

    private void answerQuery(Reading reading, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SparqlQuery query = service.query(request, request.getRequestURL().toString());
        AcceptList offered = query.form().isGraph() ? DEF.constructOffer : DEF.rsOfferTable;
        MediaType fallback = query.form().isGraph() ? DEF.acceptTurtle : RESULTS_JSON;
        service.answer(reading, query, negotiate(request, offered, fallback), request, response);
    }

    private static String negotiate(HttpServletRequest request, AcceptList offered, MediaType fallback) {
        return ConNeg.chooseContentType(request, offered, fallback).getContentTypeStr();
    }
}
