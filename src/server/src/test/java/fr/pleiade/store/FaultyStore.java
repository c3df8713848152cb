package fr.pleiade.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateFactory;

/**
 * A store in memory that fails at a step that a test chooses, and answers nothing after it until it is {@link #revive revived}.
 *
 * <p>A step is one operation of an update, one half of a graph that is put, or the answer to a request. Nothing that was done before is
 * undone, as on a store whose updates are not atomic, unless it is {@link #atomic}.
 */
final class FaultyStore implements AutoCloseable {
    final Dataset dataset = DatasetFactory.create();
    final List<String> requests = new ArrayList<>();
    private final HttpServer server;
    private final boolean atomic;
    private int steps;
    private int failing = Integer.MAX_VALUE;
    private int longest;

    private FaultyStore(boolean atomic) throws IOException {
        this.atomic = atomic;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static FaultyStore atomic() throws IOException {
        return new FaultyStore(true);
    }

    static FaultyStore notAtomic() throws IOException {
        return new FaultyStore(false);
    }

    RemoteStore client() {
        return RemoteStore.at(RemoteStore.Address.ofFuseki(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/site")));
    }

    /** Fails at that step, from 1, and then for good. */
    void failAt(int step) {
        steps = 0;
        failing = step;
    }

    /** {@return whether it failed} */
    boolean revive() {
        boolean failed = steps >= failing;
        failing = Integer.MAX_VALUE;
        return failed;
    }

    /** {@return the size of the largest update} */
    int longestUpdate() {
        return longest;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void step() {
        steps++;
        if (steps >= failing) {
            throw new Killed();
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf('/') + 1));
            byte[] answer = switch (path) {
                case "/site/sparql" -> query(new String(body, StandardCharsets.UTF_8));
                case "/site/update" -> update(new String(body, StandardCharsets.UTF_8));
                default -> put(exchange.getRequestURI(), hasLength(exchange) ? body : new byte[0]);
            };
            step(); // done, and nobody is told
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Killed e) {
            // the connection ends without an answer
        }
    }

    /** Virtuoso takes what is sent in chunks to be nothing. */
    private static boolean hasLength(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey("Content-Length");
    }

    private byte[] query(String form) {
        step();
        String query = URLDecoder.decode(form.substring("query=".length()), StandardCharsets.UTF_8);
        try (var execution = QueryExecutionFactory.create(QueryFactory.create(query), dataset)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsJSON(out, execution.execSelect());
            return out.toByteArray();
        }
    }

    private byte[] update(String update) {
        longest = Math.max(longest, update.length());
        List<Update> operations = UpdateFactory.create(update).getOperations();
        if (atomic) {
            step();
        }
        for (Update operation : operations) {
            if (!atomic) {
                step();
            }
            UpdateExecutionFactory.create(operation, dataset).execute();
        }
        return new byte[0];
    }

    private byte[] put(URI address, byte[] body) {
        String graph = URLDecoder.decode(address.getRawQuery().substring("graph=".length()), StandardCharsets.UTF_8);
        Graph content = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(body)).lang(Lang.NTRIPLES).parse(content);
        DatasetGraph all = dataset.asDatasetGraph();
        step();
        if (!atomic) {
            Graph half = GraphFactory.createDefaultGraph();
            content.stream().limit(content.size() / 2).forEach(half::add);
            all.addGraph(NodeFactory.createURI(graph), half);
            step();
        }
        all.addGraph(NodeFactory.createURI(graph), content);
        return new byte[0];
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
