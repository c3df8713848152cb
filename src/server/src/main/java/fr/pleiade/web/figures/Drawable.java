package fr.pleiade.web.figures;

import fr.pleiade.cube.table.Column;
import fr.pleiade.cube.table.CubeTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of a slice that can be drawn, with its observations. A dimension is held at what stands for all its values, where there is that,
 * else at the value that most observations have; time is left free, and where there is none the last dimension with several values.
 */
public record Drawable(Slice slice, List<Integer> rows) {
    /** As many bars as tell something. */
    private static final int MOST_BARS = 60;

    public Drawable {
        rows = List.copyOf(rows);
    }

    /** {@return a part of a slice of published numbers} */
    public static Drawable of(Slice slice) {
        return of(slice, Optional.empty());
    }

    /** {@return the same, one dimension staying as it is} */
    static Drawable of(Slice slice, Optional<Dimension> kept) {
        CubeTable table = slice.cube().table();
        Slice found = slice;
        int[] rows = table.rows(slice.selection(), Integer.MAX_VALUE);
        Optional<Dimension> next = toHold(found, rows, kept);
        while (next.isPresent()) {
            Dimension dimension = next.get();
            int code = best(dimension, counts(table, rows, dimension));
            rows = Arrays.stream(rows)
                    .filter(row -> table.code(row, dimension.place()) == code)
                    .toArray();
            found = found.with(dimension, code);
            next = toHold(found, rows, kept);
        }
        return new Drawable(found, Arrays.stream(rows).boxed().toList());
    }

    /** {@return its numbers, at most those of so many observations} */
    List<Entry> entries(int most) {
        List<Entry> entries = new ArrayList<>();
        rows.stream().limit(most).forEach(row -> slice.giveRow(row, entries::add));
        return entries;
    }

    private static Optional<Dimension> toHold(Slice slice, int[] rows, Optional<Dimension> kept) {
        CubeTable table = slice.cube().table();
        List<Dimension> varying = slice.cube().dimensions().stream()
                .filter(dimension -> values(counts(table, rows, dimension)) > 1)
                .toList();
        List<Dimension> categories = varying.stream()
                .filter(dimension ->
                        !dimension.isTime() && kept.filter(dimension::equals).isEmpty())
                .toList();
        boolean isAlone = categories.size() == 1
                && varying.size() == 1
                && values(counts(table, rows, categories.get(0))) <= MOST_BARS;
        return isAlone ? Optional.empty() : categories.stream().findFirst();
    }

    private static int[] counts(CubeTable table, int[] rows, Dimension dimension) {
        int[] counts = new int[dimension.size()];
        for (int row : rows) {
            int code = table.code(row, dimension.place());
            if (code != Column.ABSENT) {
                counts[code]++;
            }
        }
        return counts;
    }

    private static long values(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }

    private static int best(Dimension dimension, int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .max(Comparator.comparing(dimension::isTotal)
                        .thenComparing(code -> counts[code])
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .orElseThrow();
    }
}
