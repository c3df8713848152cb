package fr.pleiade.sparql.plan;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's engine for one query, which is said otherwise before TDB2 plans it. */
public final class PlannedEngine extends QueryEngineTDB {
    private PlannedEngine(Query query, DatasetGraphTDB dataset, Binding input, Context context) {
        super(query, dataset, input, context);
    }

    private PlannedEngine(Op op, DatasetGraphTDB dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** Has all queries of a TDB2 dataset answered by this engine; to be called before the first one. */
    public static void install(DatasetGraph dataset) {
        QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
        engines.add(new Factory());
        QueryEngineRegistry.set(dataset.getContext(), engines);
    }

    @Override
    protected Op modifyOp(Op op) {
        return super.modifyOp(Alternatives.asUnions(op, context));
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(query, TDBInternal.requireStorage(dataset), input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(op, TDBInternal.requireStorage(dataset), input, context).getPlan();
        }
    }
}
