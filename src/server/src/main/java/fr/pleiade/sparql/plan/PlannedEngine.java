package fr.pleiade.sparql.plan;

import fr.pleiade.store.count.StoreCounts;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's engine for one query, which is said otherwise before TDB2 plans it. */
public final class PlannedEngine extends QueryEngineTDB {
    private final Optional<StoreCounts> counts;

    private PlannedEngine(
            Query query, DatasetGraphTDB dataset, Binding input, Context context, Optional<StoreCounts> counts) {
        super(query, dataset, input, context);
        this.counts = counts;
    }

    private PlannedEngine(
            Op op, DatasetGraphTDB dataset, Binding input, Context context, Optional<StoreCounts> counts) {
        super(op, dataset, input, context);
        this.counts = counts;
    }

    /**
     * Has all queries of a TDB2 dataset answered by this engine; to be called before the first one.
     *
     * @param counts what the dataset has and always will, if it is known: its default graph is the union of all
     */
    public static void install(DatasetGraph dataset, Optional<StoreCounts> counts) {
        QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
        engines.add(new Factory(counts));
        QueryEngineRegistry.set(dataset.getContext(), engines);
    }

    @Override
    protected Op modifyOp(Op op) {
        Op known = isWholeStore()
                ? counts.map(KnownCounts::new).map(c -> c.applyTo(op)).orElse(op)
                : op;
        return super.modifyOp(Alternatives.asUnions(known, context));
    }

    /** {@return whether the query is asked of all graphs, and not for values that are given beforehand} */
    private boolean isWholeStore() {
        return !isDynamicDataset()
                && context.isTrue(TDB2.symUnionDefaultGraph)
                && getStartBinding().isEmpty();
    }

    private static final class Factory implements QueryEngineFactory {
        private final Optional<StoreCounts> counts;

        Factory(Optional<StoreCounts> counts) {
            this.counts = counts;
        }

        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(query, TDBInternal.requireStorage(dataset), input, context, counts).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(op, TDBInternal.requireStorage(dataset), input, context, counts).getPlan();
        }
    }
}
