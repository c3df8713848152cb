package fr.pleiade.sparql.function;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.serializer.SerializationContext;

/** STRDT or STRLANG: a literal made of a text, which may be read as a number. */
final class Measured2 extends ExprFunction2 {
    private final ExprFunction2 function;
    private final Budget budget;

    Measured2(ExprFunction2 function, Budget budget) {
        super(
                function.getArg1(),
                function.getArg2(),
                function.getFunctionSymbol().getSymbol());
        this.function = function;
        this.budget = budget;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue typeOrLanguage) {
        if (typeOrLanguage.isIRI()) {
            Digits.requireShort(text.asString(), typeOrLanguage.asNode().getURI());
        }
        return Texts.measured(function.eval(text, typeOrLanguage), budget);
    }

    @Override
    public Expr copy(Expr text, Expr typeOrLanguage) {
        return new Measured2((ExprFunction2) function.copy(text, typeOrLanguage), budget);
    }

    @Override
    public String getFunctionPrintName(SerializationContext context) {
        return function.getFunctionPrintName(context);
    }
}
