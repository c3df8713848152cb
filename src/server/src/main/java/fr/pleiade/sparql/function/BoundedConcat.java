package fr.pleiade.sparql.function;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT, of texts that are not too long together. */
final class BoundedConcat extends E_StrConcat {
    private final Budget budget;

    BoundedConcat(ExprList arguments, Budget budget) {
        super(arguments);
        this.budget = budget;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        budget.requireLength(arguments.stream().mapToLong(Texts::length).sum());
        return super.eval(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments, budget);
    }
}
