package fr.pleiade.sparql.function;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** A value that GROUP_CONCAT gathers, counted. */
final class GatheredText extends ExprFunction1 {
    private final int separator;
    private final Budget budget;

    GatheredText(Expr value, int separator, Budget budget) {
        super(value, "gathered");
        this.separator = separator;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        budget.gather(value.asString().length() + separator);
        return value;
    }

    @Override
    public Expr copy(Expr value) {
        return new GatheredText(value, separator, budget);
    }
}
