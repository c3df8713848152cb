package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that makes terms of a row.
 *
 * @param expression where the terms' texts come from
 * @param type what kind of terms they are
 * @param annotation the literals' language or datatype
 * @param conditions what must all be true for there to be a term
 * @param base what precedes relative IRIs
 * @param targets where triples with these terms go, if not to the run's own output
 * @param line the line of the mapping that says so
 */
public record TermMap(
        Expression expression,
        TermType type,
        Annotation annotation,
        List<Expression> conditions,
        String base,
        List<Target> targets,
        long line)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public TermMap {
        conditions = List.copyOf(conditions);
        targets = List.copyOf(targets);
    }

    /** What a literal has beside its text. */
    public record Annotation(Kind kind, List<Expression> expression) implements Serializable {
        public static final Annotation NONE = new Annotation(Kind.NONE, List.of());

        public enum Kind {
            NONE,
            LANGUAGE,
            DATATYPE
        }

        public static Annotation of(Kind kind, Expression expression) {
            return new Annotation(kind, List.of(expression));
        }

        public Annotation {
            expression = List.copyOf(expression);
        }

        /** {@return whether it is the same for every row} */
        public boolean isConstant() {
            return expression.stream().allMatch(Expression::isConstant);
        }
    }

    /** {@return the rule with further conditions} */
    public TermMap withConditions(List<Expression> more) {
        List<Expression> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new TermMap(expression, type, annotation, all, base, targets, line);
    }

    /** {@return the rule as a person writes it} */
    public String describe() {
        String text = expression.describe() + " as " + type;
        if (annotation.kind() != Annotation.Kind.NONE) {
            text += (annotation.kind() == Annotation.Kind.LANGUAGE ? " @" : " ^^")
                    + annotation.expression().get(0).describe();
        }
        if (!targets.isEmpty()) {
            text += " to "
                    + String.join(", ", targets.stream().map(Target::describe).toList());
        }
        return conditions.isEmpty()
                ? text
                : text + " if "
                        + String.join(
                                " and ",
                                conditions.stream().map(Expression::describe).toList());
    }
}
