package fr.pleiade.sparql;

import fr.pleiade.findings.Text;
import fr.pleiade.sparql.function.Budget;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.metrics.MetricsProvider;
import org.apache.jena.fuseki.metrics.SimpleMetricsProvider;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.ActionExecLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.ARQ;

/**
 * Has Fuseki answer one request from one store.
 *
 * <p>Fuseki's own dispatch looks the store up in a registry, where a request could find one that is closed under it; here the caller
 * holds the store.
 */
final class Engine {
    /** A site of more has a catalogue to look them up in. */
    private static final int GRAPHS_NAMED = 50;

    private static final Text NO_SUCH_GRAPH = new Text(
            "this store has no graph <%s>, and fetches none; it has %s",
            "ce service n'a pas de graphe <%s> et n'en télécharge pas ; il a %s");

    private static final Text SOME = new Text(
            "this store has no graph <%s>, and fetches none; of the %d that it has, which the catalogue lists, the first are %s",
            "ce service n'a pas de graphe <%s> et n'en télécharge pas ; des %d qu'il a, que donne le catalogue, les premiers sont %s");

    private static final Text TOO_MANY_GRAPHS = new Text(
            "%d times %s, and this store has %d graphs; name each of those that you want once, or none for all",
            "%d fois %s, et ce service a %d graphes ; nommez une fois chacun de ceux que vous voulez, ou aucun pour tous");

    private final Serving serving;
    private final Admission admission;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Engine(Serving serving, Admission admission, HttpServletRequest request, HttpServletResponse response) {
        this.serving = serving;
        this.admission = admission;
        this.request = request;
        this.response = response;
    }

    void answer(SparqlQuery query, String endpoint, String mediaType) throws IOException {
        requireGraphs(query.defaultGraphs(), "default-graph-uri");
        requireGraphs(query.namedGraphs(), "named-graph-uri");
        AnswerCache.Key key = new AnswerCache.Key(query, mediaType);
        Optional<byte[]> kept = serving.answers().get(key);
        if (kept.isPresent()) {
            send(kept.get(), mediaType);
            return;
        }
        Map<String, List<String>> parameters = Map.of(
                "query", List.of(query.text()),
                "default-graph-uri", query.defaultGraphs(),
                "named-graph-uri", query.namedGraphs());
        try (Admission.Place place = admission.enter(request.getRemoteAddr())) {
            Optional<byte[]> answer = execute(endpoint, parameters, mediaType, guard());
            if (query.isRepeatable()) {
                answer.ifPresent(body -> serving.answers().put(key, body));
            }
        }
    }

    /** More names than graphs are no honest list, though they be those of graphs that there are. */
    private void requireGraphs(List<String> graphs, String parameter) {
        for (String graph : graphs) {
            if (!serving.store().hasGraph(graph)) {
                throw new SparqlRefusal(400, "graph-unknown", unknown(graph));
            }
        }
        String[] sent = request.getParameterValues(parameter);
        if (sent != null && sent.length > graphs.size()) {
            int most = serving.store().graphs().size();
            if (sent.length > most) {
                throw new SparqlRefusal(400, "graphs-too-many", TOO_MANY_GRAPHS.with(sent.length, parameter, most));
            }
        }
    }

    private Text unknown(String graph) {
        Set<String> graphs = serving.store().graphs().keySet();
        String named = graphs.stream()
                .limit(GRAPHS_NAMED)
                .map(name -> "<" + name + ">")
                .collect(Collectors.joining(", "));
        return graphs.size() <= GRAPHS_NAMED
                ? NO_SUCH_GRAPH.with(graph, named)
                : SOME.with(graph, graphs.size(), named);
    }

    private Optional<byte[]> execute(
            String endpointName, Map<String, List<String>> parameters, String mediaType, EngineResponse guarded)
            throws IOException {
        prepare(request.getServletContext());
        setContentType(mediaType);
        HttpAction action = ActionExecLib.allocHttpAction(
                serving.accessPoint(),
                Fuseki.actionLog,
                ActionCategory.ACTION,
                new EngineRequest(request, parameters, mediaType),
                guarded);
        Endpoint endpoint = serving.accessPoint()
                .getDataService()
                .getEndpointSet(endpointName)
                .getExactlyOne();
        action.setEndpoint(endpoint);
        ActionExecLib.execAction(action, endpoint.getProcessor());
        Optional<Budget.Excess> excess =
                ParsedQuery.of(request).flatMap(parsed -> parsed.budget().excess());
        try {
            return guarded.finish(timeLimit(endpoint), excess);
        } catch (SparqlRefusal general) {
            throw ParsedQuery.refusal(request).orElse(general);
        }
    }

    /** {@return the last number of the endpoint's {@code arq:queryTimeout}: milliseconds for the whole answer} */
    private static Duration timeLimit(Endpoint endpoint) {
        String timeout =
                endpoint.getContext() == null ? null : endpoint.getContext().getAsString(ARQ.queryTimeout);
        return timeout == null
                ? Duration.ZERO
                : Duration.ofMillis(Long.parseLong(
                        timeout.substring(timeout.lastIndexOf(',') + 1).strip()));
    }

    private EngineResponse guard() {
        if (isHead()) {
            return EngineResponse.withoutBody(response);
        }
        return EngineResponse.withBody(response, EngineResponse.LARGEST_RESULT);
    }

    private void send(byte[] body, String mediaType) throws IOException {
        setContentType(mediaType);
        response.setContentLength(body.length);
        if (!isHead()) {
            response.getOutputStream().write(body);
        }
    }

    /** Only text needs a charset; the other types say themselves that they are UTF-8. */
    private void setContentType(String mediaType) {
        response.setContentType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Fuseki's actions look for these in the servlet context; only the operations are used. */
    private static void prepare(ServletContext context) {
        if (context.getAttribute(Fuseki.attrMetricsProvider) == null) {
            OperationRegistry.set(context, OperationRegistry.get());
            DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
            MetricsProvider.setMetricsProvider(context, new SimpleMetricsProvider());
        }
    }
}
