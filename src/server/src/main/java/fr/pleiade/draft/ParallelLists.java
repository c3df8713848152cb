package fr.pleiade.draft;

import fr.pleiade.sources.Row;
import java.util.ArrayList;
import java.util.List;

/** Which columns of lists belong together, item by item: in nearly every row their lists are equally long. */
final class ParallelLists {
    private static final double NEARLY_ALL = 0.97;

    private final List<ColumnGuess> columns;
    private final List<Integer> lists = new ArrayList<>();
    private final int[] lengths;
    private final long[][] alike;
    private final long[][] both;

    ParallelLists(List<ColumnGuess> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).separator().equals(";")) {
                lists.add(i);
            }
        }
        lengths = new int[lists.size()];
        alike = new long[lists.size()][lists.size()];
        both = new long[lists.size()][lists.size()];
    }

    /** {@return whether there is more than one column of lists} */
    boolean isAsked() {
        return lists.size() > 1;
    }

    void add(Row row) {
        for (int i = 0; i < lengths.length; i++) {
            int column = lists.get(i);
            lengths[i] = length(row.bytes(), row.start(column), row.end(column));
        }
        for (int i = 0; i < lengths.length; i++) {
            for (int other = 0; other < i; other++) {
                if (lengths[i] > 0 && lengths[other] > 0 && lengths[i] + lengths[other] > 2) {
                    both[i][other]++;
                    alike[i][other] += lengths[i] == lengths[other] ? 1 : 0;
                }
            }
        }
    }

    private static int length(byte[] bytes, int start, int end) {
        int length = start < end ? 1 : 0;
        for (int i = start; i < end; i++) {
            length += bytes[i] == ';' ? 1 : 0;
        }
        return length;
    }

    /** {@return the groups, each with its columns in the order of the file} */
    List<List<String>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < lengths.length; i++) {
            int column = i;
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> isParallel(column, other)))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(column), () -> groups.add(new ArrayList<>(List.of(column))));
        }
        return groups.stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream()
                        .map(list -> columns.get(lists.get(list)).header())
                        .toList())
                .toList();
    }

    private boolean isParallel(int column, int other) {
        return both[column][other] > 0 && alike[column][other] >= both[column][other] * NEARLY_ALL;
    }
}
