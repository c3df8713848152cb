package fr.pleiade.web.figures;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.BarChart;
import fr.pleiade.web.page.LineChart;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one cube says of a thing, or of several side by side, as far as that can be drawn.
 *
 * @param title what the cube is called
 * @param dataSet the IRI of the cube's data set
 * @param held what all numbers have in common beside the thing
 * @param single the number in a sentence, where it is one; else {@code ""}
 * @param lines over time
 * @param bars by category
 * @param table the numbers
 * @param href where all that the cube says of it can be chosen
 */
public record ThingFigures(
        String title,
        String dataSet,
        List<String> held,
        String single,
        List<LineChart> lines,
        List<BarChart> bars,
        SliceTable table,
        String href) {
    public ThingFigures {
        held = List.copyOf(held);
        lines = List.copyOf(lines);
        bars = List.copyOf(bars);
    }

    /**
     * {@return the figures of things, a part for each cube that has numbers of one of them, in the order of the cubes' words}
     *
     * @param things IRIs, one or more
     * @param place what the addresses of cubes begin with, {@code /} or that of a release
     */
    public static List<ThingFigures> of(Collection<Cube> cubes, List<String> things, String place, Locale locale) {
        List<ThingFigures> figures = new ArrayList<>();
        for (Cube cube : cubes) {
            about(cube, things).ifPresent(slice -> figures.add(of(slice, dimension(cube, things), place, locale)));
        }
        return figures;
    }

    /** {@return the part of a cube that is about things, if it says something of one of them} */
    public static Optional<Slice> about(Cube cube, List<String> things) {
        return dimension(cube, things).map(dimension -> {
            BitSet codes = new BitSet();
            things.forEach(thing -> dimension.code(new Term.Iri(thing)).ifPresent(codes::set));
            Slice all = Slice.of(cube);
            return all.with(all.selection().with(dimension.place(), codes));
        });
    }

    /** {@return cubes, one of each dataset in turn; of a dataset those of few dimensions first, which are wholes, and the plainest of them} */
    public static List<Cube> inTurn(Collection<Cube> cubes) {
        Map<String, List<Cube>> byDataset = new LinkedHashMap<>();
        cubes.stream()
                .sorted(Comparator.<Cube>comparingInt(cube -> cube.dimensions().size())
                        .thenComparingInt(cube -> cube.table().word().length())
                        .thenComparing(cube -> cube.table().word()))
                .forEach(cube -> byDataset
                        .computeIfAbsent(cube.table().graphs().get(0), slug -> new ArrayList<>())
                        .add(cube));
        List<Cube> inTurn = new ArrayList<>();
        for (int turn = 0; inTurn.size() < cubes.size(); turn++) {
            for (List<Cube> ofDataset : byDataset.values()) {
                ofDataset.stream().skip(turn).limit(1).forEach(inTurn::add);
            }
        }
        return inTurn;
    }

    private static Optional<Dimension> dimension(Cube cube, List<String> things) {
        return cube.dimensions().stream()
                .filter(dimension -> things.stream()
                        .anyMatch(thing -> dimension
                                .code(new Term.Iri(thing))
                                .filter(code -> code < dimension.size())
                                .isPresent()))
                .findFirst();
    }

    private static ThingFigures of(Slice slice, Optional<Dimension> ofThings, String place, Locale locale) {
        SliceView view = new SliceView(Drawable.of(slice, ofThings), locale);
        return new ThingFigures(
                slice.cube().title(locale),
                slice.cube().table().dataSet(),
                view.held(ofThings),
                view.single().orElse(""),
                view.lines(),
                view.bars(),
                view.table(1),
                place + slice.cube().path().substring(1) + slice.query());
    }
}
