package fr.pleiade.store;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.apache.jena.fuseki.metrics.SimpleMetricsProvider;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.ActionExecLib;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.system.ActionCategory;

/**
 * Hands requests for the service's paths to Fuseki, each with a hold on the store that was current when it came.
 *
 * <p>Fuseki's own filter looks the store up in a registry, where a request could find one that is closed under it; this one chooses.
 */
final class SparqlFilter implements Filter {
    private final SparqlService service;
    private final Map<String, SparqlEndpoint> endpoints;

    SparqlFilter(SparqlService service, Map<String, SparqlEndpoint> endpoints) {
        this.service = service;
        this.endpoints = endpoints;
    }

    @Override
    public void init(FilterConfig config) {
        ServletContext context = config.getServletContext();
        OperationRegistry.set(context, OperationRegistry.get());
        DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
        MetricsProvider.setMetricsProvider(context, new SimpleMetricsProvider());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            SparqlEndpoint endpoint = endpoints.get(ActionLib.actionURI(http));
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
        Optional<Reading> hold = service.tryRead();
        if (hold.isEmpty()) {
            response.setHeader("Retry-After", "5");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "no release is being served yet");
            return;
        }
        try (Reading reading = hold.get()) {
            FusekiResponse guarded = new FusekiResponse(response);
            execute(reading.serving().accessPoint(), endpoint, request, guarded);
            guarded.finish();
        }
    }

    private static void execute(
            DataAccessPoint accessPoint,
            SparqlEndpoint endpoint,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpAction action =
                ActionExecLib.allocHttpAction(accessPoint, Fuseki.actionLog, ActionCategory.ACTION, request, response);
        Endpoint chosen =
                accessPoint.getDataService().getEndpointSet(endpoint.name()).getExactlyOne();
        action.setEndpoint(chosen);
        ActionExecLib.execAction(action, chosen.getProcessor());
    }
}
