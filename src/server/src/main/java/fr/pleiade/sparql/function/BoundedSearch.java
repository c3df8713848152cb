package fr.pleiade.sparql.function;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.serializer.SerializationContext;

/** CONTAINS, STRBEFORE or STRAFTER: Java takes the product of two lengths to find one text in another, so long ones are looked for here. */
final class BoundedSearch extends ExprFunction2 {
    /** Up to this product of lengths Java is done in some milliseconds. */
    private static final long SHORT_WORK = 1 << 24;

    private final ExprFunction2 function;

    BoundedSearch(ExprFunction2 function) {
        super(
                function.getArg1(),
                function.getArg2(),
                function.getFunctionSymbol().getSymbol());
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue part) {
        if ((long) Texts.length(text) * Texts.length(part) <= SHORT_WORK) {
            return function.eval(text, part);
        }
        NodeValueOps.checkTwoArgumentStringLiterals(getFunctionSymbol().getSymbol(), text, part);
        Node literal = text.asNode();
        String searched = literal.getLiteralLexicalForm();
        String wanted = part.asNode().getLiteralLexicalForm();
        int at = Texts.find(wanted, searched);
        if (function instanceof E_StrContains) {
            return NodeValue.booleanReturn(at >= 0);
        }
        if (at < 0) {
            return NodeValue.nvEmptyString;
        }
        String found =
                function instanceof E_StrBefore ? searched.substring(0, at) : searched.substring(at + wanted.length());
        return Texts.like(literal, found);
    }

    @Override
    public Expr copy(Expr text, Expr part) {
        return new BoundedSearch((ExprFunction2) function.copy(text, part));
    }

    @Override
    public String getFunctionPrintName(SerializationContext context) {
        return function.getFunctionPrintName(context);
    }
}
