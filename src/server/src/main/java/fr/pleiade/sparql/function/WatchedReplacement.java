package fr.pleiade.sparql.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * REPLACE that can be stopped, and stops when its text gets too long; else it does what ARQ's does.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-replace">SPARQL 1.1 Query Language, section 17.4.3.15</a>
 */
final class WatchedReplacement extends E_StrReplace {
    private final Budget budget;
    private final Patterns patterns = new Patterns("REPLACE");

    private WatchedReplacement(ExprList arguments, Budget budget) {
        super(arguments.get(0), arguments.get(1), arguments.get(2), arguments.size() > 3 ? arguments.get(3) : null);
        this.budget = budget;
    }

    static Expr of(ExprList arguments, Budget budget) {
        return new WatchedReplacement(arguments, budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        Node literal = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(0));
        String replacement = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(2))
                .getLiteralLexicalForm();
        List<NodeValue> patternAndFlags = new ArrayList<>(List.of(arguments.get(1)));
        patternAndFlags.addAll(arguments.subList(3, arguments.size()));
        String text = literal.getLiteralLexicalForm();
        Matcher matcher = patterns.in(text, patternAndFlags, budget);
        String replaced = Patterns.guarded(() -> replaced(matcher, replacement));
        return replaced.equals(text) ? arguments.get(0) : Texts.like(literal, replaced);
    }

    /** After the first match, an empty one is not one: as in ARQ, where Java and XPath differ. */
    private String replaced(Matcher matcher, String replacement) {
        StringBuilder made = new StringBuilder();
        boolean isFirst = true;
        try {
            while (matcher.find()) {
                if (isFirst || matcher.start() != matcher.end()) {
                    matcher.appendReplacement(made, replacement);
                    budget.requireLength(made.length());
                }
                isFirst = false;
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: the replacement is not one: " + e.getMessage(), e);
        }
        matcher.appendTail(made);
        budget.requireLength(made.length());
        return made.toString();
    }

    @Override
    public Expr copy(ExprList arguments) {
        return of(arguments, budget);
    }
}
