package fr.pleiade.sparql;

import fr.pleiade.sparql.plan.OneGraph;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * The queries that Fuseki is working on, so that they call no service but those they may, and can be stopped when memory runs short: a
 * query that gathers without end would otherwise take the whole server with it before its time is up.
 *
 * <p>Listens to the heap's own alarm; nothing is polled. Thread-safe.
 */
final class RunningQueries extends SPARQL_QueryDataset implements AutoCloseable {
    /** How full the old generation may be. */
    private static final double ALARM = 0.85;

    /** Queries that have only begun are not the cause. */
    private static final long INNOCENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Federation federation;
    private final Map<Thread, Running> running = new ConcurrentHashMap<>();
    private final NotificationListener listener = (notification, handback) -> {
        if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            stopAll(INNOCENT_NANOS);
        }
    };

    private record Running(QueryExec execution, long begun) {}

    /** Begins to listen. */
    RunningQueries(Federation federation) {
        this.federation = federation;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            long most = pool.getUsage().getMax();
            if (pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported() && most > 0) {
                pool.setUsageThreshold((long) (most * ALARM));
            }
        }
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).addNotificationListener(listener, null, null);
    }

    /** {@return Fuseki's operations, with queries watched} */
    OperationRegistry operations() {
        OperationRegistry operations = OperationRegistry.createStd();
        operations.register(Operation.Query, WebContent.contentTypeSPARQLQuery, this);
        return operations;
    }

    @Override
    protected void execute(String query, HttpAction action) {
        try {
            super.execute(query, action);
        } catch (OutOfMemoryError e) {
            throw new QueryCancelledException(); // one huge value came before the alarm: the same to its reader
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    @Override
    protected Pair<DatasetGraph, Query> decideDataset(HttpAction action, Query query, String logged) {
        DatasetDescription graphs = SPARQLProtocol.getDatasetDescription(action, query);
        Optional<Query> ofStore = graphs == null
                ? Optional.empty()
                : OneGraph.asPattern(query, action.getRequestParameter("query"), graphs);
        return ofStore.map(asked -> Pair.create(getDataset(action), asked))
                .orElseGet(() -> super.decideDataset(action, query, logged));
    }

    @Override
    protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
        QueryExec execution = super.createQueryExec(action, query, dataset);
        federation.applyTo(execution.getContext());
        running.put(Thread.currentThread(), new Running(execution, System.nanoTime()));
        return execution;
    }

    /** Stops all queries that have run for so long; their readers are told that they ask too much. */
    void stopAll(long nanos) {
        long now = System.nanoTime();
        running.values().stream()
                .filter(query -> now - query.begun() >= nanos)
                .forEach(query -> query.execution().abort());
    }

    @Override
    public void close() {
        try {
            ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException("closed already", e);
        }
    }
}
