package fr.pleiade.sparql.plan;

import fr.pleiade.store.count.StoreCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Answers queries that only ask what has been counted already: how many triples, graphs, properties and classes there are, and which.
 *
 * <p>The query must be exactly that, with {@code HAVING}, {@code ORDER BY}, {@code LIMIT} and expressions over the counts as they may be.
 * What is counted is looked for from the outermost operator down to the pattern, never inside another pattern, where it would be asked
 * of another graph.
 */
final class KnownCounts {
    private final StoreCounts counts;

    KnownCounts(StoreCounts counts) {
        this.counts = counts;
    }

    /** {@return the same query with a table of counts in the place of what would count them; the very same if it asks for others} */
    Op applyTo(Op query) {
        if (query instanceof OpGroup group) {
            return counted(group).orElse(query);
        }
        if (query instanceof OpGraph graph) {
            return graphs(graph).orElse(query);
        }
        if (query instanceof OpDistinct || query instanceof OpReduced) {
            Optional<Op> known = distinct((Op1) query);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (query instanceof OpDistinct
                || query instanceof OpReduced
                || query instanceof OpProject
                || query instanceof OpSlice
                || query instanceof OpOrder
                || query instanceof OpExtend
                || query instanceof OpFilter) {
            Op1 outer = (Op1) query;
            Op inner = applyTo(outer.getSubOp());
            return inner == outer.getSubOp() ? query : outer.copy(inner);
        }
        return query;
    }

    /** Of {@code GRAPH ?g {}}: the graphs that there are. */
    private Optional<Op> graphs(OpGraph pattern) {
        return Summary.of(pattern, counts)
                .filter(summary -> summary.others().isEmpty())
                .map(summary ->
                        table(List.copyOf(summary.variables()), summary.rows().keySet()));
    }

    private static Op table(List<Var> variables, Iterable<Binding> rows) {
        Table table = TableFactory.create(variables);
        rows.forEach(table::addBinding);
        return OpTable.create(table);
    }

    private Optional<Op> counted(OpGroup group) {
        Optional<Summary> summary = Summary.of(group.getSubOp(), counts);
        List<Var> keys = group.getGroupVars().getVars();
        if (summary.isEmpty()
                || !group.getGroupVars().getExprs().isEmpty()
                || !summary.get().variables().containsAll(keys)) {
            return Optional.empty();
        }
        Map<Binding, List<Map.Entry<Binding, Long>>> groups =
                new LinkedHashMap<>(summary.get().groupedBy(keys));
        if (keys.isEmpty()) {
            groups.putIfAbsent(BindingFactory.empty(), List.of());
        }
        List<Binding> rows = new ArrayList<>();
        for (Map.Entry<Binding, List<Map.Entry<Binding, Long>>> row : groups.entrySet()) {
            BindingBuilder values = BindingFactory.builder(row.getKey());
            for (ExprAggregator aggregated : group.getAggregators()) {
                Optional<Long> number = number(aggregated.getAggregator(), summary.get(), keys, row.getValue());
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                values.add(
                        aggregated.getVar(), NodeValue.makeInteger(number.get()).asNode());
            }
            rows.add(values.build());
        }
        return Optional.of(table(variables(keys, group.getAggregators()), rows));
    }

    private static List<Var> variables(List<Var> keys, List<ExprAggregator> aggregators) {
        List<Var> variables = new ArrayList<>(keys);
        aggregators.forEach(aggregated -> variables.add(aggregated.getVar()));
        return variables;
    }

    /** {@return what the aggregate is for the rows of one group, if the counts tell} */
    private static Optional<Long> number(
            Aggregator aggregator, Summary summary, List<Var> keys, List<Map.Entry<Binding, Long>> rows) {
        long solutions = rows.stream().mapToLong(Map.Entry::getValue).sum();
        if (aggregator instanceof AggCount) {
            return Optional.of(solutions);
        }
        Optional<Var> counted = variable(aggregator).filter(summary::has);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        if (aggregator instanceof AggCountVar) {
            return Optional.of(solutions);
        }
        if (!(aggregator instanceof AggCountVarDistinct)) {
            return Optional.empty();
        }
        if (summary.variables().contains(counted.get())) {
            return Optional.of(rows.stream()
                    .map(row -> row.getKey().get(counted.get()))
                    .distinct()
                    .count());
        }
        boolean isRow = keys.containsAll(summary.variables());
        return isRow && summary.things().equals(counted) ? Optional.of(solutions) : Optional.empty();
    }

    private static Optional<Var> variable(Aggregator aggregator) {
        if (aggregator.getExprList() == null || aggregator.getExprList().size() != 1) {
            return Optional.empty();
        }
        Expr expression = aggregator.getExprList().get(0);
        return expression.isVariable() ? Optional.of(expression.asVar()) : Optional.empty();
    }

    /** Of {@code SELECT DISTINCT}, which may be in an order that goes by what is selected. */
    private Optional<Op> distinct(Op1 distinct) {
        if (!(distinct.getSubOp() instanceof OpProject project)) {
            return Optional.empty();
        }
        Op pattern = project.getSubOp();
        List<SortCondition> order = List.of();
        if (pattern instanceof OpOrder ordered) {
            order = ordered.getConditions();
            pattern = ordered.getSubOp();
        }
        List<Var> selected = project.getVars();
        Optional<Summary> summary = Summary.of(pattern, counts);
        if (summary.isEmpty()
                || !summary.get().variables().containsAll(selected)
                || !selected.containsAll(variables(order))) {
            return Optional.empty();
        }
        Op found = table(selected, summary.get().groupedBy(selected).keySet());
        return Optional.of(project.copy(order.isEmpty() ? found : new OpOrder(found, order)));
    }

    private static Set<Var> variables(List<SortCondition> order) {
        Set<Var> variables = new LinkedHashSet<>();
        order.forEach(condition -> ExprVars.varsMentioned(variables, condition.getExpression()));
        return variables;
    }
}
