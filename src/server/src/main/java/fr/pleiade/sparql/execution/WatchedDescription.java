package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.describe.DescribeHandler;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** Adds nothing to a description, but looks at the signal before each thing that is described. */
final class WatchedDescription implements DescribeHandler {
    private @Nullable Budget budget;

    @Override
    public void start(Model description, Context execution) {
        budget = Bounds.of(execution).orElse(null);
    }

    @Override
    public void describe(Resource thing) {
        if (budget != null) {
            budget.answered();
            budget.keepRow();
        }
    }

    @Override
    public void finish() {}
}
