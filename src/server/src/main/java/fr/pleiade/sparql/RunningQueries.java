package fr.pleiade.sparql;

import fr.pleiade.sparql.execution.Bounds;
import fr.pleiade.sparql.execution.TimeLimit;
import fr.pleiade.sparql.function.Budget;
import fr.pleiade.sparql.plan.OneGraph;
import fr.pleiade.sparql.result.CsvRows;
import fr.pleiade.sparql.result.XmlAnswers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.Timeouts;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;

/**
 * The queries that Fuseki is working on: each is executed as it was read, under a {@link Budget}, calls no service but those that it may,
 * and is stopped when its time is up or memory runs short; a query that gathers without end would otherwise take the whole server with it.
 *
 * <p>Listens to the heap's own alarm, and looks twice a second who has hung up. Thread-safe.
 */
final class RunningQueries extends SPARQL_QueryDataset implements AutoCloseable {
    /** How full the old generation may be. */
    private static final double ALARM = 0.85;

    /** Queries that have only begun are not the cause. */
    private static final long INNOCENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** How often it is looked whether somebody still waits for the answer. */
    private static final long ROUND_MILLIS = 500;

    private final Federation federation;
    private final Map<Thread, Running> running = new ConcurrentHashMap<>();

    /** Stops queries whose time is up. ARQ's own clock can be held up by one query that is being planned. */
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "query-clock");
        thread.setDaemon(true);
        thread.setContextClassLoader(
                RunningQueries.class.getClassLoader()); // not that of the request that is the first
        return thread;
    });

    private final NotificationListener listener = (notification, handback) -> {
        if (notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED)) {
            stopAll(INNOCENT_NANOS);
        }
    };

    private record Running(Budget budget, long begun, BooleanSupplier isAbandoned) {
        void stopIfAbandoned() {
            if (isAbandoned.getAsBoolean()) {
                budget.stop(Budget.Excess.TIME); // nobody reads the reason
            }
        }
    }

    /** Begins to listen. */
    RunningQueries(Federation federation) {
        this.federation = federation;
        clock.setRemoveOnCancelPolicy(true);
        clock.scheduleWithFixedDelay(
                () -> running.values().forEach(Running::stopIfAbandoned),
                ROUND_MILLIS,
                ROUND_MILLIS,
                TimeUnit.MILLISECONDS);
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

    /** Instead of Fuseki's own, which reads the text again. */
    @Override
    protected void execute(String text, HttpAction action) {
        ParsedQuery asked = ParsedQuery.of(action.getRequest()).orElseThrow();
        Budget budget = asked.budget();
        Running begun = new Running(budget, System.nanoTime(), abandoned(action));
        begun.stopIfAbandoned(); // it may have stood in line for long
        running.put(Thread.currentThread(), begun);
        try (TimeLimit limit = limit(action.getContext(), budget)) {
            answer(asked, action);
        } catch (XmlAnswers.Unwritable e) {
            ParsedQuery.refuse(action.getRequest(), new SparqlRefusal(406, "not-writable", e.problem()));
            throw new QueryCancelledException();
        } catch (StackOverflowError e) {
            budget.stop(
                    Budget.Excess
                            .DEPTH); // the check has half of this stack, but frames that are interpreted are larger
            throw new QueryCancelledException();
        } catch (OutOfMemoryError e) {
            budget.stop(Budget.Excess.MEMORY); // one huge value came before the alarm: the same to its reader
            throw new QueryCancelledException();
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private static BooleanSupplier abandoned(HttpAction action) {
        return action.getRequest().getAttribute(SparqlService.ABANDONED) instanceof BooleanSupplier known
                ? known
                : () -> false;
    }

    /** From the endpoint's {@code arq:queryTimeout}: milliseconds to the first row, if it has two numbers, and for the whole answer. */
    private TimeLimit limit(Context endpoint, Budget budget) {
        Pair<Long, Long> millis =
                Timeouts.parseTimeoutStr(endpoint.getAsString(ARQ.queryTimeout), TimeUnit.MILLISECONDS);
        Duration whole = Duration.ofMillis(millis.getRight());
        Duration first = millis.getLeft() < 0 ? whole : Duration.ofMillis(millis.getLeft());
        return TimeLimit.start(budget, first, whole, clock);
    }

    private void answer(ParsedQuery asked, HttpAction action) {
        Query query = asked.query();
        action.beginRead();
        try {
            Pair<DatasetGraph, Query> decided = decideDataset(action, query, "");
            try (QueryExec execution = createQueryExec(action, decided.getRight(), decided.getLeft())) {
                QueryExecResult result = query.isConstructType()
                        ? new QueryExecResult(constructed(execution, asked.budget()))
                        : executeQuery(action, execution, query, "");
                asked.budget().answered();
                sendResults(action, writable(result, action.getRequestHeader("Accept")), query.getPrologue());
            }
        } catch (QueryCancelledException e) {
            action.abortSilent();
            throw e;
        } finally {
            action.endRead();
        }
    }

    /** @throws XmlAnswers.Unwritable if XML is wanted and cannot hold it; of rows, only when they come */
    private static QueryExecResult writable(QueryExecResult result, String mediaType) {
        if (mediaType.equals(WebContent.contentTypeRDFXML)) {
            XmlAnswers.requireWritable(result.isDataset() ? result.dataset().getDefaultGraph() : result.graph());
        }
        if (!result.isRowSet()) {
            return result;
        }
        return switch (mediaType) {
            case WebContent.contentTypeResultsXML -> new QueryExecResult(XmlAnswers.writable(result.rowSet()));
            case WebContent.contentTypeTextCSV -> new QueryExecResult(new CsvRows(result.rowSet()));
            default -> result;
        };
    }

    /** Every triple is kept until the last one has come, so that none is sent twice. */
    private static DatasetGraph constructed(QueryExec execution, Budget budget) {
        DatasetGraph made = DatasetGraphFactory.create();
        made.prefixes().putAll(execution.getDataset().prefixes());
        made.prefixes().putAll(execution.getQuery().getPrefixMapping());
        Iterator<Quad> quads = execution.constructQuads();
        while (quads.hasNext()) {
            budget.answered();
            budget.keepRow();
            made.add(quads.next());
        }
        return made;
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
        Context context = action.getContext().copy();
        Bounds.apply(ParsedQuery.of(action.getRequest()).orElseThrow().budget(), context);
        federation.applyTo(context);
        return QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .context(context)
                .build();
    }

    /** Stops all queries that have run for so long; their readers are told that they ask too much. */
    void stopAll(long nanos) {
        long now = System.nanoTime();
        running.values().stream()
                .filter(query -> now - query.begun() >= nanos)
                .forEach(query -> query.budget().stop(Budget.Excess.MEMORY));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            ((NotificationEmitter) ManagementFactory.getMemoryMXBean()).removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException("closed already", e);
        }
    }
}
