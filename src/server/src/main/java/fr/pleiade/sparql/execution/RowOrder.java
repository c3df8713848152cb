package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * The order of ORDER BY, as ARQ has it; but it looks at the signal, and an expression that has no value is no line in the log, for a
 * stranger could fill the disk with them.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#modOrderBy">SPARQL 1.1 Query Language, section 15.1</a>
 */
record RowOrder(List<SortCondition> conditions, ExecutionContext execution, Budget budget)
        implements Comparator<Binding> {
    @Override
    public int compare(Binding one, Binding other) {
        budget.look();
        for (SortCondition condition : conditions) {
            int order = BindingComparator.compareNodesRaw(value(condition, one), value(condition, other));
            if (order != 0) {
                return condition.getDirection() == Query.ORDER_DESCENDING ? -order : order;
            }
        }
        return BindingComparator.compareBindingsSyntactic(one, other);
    }

    private @Nullable NodeValue value(SortCondition condition, Binding row) {
        try {
            return condition.getExpression().eval(row, execution);
        } catch (ExprEvalException e) {
            return null; // which comes first, as an unbound variable does
        }
    }
}
