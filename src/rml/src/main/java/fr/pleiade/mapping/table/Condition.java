package fr.pleiade.mapping.table;

import java.util.List;

/**
 * What must hold of a row.
 *
 * @param columns the columns that are looked at, by header or name: one of them has a value, or the only one has one of the words
 * @param words what the column is written with; {@code *} is any text; none where a value is enough
 * @param isNegated whether it must not hold
 * @param line where it is written
 */
public record Condition(List<String> columns, List<String> words, boolean isNegated, long line) {
    public Condition {
        columns = List.copyOf(columns);
        words = List.copyOf(words);
        if (columns.isEmpty() || !words.isEmpty() && columns.size() > 1) {
            throw new IllegalArgumentException(
                    "a condition looks at a column, or at several for a value in one of them");
        }
    }

    /** {@return what holds where this does not} */
    public Condition negated() {
        return new Condition(columns, words, !isNegated, line);
    }
}
