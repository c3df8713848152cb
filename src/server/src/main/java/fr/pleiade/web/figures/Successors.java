package fr.pleiade.web.figures;

import fr.pleiade.cube.table.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A slice on the perimeter of today: what a thing took over is added to its own numbers.
 *
 * <p>Only what can be added is ({@link Cube#isSummable}): a rate of two schools is not the sum of their rates. Where one of the parts has no
 * number, or another unit, there is no sum either.
 */
record Successors(Slice slice, Selection expanded) {
    /** Those of the things that are meant, and of all that they took over. */
    static Successors of(Slice slice) {
        Selection expanded = Selection.ALL;
        for (Map.Entry<Integer, BitSet> held : slice.selection().codes().entrySet()) {
            Dimension dimension = slice.cube().dimensions().get(held.getKey());
            BitSet meant = new BitSet();
            for (int code = 0; code < dimension.size(); code++) {
                meant.set(code, held.getValue().get(dimension.today(code)));
            }
            expanded = expanded.with(held.getKey(), meant);
        }
        return new Successors(slice, expanded);
    }

    /** {@return the observations, at most so many} */
    int[] rows(int most) {
        return slice.cube().table().rows(expanded, most);
    }

    private record Place(List<Integer> codes, int measure) {}

    /** {@return a number for each place of at most so many observations, in the order in which the places are first met} */
    List<Entry> sums(int most) {
        Map<Place, Entry> sums = new LinkedHashMap<>();
        for (int row : rows(most)) {
            slice.giveRow(
                    row, entry -> sums.merge(new Place(today(entry.codes()), entry.measure()), at(entry), this::sum));
        }
        return List.copyOf(sums.values());
    }

    private List<Integer> today(List<Integer> codes) {
        List<Integer> today = new ArrayList<>();
        for (int place = 0; place < codes.size(); place++) {
            today.add(slice.cube().dimensions().get(place).today(codes.get(place)));
        }
        return today;
    }

    private Entry at(Entry entry) {
        return new Entry(
                entry.row(),
                today(entry.codes()),
                entry.measure(),
                entry.number(),
                entry.status(),
                entry.unit(),
                entry.parts());
    }

    private Entry sum(Entry one, Entry other) {
        Cube cube = slice.cube();
        boolean isSummable = one.unit().equals(other.unit())
                && cube.isSummable(one.row(), one.measure())
                && cube.isSummable(other.row(), other.measure());
        Optional<BigDecimal> sum = one.number()
                .filter(number -> isSummable)
                .flatMap(number -> other.number().map(number::add));
        return new Entry(
                one.row(),
                one.codes(),
                one.measure(),
                sum,
                one.status().or(other::status),
                one.unit(),
                one.parts() + other.parts());
    }
}
