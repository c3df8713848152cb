package fr.pleiade.sparql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The endpoints elsewhere that a query may ask with {@code SERVICE}, and how it does: none but those that the operator names, by exactly
 * that IRI, and never one that is not on the public Internet. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-federated-query/">SPARQL 1.1 Federated Query</a>
 */
final class Federation implements ServiceExecutor, AutoCloseable {
    private static final Symbol CALLS = Symbol.create("pleiade:calls");
    private static final int BAD_GATEWAY = 502;

    private final Set<String> allowed;
    private final FederatedClient client;
    private final ServiceExecutorRegistry registry = new ServiceExecutorRegistry().add(this);

    Federation(Set<String> allowed, DnsResolver resolver, FederatedClient.Limits limits) {
        this.allowed = Set.copyOf(allowed);
        this.client = new FederatedClient(resolver, limits);
    }

    /** {@return the endpoints that may be called, in alphabetical order} */
    Set<String> allowed() {
        return new TreeSet<>(allowed);
    }

    /** Lets an execution call these endpoints and no others, in place of whatever ARQ would do. */
    void applyTo(Context execution) {
        ServiceExecutorRegistry.set(execution, registry);
        execution.set(CALLS, new AtomicInteger());
    }

    @Override
    public QueryIterator createExecution(
            OpService call, OpService original, Binding binding, ExecutionContext execution) {
        requireAllowed(call.getService());
        if (execution.getCancelSignal() != null && execution.getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
        try {
            countCall(execution.getContext());
            QueryIterator rows = QueryIter.makeTracked(QueryIterPlainWrapper.create(ask(call)), execution);
            return new QueryIterCommonParent(named(rows, call), binding, execution);
        } catch (IOException e) {
            if (call.getSilent()) {
                return QueryIterSingleton.create(binding, execution);
            }
            throw new QueryExceptionHTTP(BAD_GATEWAY, "no answer from " + call.getService(), e);
        }
    }

    /** The query has been read with the same list: nothing should come here that is not on it. */
    private void requireAllowed(Node endpoint) {
        if (!endpoint.isURI() || !allowed.contains(endpoint.getURI())) {
            throw new QueryDeniedException("not allowed: " + endpoint);
        }
    }

    private void countCall(Context execution) throws IOException {
        AtomicInteger calls = execution.get(CALLS);
        if (calls.incrementAndGet() > client.limits().calls()) {
            throw new IOException("more calls than " + client.limits().calls());
        }
    }

    private RowSet ask(OpService call) throws IOException {
        String query = OpAsQuery.asQuery(restored(call)).toString();
        byte[] results = client.ask(URI.create(call.getService().getURI()), query);
        try {
            return RowSetReader.createReader(ResultSetLang.RS_JSON)
                    .read(new ByteArrayInputStream(results), ARQ.getContext())
                    .materialize();
        } catch (RuntimeException e) { // whatever the reader says of what strangers sent
            throw new IOException("not results in JSON", e);
        }
    }

    /** {@return the called pattern with the variables' names of the query; ARQ renames those of inner scopes to {@code /name}} */
    private static Op restored(OpService call) {
        return Rename.reverseVarRename(call.getSubOp(), true);
    }

    private static QueryIterator named(QueryIterator rows, OpService call) {
        Map<Var, Var> names = new HashMap<>();
        for (Var inside : OpVars.visibleVars(call)) {
            String name = inside.getName();
            names.put(Var.alloc(name.substring(name.lastIndexOf('/') + 1)), inside);
        }
        return QueryIter.map(rows, names);
    }

    @Override
    public void close() {
        client.close();
    }
}
