package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A logical view: rows made of another source's rows by naming what is in them, and by joining other views' rows to them.
 *
 * @param on the source that the view is made of
 * @param fields what a row's columns are called, and which expressions give them
 * @param joins what other views add to a row
 * @see <a href="https://kg-construct.github.io/rml-lv/spec/docs/">RML-LV</a>
 */
public record View(LogicalSource on, List<Field> fields, List<Join> joins) implements Serializable {
    private static final long serialVersionUID = 1L;

    public View {
        fields = List.copyOf(fields);
        joins = List.copyOf(joins);
    }

    /** How the text of a field is taken apart into records. */
    public enum Formulation {
        /** It is not: the field is the value of an expression. */
        NONE,
        /** As JSON, by a path. */
        JSON
    }

    /**
     * A column, or several records within one.
     *
     * @param name what it is called, those of its parents not included
     * @param expression what gives its values; none where it iterates
     * @param formulation how it iterates
     * @param iterator the path of the records that it iterates over
     * @param nested the fields of each of its records
     */
    public record Field(
            String name, List<Expression> expression, Formulation formulation, String iterator, List<Field> nested)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        public Field {
            expression = List.copyOf(expression);
            nested = List.copyOf(nested);
        }

        /** {@return the names of the columns that it makes: of each value, and of each record's position from 0} */
        public List<String> columns(String parent) {
            String full = parent + name;
            List<String> columns = new ArrayList<>();
            if (!expression.isEmpty()) {
                columns.add(full);
            }
            columns.add(full + ".#");
            nested.forEach(field -> columns.addAll(field.columns(full + ".")));
            return columns;
        }
    }

    /** What becomes of a row that no row of the other view belongs to. */
    public enum Unmatched {
        KEPT,
        DROPPED
    }

    /** Fields of another view, for the rows of it whose values are equal. */
    public record Join(
            LogicalSource parent, List<ReferencingObjectMap.Join> conditions, List<Field> fields, Unmatched unmatched)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        public Join {
            conditions = List.copyOf(conditions);
            fields = List.copyOf(fields);
        }
    }

    /** {@return the columns of the view's rows} */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("#"));
        fields.forEach(field -> columns.addAll(field.columns("")));
        joins.forEach(join -> join.fields().forEach(field -> columns.addAll(field.columns(""))));
        return columns;
    }
}
