package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.BoundedExpressions;
import fr.pleiade.sparql.function.Budget;
import fr.pleiade.sparql.function.Functions;
import java.util.Optional;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.describe.DescribeHandlerRegistry;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.sys.JenaSystem;

/** Puts an execution under a budget. */
public final class Bounds {
    private static final Symbol BUDGET = Symbol.create("pleiade:budget");

    static {
        JenaSystem.init();
        DescribeHandlerRegistry.get().add(WatchedDescription::new); // there is one for all executions
    }

    private Bounds() {}

    /** Takes the place of ARQ's own limits, registries, optimiser and executor in a context, of which an execution is then built. */
    public static void apply(Budget budget, Context execution) {
        execution.set(BUDGET, budget);
        execution.set(ARQConstants.symCancelQuery, budget.signal());
        execution.unset(ARQ.queryTimeout); // its clock waits for whoever is planning, and all others for it
        FunctionRegistry.set(execution, Functions.registry());
        PropertyFunctionRegistry.set(execution, ClosedProperties.NONE);
        execution.set(ARQ.enablePropertyFunctions, false);
        RewriteFactory usual = Optimize.stdOptimizationFactory;
        RewriteFactory bounded = context -> plan -> usual.create(context).rewrite(BoundedExpressions.in(plan, budget));
        execution.set(ARQConstants.sysOptimizerFactory, bounded);
        QC.setFactory(execution, BoundedExecutor::new);
    }

    /** {@return the budget of the execution that has this context, if it has one} */
    static Optional<Budget> of(Context execution) {
        return Optional.ofNullable(execution.get(BUDGET));
    }
}
