package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.List;

/**
 * Another triples map's subjects as objects: those of the same row, or those of the rows that the conditions join.
 *
 * @param parent the name of the triples map whose subjects they are
 * @param joins which rows of the parent's source belong to a row; none for the same row
 * @param conditions what must all be true for there to be an object
 * @param line the line of the mapping that says so
 */
public record ReferencingObjectMap(String parent, List<Join> joins, List<Expression> conditions, long line)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ReferencingObjectMap {
        joins = List.copyOf(joins);
        conditions = List.copyOf(conditions);
    }

    /** Rows belong together where the values of both expressions are equal. */
    public record Join(Expression child, Expression parent) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
