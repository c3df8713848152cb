package fr.pleiade.sparql;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;

/**
 * Everything that a query calls or follows, wherever it stands: in patterns and filters, where ARQ's walker goes, and in sort conditions
 * and aggregates, where it does not.
 */
final class PlanParts {
    private final Visitor visitor;
    private final Expressions expressions = new Expressions();
    private final Patterns patterns = new Patterns();

    private PlanParts(Visitor visitor) {
        this.visitor = visitor;
    }

    /** What is told. */
    interface Visitor {
        default void service(OpService service) {}

        /** A property of a triple or a path. */
        default void property(Node property) {}

        default void function(ExprFunction function) {}

        default void aggregate(Aggregator aggregate) {}
    }

    /** @param plan the query's algebra, not optimised: there property functions are triples still, and nothing is folded */
    static void visit(Op plan, Visitor visitor) {
        PlanParts parts = new PlanParts(visitor);
        Walker.walk(plan, parts.patterns, parts.expressions);
    }

    private final class Patterns extends OpVisitorBase {
        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(this::see);
        }

        @Override
        public void visit(OpTriple pattern) {
            see(pattern.getTriple());
        }

        @Override
        public void visit(OpPath pattern) {
            TriplePath path = pattern.getTriplePath();
            if (path.isTriple()) {
                see(path.asTriple());
            } else {
                path.getPath().visit(new Steps(visitor::property));
            }
        }

        @Override
        public void visit(OpService service) {
            visitor.service(service);
        }

        @Override
        public void visit(OpOrder order) {
            for (SortCondition condition : order.getConditions()) {
                Walker.walk(condition.getExpression(), this, expressions);
            }
        }

        @Override
        public void visit(OpGroup group) {
            for (ExprAggregator aggregated : group.getAggregators()) {
                visitor.aggregate(aggregated.getAggregator());
                ExprList arguments = aggregated.getAggregator().getExprList();
                if (arguments != null) { // as for COUNT(*)
                    Walker.walk(arguments, this, expressions);
                }
            }
        }

        private void see(Triple pattern) {
            visitor.property(pattern.getPredicate());
        }
    }

    private final class Expressions extends ExprVisitorFunction {
        @Override
        protected void visitExprFunction(ExprFunction function) {
            visitor.function(function);
        }

        @Override
        public void visit(ExprFunctionOp pattern) {} // its patterns and expressions are visited by themselves

        @Override
        public void visit(ExprTripleTerm term) {}

        @Override
        public void visit(NodeValue value) {}

        @Override
        public void visit(ExprVar variable) {}

        @Override
        public void visit(ExprAggregator aggregated) {} // a variable by now: see OpGroup

        @Override
        public void visit(ExprNone none) {}
    }

    /** The properties that a path follows or avoids. */
    private static final class Steps extends PathVisitorByType {
        private final Consumer<Node> seen;

        Steps(Consumer<Node> seen) {
            this.seen = seen;
        }

        @Override
        public void visitNegPS(P_NegPropSet avoided) {
            avoided.getNodes().forEach(step -> seen.accept(step.getNode()));
        }

        @Override
        public void visit0(P_Path0 step) {
            seen.accept(step.getNode());
        }

        @Override
        public void visit1(P_Path1 path) {
            path.getSubPath().visit(this);
        }

        @Override
        public void visit2(P_Path2 path) {
            path.getLeft().visit(this);
            path.getRight().visit(this);
        }
    }
}
