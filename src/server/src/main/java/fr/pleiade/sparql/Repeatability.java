package fr.pleiade.sparql;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.ARQConstants;
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
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * Whether a query, as it was parsed, has the same answer each time that the same store is asked: it calls neither the clock, nor chance,
 * nor a service, nor anything by an IRI of which we do not know what it does.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#SparqlOps">SPARQL 1.1 Query Language, section 17</a>
 */
final class Repeatability {
    /** The functions that are called by an IRI and known to be the same each time: casts. */
    private static final String CASTS = "http://www.w3.org/2001/XMLSchema#";

    /** Where the names of property functions begin that need not be registered. */
    @SuppressWarnings("deprecation") // deprecated, and still understood
    private static final List<String> PROPERTY_FUNCTIONS = List.of(
            ARQConstants.javaClassURIScheme,
            ARQConstants.ARQPropertyFunctionLibraryURI,
            ARQConstants.ARQPropertyFunctionLibraryURI_Jena2);

    private static final Set<Class<?>> CLOCK_AND_CHANCE =
            Set.of(E_Now.class, E_Random.class, E_UUID.class, E_StrUUID.class, E_Call.class);

    private final ExprVisitor expressions = new Expressions();
    private boolean same = true;

    private Repeatability() {}

    /** @param plan the query's algebra, not optimised: there property functions are triples still, and nothing is folded */
    static boolean of(Op plan) {
        Repeatability repeatability = new Repeatability();
        Walker.walk(plan, repeatability.new Patterns(), repeatability.expressions);
        return repeatability.same;
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
            }
        }

        @Override
        public void visit(OpService service) {
            same = false;
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
                same &= !(aggregated.getAggregator() instanceof AggCustom);
                ExprList arguments = aggregated.getAggregator().getExprList();
                if (arguments != null) { // as for COUNT(*)
                    Walker.walk(arguments, this, expressions);
                }
            }
        }

        /** A property may be a function of ARQ's. */
        private void see(Triple pattern) {
            Node property = pattern.getPredicate();
            same &= !property.isURI() || !isFunction(property.getURI());
        }

        private static boolean isFunction(String property) {
            return PROPERTY_FUNCTIONS.stream().anyMatch(property::startsWith)
                    || PropertyFunctionRegistry.get().isRegistered(property);
        }
    }

    private final class Expressions extends ExprVisitorFunction {
        @Override
        protected void visitExprFunction(ExprFunction function) {
            same &= !CLOCK_AND_CHANCE.contains(function.getClass()) && !(function instanceof Unstable);
            if (function instanceof E_Function named) {
                same &= named.getFunctionIRI().startsWith(CASTS);
            }
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
}
