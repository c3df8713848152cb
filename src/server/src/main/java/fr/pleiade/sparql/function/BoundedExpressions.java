package fr.pleiade.sparql.function;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Puts, in a plan that has not been optimised yet, functions that keep to a budget in the place of ARQ's: those that can take more than
 * linear time, or whose value is longer than what they are given. Of the others a query can only call as many as it has characters.
 */
public final class BoundedExpressions extends ExprTransformCopy {
    private final Budget budget;

    private BoundedExpressions(Budget budget) {
        this.budget = budget;
    }

    /** {@return the same plan, whose functions keep to the budget} */
    public static Op in(Op plan, Budget budget) {
        return Transformer.transform(new Groups(budget), new BoundedExpressions(budget), plan);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        ExprFunction1 same = (ExprFunction1) super.transform(function, argument);
        if (same instanceof E_StrEncodeForURI || same instanceof E_StrUpperCase || same instanceof E_StrLowerCase) {
            return new Measured1(same, budget);
        }
        return same;
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        ExprFunction2 same = (ExprFunction2) super.transform(function, first, second);
        if (same instanceof E_Multiply) {
            return new BoundedProduct(first, second);
        }
        if (same instanceof E_StrDatatype || same instanceof E_StrLang) {
            return new Measured2(same, budget);
        }
        if (same instanceof E_StrContains || same instanceof E_StrBefore || same instanceof E_StrAfter) {
            return new BoundedSearch(same);
        }
        return same;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex) {
            return WatchedMatch.of(arguments, budget);
        }
        if (function instanceof E_StrReplace) {
            return WatchedReplacement.of(arguments, budget);
        }
        if (function instanceof E_StrConcat) {
            return new BoundedConcat(arguments, budget);
        }
        return super.transform(function, arguments);
    }

    /** What GROUP_CONCAT gathers grows with the rows. */
    private static final class Groups extends TransformCopy {
        private final Budget budget;

        Groups(Budget budget) {
            this.budget = budget;
        }

        @Override
        public Op transform(OpGroup group, Op inner) {
            List<ExprAggregator> aggregates =
                    group.getAggregators().stream().map(this::bounded).toList();
            return new OpGroup(inner, group.getGroupVars(), aggregates);
        }

        private ExprAggregator bounded(ExprAggregator aggregate) {
            Aggregator aggregator = aggregate.getAggregator();
            int separator = separator(aggregator);
            if (separator < 0) {
                return aggregate;
            }
            Expr gathered = new GatheredText(aggregator.getExprList().get(0), separator, budget);
            return new ExprAggregator(aggregate.getVar(), aggregator.copy(ExprList.create(List.of(gathered))));
        }

        /** {@return the length of what stands between two texts, or less than 0 if they are not joined} */
        private static int separator(Aggregator aggregator) {
            if (aggregator instanceof AggGroupConcat joined) {
                return joined.getSeparator() == null ? 1 : joined.getSeparator().length();
            }
            if (aggregator instanceof AggGroupConcatDistinct joined) {
                return joined.getSeparator() == null ? 1 : joined.getSeparator().length();
            }
            return -1;
        }
    }
}
