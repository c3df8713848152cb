package fr.pleiade.sparql.function;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * REGEX that can be stopped.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-regex">SPARQL 1.1 Query Language, section 17.4.3.14</a>
 */
final class WatchedMatch extends E_Regex {
    private final Budget budget;
    private final Patterns patterns = new Patterns("REGEX");

    private WatchedMatch(ExprList arguments, Budget budget) {
        super(arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
        this.budget = budget;
    }

    static Expr of(ExprList arguments, Budget budget) {
        return new WatchedMatch(arguments, budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        String text =
                NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.get(0)).getLiteralLexicalForm();
        Matcher matcher = patterns.in(text, arguments.subList(1, arguments.size()), budget);
        return NodeValue.booleanReturn(Patterns.guarded(matcher::find));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return of(arguments, budget);
    }
}
