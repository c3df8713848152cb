package fr.pleiade.sparql.plan;

import fr.pleiade.sparql.geo.PlaceIndex;
import fr.pleiade.store.count.StoreCounts;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
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
    private final DatasetGraphTDB data;
    private final Known known;

    /**
     * What is known of a dataset that always stays as it is; nothing of another one.
     *
     * @param counts what it has
     * @param places its places, by the property whose values they are, as they are asked for
     */
    private record Known(Optional<StoreCounts> counts, Map<Node, Optional<PlaceIndex>> places) {
        /** The most properties whose places are held. */
        private static final int MOST_PROPERTIES = 4;

        /** Within a transaction of the dataset. */
        Optional<PlaceIndex> placesOf(Node property, DatasetGraphTDB data) {
            if (places.size() >= MOST_PROPERTIES && !places.containsKey(property)) {
                return Optional.empty();
            }
            return places.computeIfAbsent(property, p -> {
                Set<Node> values = new HashSet<>();
                Iterator<Quad> quads = data.find(Node.ANY, Node.ANY, p, Node.ANY);
                while (quads.hasNext()) {
                    values.add(quads.next().getObject());
                    if (values.size() > PlaceIndex.MOST) {
                        return Optional.empty();
                    }
                }
                return PlaceIndex.of(values.iterator());
            });
        }
    }

    private PlannedEngine(Query query, DatasetGraphTDB dataset, Binding input, Context context, Known known) {
        super(query, dataset, input, context);
        this.data = dataset;
        this.known = known;
    }

    private PlannedEngine(Op op, DatasetGraphTDB dataset, Binding input, Context context, Known known) {
        super(op, dataset, input, context);
        this.data = dataset;
        this.known = known;
    }

    /**
     * Has all queries of a TDB2 dataset answered by this engine; to be called before the first one.
     *
     * @param counts what the dataset has and always will, if it is known: its default graph is the union of all
     */
    public static void install(DatasetGraph dataset, Optional<StoreCounts> counts) {
        QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
        engines.add(new Factory(new Known(counts, new ConcurrentHashMap<>())));
        QueryEngineRegistry.set(dataset.getContext(), engines);
    }

    @Override
    protected Op modifyOp(Op op) {
        Op said = op;
        if (isWholeStore() && known.counts().isPresent()) {
            Op counted = new KnownCounts(known.counts().get()).applyTo(op);
            said = NearPlaces.applyTo(counted, property -> known.placesOf(property, data));
        }
        return super.modifyOp(Alternatives.asUnions(said, context));
    }

    /** {@return whether the query is asked of all graphs, and not for values that are given beforehand} */
    private boolean isWholeStore() {
        return !isDynamicDataset()
                && context.isTrue(TDB2.symUnionDefaultGraph)
                && getStartBinding().isEmpty();
    }

    private static final class Factory implements QueryEngineFactory {
        private final Known known;

        Factory(Known known) {
            this.known = known;
        }

        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(query, TDBInternal.requireStorage(dataset), input, context, known).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            return new PlannedEngine(op, TDBInternal.requireStorage(dataset), input, context, known).getPlan();
        }
    }
}
