package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor, in which whatever keeps rows counts them, and whatever works long on one row looks at the signal.
 *
 * <p>Nothing is spilled to a disk: a stranger could fill it. A query that would keep more rows than its budget has is stopped.
 */
final class BoundedExecutor extends OpExecutorTDB2 {
    private final Budget budget;

    BoundedExecutor(ExecutionContext execution) {
        super(execution);
        this.budget = Bounds.of(execution.getContext()).orElseThrow();
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        ExecutionContext watched =
                ExecutionContext.copyChangeActiveGraph(execCxt, new WatchedGraph(execCxt.getActiveGraph(), budget));
        return new QueryIterPath(path.getTriplePath(), input, watched);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return new QueryIterSort(kept(exec(order.getSubOp(), input)), watched(order.getConditions()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        boolean isDistinct = top.getSubOp() instanceof OpDistinct;
        QueryIterator rows = exec(isDistinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp(), input);
        return new QueryIterTopN(rows, watched(top.getConditions()), top.getLimit(), isDistinct, execCxt);
    }

    /** Of many rows only those are kept that are passed on. */
    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return kept(super.execute(distinct, input));
    }

    /** ARQ makes an accumulator for each group and aggregate; without an aggregate it keeps all rows. */
    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        boolean hasAggregates = !group.getAggregators().isEmpty();
        List<ExprAggregator> counted = group.getAggregators().stream()
                .map(aggregate ->
                        new ExprAggregator(aggregate.getVar(), new CountedAggregate(aggregate.getAggregator(), budget)))
                .toList();
        return new QueryIterGroup(hasAggregates ? rows : kept(rows), group.getGroupVars(), counted, execCxt);
    }

    /** The left side is the table in which the rows of the right one are looked up. */
    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryIterator left = kept(exec(join.getLeft(), input));
        return Join.join(left, exec(join.getRight(), root()), execCxt);
    }

    /** The right side is the table in which the rows of the left one are looked up. */
    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        return Join.leftJoin(left, kept(exec(join.getRight(), root())), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        QueryIterator right = kept(exec(minus.getRight(), root()));
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, right, common, execCxt);
    }

    private QueryIterator kept(QueryIterator rows) {
        return new KeptRows(rows, budget);
    }

    private Comparator<Binding> watched(List<SortCondition> conditions) {
        return new RowOrder(conditions, execCxt, budget);
    }
}
