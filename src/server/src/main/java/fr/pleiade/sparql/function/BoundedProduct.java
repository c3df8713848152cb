package fr.pleiade.sparql.function;

import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/** A product of numbers: the one operator that doubles their digits. */
final class BoundedProduct extends E_Multiply {
    BoundedProduct(Expr first, Expr second) {
        super(first, second);
    }

    @Override
    public NodeValue eval(NodeValue first, NodeValue second) {
        Budget.requireDigits(Digits.of(first) + Digits.of(second));
        return super.eval(first, second);
    }

    @Override
    public Expr copy(Expr first, Expr second) {
        return new BoundedProduct(first, second);
    }
}
