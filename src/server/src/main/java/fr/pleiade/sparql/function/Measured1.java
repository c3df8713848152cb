package fr.pleiade.sparql.function;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.serializer.SerializationContext;

/** A function of one argument whose text may be some times longer than the argument. */
final class Measured1 extends ExprFunction1 {
    private final ExprFunction1 function;
    private final Budget budget;

    Measured1(ExprFunction1 function, Budget budget) {
        super(function.getArg(), function.getFunctionSymbol().getSymbol());
        this.function = function;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue argument) {
        return Texts.measured(function.eval(argument), budget);
    }

    @Override
    public Expr copy(Expr argument) {
        return new Measured1((ExprFunction1) function.copy(argument), budget);
    }

    @Override
    public String getFunctionPrintName(SerializationContext context) {
        return function.getFunctionPrintName(context);
    }
}
