package fr.pleiade.quality.secrecy;

import fr.pleiade.quality.SmallCounts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of a table, and which of them must be hidden: those under the threshold, those that an earlier release hid, and as many others as
 * are needed so that no sum gives one back.
 *
 * <p>Each sum is looked at by itself, again and again until nothing changes: where one hidden count is alone in it, or those that are hidden
 * are together under the threshold, the least of the others is hidden too. What several sums give back only together is not found. Memory: the counts.
 */
final class CountTable {
    private static final int NONE = -1;

    private final SmallCounts declared;
    private final int width;
    private final List<double[]> rows = new ArrayList<>();
    private final BitSet primary = new BitSet();
    private final BitSet hidden = new BitSet();
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();

    /** Rows that are parts of a sum, and the row that is the sum, if it is there. */
    private static final class Group {
        private final List<Integer> parts = new ArrayList<>();
        private int total = NONE;
    }

    CountTable(SmallCounts declared) {
        this.declared = declared;
        this.width = declared.counts().size();
    }

    /**
     * Adds a row.
     *
     * @param counts its counts in the order of {@link SmallCounts#counts}; not a number where it has none
     * @param group what it has in the columns in which a total and its parts are alike
     * @param isTotal whether it is the total of the group
     * @return the row's number, from 0
     */
    int add(double[] counts, List<String> group, boolean isTotal) {
        int row = rows.size();
        rows.add(counts);
        for (int column = 0; column < width; column++) {
            if (counts[column] > 0 && counts[column] < declared.threshold()) {
                hide(cell(row, column));
                primary.set(cell(row, column));
            }
        }
        if (declared.rows().exist()) {
            Group of = groups.computeIfAbsent(List.copyOf(group), g -> new Group());
            if (isTotal) {
                of.total = row;
            } else {
                of.parts.add(row);
            }
        }
        return row;
    }

    /** Hides a count that an earlier release has hidden; nothing where there is no count. */
    void hideAsBefore(int row, int column) {
        hide(cell(row, column));
    }

    /** Hides what would give hidden counts back. */
    void protect() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; row < rows.size() && declared.hasTotal(); row++) {
                changed |= protectRow(row);
            }
            for (Group group : groups.values()) {
                for (int column = 0; column < width && group.total != NONE; column++) {
                    changed |= protectColumn(group, column);
                }
            }
        }
    }

    private boolean protectRow(int row) {
        int[] parts = new int[width - 1];
        for (int column = 0; column < parts.length; column++) {
            parts[column] = cell(row, column);
        }
        return protect(cell(row, width - 1), parts);
    }

    private boolean protectColumn(Group group, int column) {
        int[] parts = group.parts.stream().mapToInt(row -> cell(row, column)).toArray();
        return protect(cell(group.total, column), parts);
    }

    /** Protects one sum. {@return whether more is hidden now} */
    private boolean protect(int total, int[] parts) {
        boolean more = false;
        while (!Double.isNaN(value(total)) && isGivenBack(total, parts)) {
            int next = least(parts, Double.MIN_VALUE);
            if (next == NONE) {
                next = hidden.get(total) ? least(parts, 0) : total;
            }
            if (next == NONE) {
                return more;
            }
            hide(next);
            more = true;
        }
        return more;
    }

    private boolean isGivenBack(int total, int[] parts) {
        int unknown = hidden.get(total) ? 1 : 0;
        double sum = 0;
        for (int part : parts) {
            if (hidden.get(part)) {
                unknown++;
                sum += value(part);
            }
        }
        return unknown == 1 || unknown > 1 && !hidden.get(total) && sum < declared.threshold();
    }

    /** {@return the least of the counts that are shown and at least so much, the first of equal ones} */
    private int least(int[] parts, double from) {
        int least = NONE;
        for (int part : parts) {
            if (!hidden.get(part) && value(part) >= from && (least == NONE || value(part) < value(least))) {
                least = part;
            }
        }
        return least;
    }

    private void hide(int cell) {
        if (!Double.isNaN(value(cell))) {
            hidden.set(cell);
        }
    }

    private int cell(int row, int column) {
        return Math.addExact(Math.multiplyExact(row, width), column);
    }

    private double value(int cell) {
        return rows.get(cell / width)[cell % width];
    }

    boolean isHidden(int row, int column) {
        return hidden.get(cell(row, column));
    }

    /** {@return whether a count is under the threshold, whatever sums give back} */
    boolean isSmall(int row, int column) {
        return primary.get(cell(row, column));
    }
}
