package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.jspecify.annotations.Nullable;

/** An aggregate of which each group counts as a row that is kept. */
record CountedAggregate(Aggregator aggregate, Budget budget) implements Aggregator {
    @Override
    public Accumulator createAccumulator() {
        budget.keepRow();
        return aggregate.createAccumulator();
    }

    @Override
    public @Nullable Node getValueEmpty() {
        return aggregate.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return aggregate.toPrefixString();
    }

    @Override
    public String key() {
        return aggregate.key();
    }

    @Override
    public String getName() {
        return aggregate.getName();
    }

    @Override
    public @Nullable ExprList getExprList() {
        return aggregate.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new CountedAggregate(aggregate.copy(expressions), budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new CountedAggregate(aggregate.copyTransform(transform), budget);
    }

    @Override
    public boolean equals(@Nullable Aggregator other, boolean bySyntax) {
        return other instanceof CountedAggregate counted && aggregate.equals(counted.aggregate, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return aggregate.asSparqlExpr(context);
    }
}
