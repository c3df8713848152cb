package fr.pleiade.quality;

import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Which counts of a table must not be published because they are of few people, and what else would give them back.
 *
 * @param threshold the least count that may be published; zero, which counts nobody, may be too
 * @param columns the columns of counts, which are the parts of the total if there is one
 * @param total the column that is the sum of these in each row; {@code ""} if there is none
 * @param rows which rows are the sums of others
 * @param why the site's reason
 * @param declared where it is declared
 */
public record SmallCounts(
        long threshold, List<String> columns, String total, TotalRows rows, Text why, Place.InLine declared) {
    /**
     * Rows that are the sums of other rows.
     *
     * @param column the column in which a row says so; {@code ""} if there are no such rows
     * @param member what it says there, such as {@code Total}
     * @param by the columns in which a total and its parts are alike
     */
    public record TotalRows(String column, String member, List<String> by) {
        public static final TotalRows NONE = new TotalRows("", "", List.of());

        public TotalRows {
            by = List.copyOf(by);
        }

        /** {@return whether there are such rows} */
        public boolean exist() {
            return !column.isEmpty();
        }
    }

    public SmallCounts {
        columns = List.copyOf(columns);
        if (threshold < 2 || columns.isEmpty()) {
            throw new IllegalArgumentException("threshold " + threshold + ", columns " + columns);
        }
    }

    /** {@return whether there is a column of totals} */
    public boolean hasTotal() {
        return !total.isEmpty();
    }

    /** {@return all columns of counts, that of the totals last} */
    public List<String> counts() {
        List<String> counts = new ArrayList<>(columns);
        if (hasTotal()) {
            counts.add(total);
        }
        return List.copyOf(counts);
    }

    /** {@return all columns that it speaks of} */
    public List<String> named() {
        List<String> named = new ArrayList<>(counts());
        if (rows.exist()) {
            named.add(rows.column());
            named.addAll(rows.by());
        }
        return List.copyOf(named);
    }
}
