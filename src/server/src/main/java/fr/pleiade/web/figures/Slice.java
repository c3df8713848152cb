package fr.pleiade.web.figures;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.cube.table.Selection;
import fr.pleiade.web.http.RequestPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A part of a cube: the observations that are meant, and of them the measures that are.
 *
 * @param measures which of the cube's measures; never changed
 * @param perimeter whose numbers they are
 */
public record Slice(Cube cube, Selection selection, BitSet measures, Perimeter perimeter) {
    /** The parameter of addresses that chooses the perimeter, and its value for that of today. */
    public static final String PERIMETER = "perimeter";

    public static final String TODAY = "today";

    /** {@return all of a cube} */
    public static Slice of(Cube cube) {
        BitSet all = new BitSet();
        all.set(0, cube.table().measures().size());
        return new Slice(cube, Selection.ALL, all, Perimeter.OF_THE_DAY);
    }

    /** Whose numbers a slice has. */
    public enum Perimeter {
        /** Those of things as they were when they were counted. */
        OF_THE_DAY,
        /** Those of today's things: what a thing took over is added to its own. */
        OF_TODAY
    }

    Slice with(Selection other) {
        return new Slice(cube, other, measures, perimeter);
    }

    /** {@return the part of it with one value of a dimension} */
    public Slice with(Dimension dimension, int code) {
        return with(selection.with(dimension.place(), code));
    }

    /** {@return the same without a value at which a dimension is held} */
    public Slice without(Dimension dimension, int code) {
        return with(selection.without(dimension.place(), code));
    }

    /** {@return the same without one of the measures that it has; with all of them, where it was the only one} */
    public Slice withoutMeasure(int measure) {
        BitSet others = (BitSet) measures.clone();
        others.clear(measure);
        return new Slice(cube, selection, others.isEmpty() ? of(cube).measures() : others, perimeter);
    }

    /** {@return what another cube has for the values at which dimensions are held, those that it has; nothing where that is nothing} */
    public Optional<Slice> in(Cube other) {
        Selection held = Selection.ALL;
        for (Dimension there : other.dimensions()) {
            for (Dimension here : cube.dimensions()) {
                if (here.property().equals(there.property()) && !selection.isFree(here.place())) {
                    BitSet codes = new BitSet();
                    selection.codes().getOrDefault(here.place(), new BitSet()).stream()
                            .forEach(code -> there.code(here.values().get(code)).ifPresent(codes::set));
                    held = held.with(there.place(), codes);
                }
            }
        }
        boolean isSome = !held.codes().isEmpty() && other.table().rows(held, 1).length > 0;
        return isSome ? Optional.of(new Slice(other, held, of(other).measures(), perimeter)) : Optional.empty();
    }

    /** {@return the query of its address with its question mark, in one spelling; nothing for a whole cube} */
    public String query() {
        StringBuilder query = new StringBuilder();
        selection.codes().forEach((place, codes) -> {
            Dimension dimension = cube.dimensions().get(place);
            codes.stream().forEach(code -> append(query, dimension.name(), dimension.address(code)));
        });
        if (measures.cardinality() < cube.table().measures().size()) {
            measures.stream().forEach(measure -> append(query, Cube.MEASURE, cube.measureName(measure)));
        }
        if (!isAsPublished()) {
            append(query, PERIMETER, TODAY);
        }
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.length() == 0 ? '?' : '&')
                .append(RequestPath.encode(name))
                .append('=')
                .append(RequestPath.encode(value).replace("%2F", "/").replace("%3A", ":"));
    }

    /** {@return whether its numbers are as they were published} */
    public boolean isAsPublished() {
        return perimeter == Perimeter.OF_THE_DAY;
    }

    /** Gives its numbers, and the places where one is missing, in the order of the graphs; at most so many observations. */
    public void give(int most, Consumer<Entry> entries) {
        if (isAsPublished()) {
            for (int row : cube.table().rows(selection, most)) {
                giveRow(row, entries);
            }
        } else {
            Successors.of(this).sums(most).forEach(entries);
        }
    }

    /** {@return the IRI of the first observation, if there is one} */
    public Optional<String> firstObservation() {
        return IntStream.of(cube.table().rows(selection, 1))
                .mapToObj(cube::observation)
                .findFirst();
    }

    /** Gives the observations that its numbers come from, by their rows. */
    public void observations(IntConsumer rows) {
        for (int row : isAsPublished()
                ? cube.table().rows(selection, Integer.MAX_VALUE)
                : Successors.of(this).rows(Integer.MAX_VALUE)) {
            rows.accept(row);
        }
    }

    /** Gives what one observation has. */
    void giveRow(int row, Consumer<Entry> entries) {
        CubeTable table = cube.table();
        List<Integer> codes = new ArrayList<>(cube.dimensions().size());
        for (int dimension = 0; dimension < cube.dimensions().size(); dimension++) {
            codes.add(table.code(row, dimension));
        }
        boolean isOneGiven = false;
        boolean isSomeGiven = false;
        for (int measure = 0; measure < table.measures().size(); measure++) {
            Optional<BigDecimal> number = table.number(row, measure);
            isSomeGiven |= number.isPresent();
            if (number.isPresent() && measures.get(measure)) {
                entries.accept(new Entry(row, codes, measure, number, cube.status(row), cube.unit(row), 1));
                isOneGiven = true;
            }
        }
        if (!isOneGiven && !isSomeGiven && !measures.isEmpty()) {
            entries.accept(new Entry(
                    row, codes, measures.nextSetBit(0), Optional.empty(), cube.status(row), cube.unit(row), 1));
        }
    }

    /** {@return its numbers} */
    public List<Entry> entries(int most) {
        List<Entry> entries = new ArrayList<>();
        give(most, entries::add);
        return entries;
    }
}
