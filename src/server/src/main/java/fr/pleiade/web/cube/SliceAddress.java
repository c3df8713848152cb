package fr.pleiade.web.cube;

import fr.pleiade.cube.table.Selection;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Query;
import fr.pleiade.web.http.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Slices as addresses name them: {@code ?etablissement=etablissement/6G2TU&annee=2017}.
 *
 * <p>Each dimension is a parameter; with several values it has all of them. {@code measure} chooses measures where there are several, and
 * {@code perimeter=today} adds to each thing what it took over.
 */
final class SliceAddress {
    /** Conditions that an address may have. */
    private static final int MOST = 60;

    private static final int TOLD = 12;

    /** What addresses have that does not choose observations. */
    private static final Set<String> OTHERS = Set.of("page", "lang", "format", "_mediatype", "_profile");

    private SliceAddress() {}

    /**
     * {@return the slice of a cube that an address means; empty values mean nothing, as forms send them}
     *
     * @throws Refusal with 400 for a dimension that the cube has not or more than {@value #MOST} conditions, with 404 for a value that no
     *     observation has
     */
    static Slice read(Cube cube, List<Query.Parameter> parameters, Locale locale) {
        Map<Integer, BitSet> codes = new TreeMap<>();
        BitSet measures = new BitSet();
        Slice.Perimeter perimeter = Slice.Perimeter.OF_THE_DAY;
        List<Query.Parameter> conditions = parameters.stream()
                .filter(parameter -> !parameter.value().isEmpty()
                        && !OTHERS.contains(parameter.name())
                        && !parameter.name().startsWith("utm_"))
                .toList();
        if (conditions.size() > MOST) {
            throw Refusal.of(400, "cube-conditions", conditions.size(), MOST, names(cube, locale));
        }
        for (Query.Parameter condition : conditions) {
            if (condition.name().equals(Slice.PERIMETER)) {
                perimeter = perimeter(condition.value());
            } else if (condition.name().equals(Cube.MEASURE)) {
                measures.set(measure(cube, condition.value(), locale));
            } else {
                Dimension dimension = cube.dimension(condition.name())
                        .orElseThrow(() -> Refusal.of(
                                400, "cube-dimension", condition.name(), cube.title(locale), names(cube, locale)));
                codes.computeIfAbsent(dimension.place(), place -> new BitSet())
                        .set(code(dimension, condition.value(), locale));
            }
        }
        Slice all = Slice.of(cube);
        return new Slice(
                cube, new Selection(new TreeMap<>(codes)), measures.isEmpty() ? all.measures() : measures, perimeter);
    }

    private static Slice.Perimeter perimeter(String value) {
        return switch (value) {
            case Slice.TODAY -> Slice.Perimeter.OF_TODAY;
            case "day" -> Slice.Perimeter.OF_THE_DAY;
            default -> throw Refusal.of(400, "cube-perimeter", value);
        };
    }

    private static int measure(Cube cube, String value, Locale locale) {
        return cube.measureCalled(value)
                .orElseThrow(() -> Refusal.of(
                        404,
                        "cube-value",
                        value,
                        Cube.MEASURE,
                        IntStream.range(0, cube.table().measures().size())
                                .limit(TOLD)
                                .mapToObj(measure ->
                                        "%s (%s)".formatted(cube.measureName(measure), cube.measure(measure, locale)))
                                .collect(Collectors.joining(" · "))));
    }

    private static int code(Dimension dimension, String value, Locale locale) {
        return dimension
                .code(value)
                .orElseThrow(() ->
                        Refusal.of(404, "cube-value", value, dimension.name(), nearest(dimension, value, locale)));
    }

    /** {@return some values of a dimension, those first that begin most like the one that was asked for} */
    private static String nearest(Dimension dimension, String value, Locale locale) {
        List<Integer> some =
                new ArrayList<>(dimension.ordered(IntStream.range(0, Math.min(dimension.size(), 1_000)), locale));
        some.sort(Comparator.comparing(code -> -alike(dimension.address(code), value)));
        return some.stream()
                        .limit(TOLD)
                        .map(code -> "%s (%s)".formatted(dimension.address(code), dimension.words(code, locale)))
                        .collect(Collectors.joining(" · "))
                + (dimension.size() > TOLD ? " · …" : "");
    }

    private static int alike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && Character.toLowerCase(one.charAt(same)) == Character.toLowerCase(other.charAt(same))) {
            same++;
        }
        return same;
    }

    private static String names(Cube cube, Locale locale) {
        return cube.dimensions().stream()
                .map(dimension -> "%s (%s)".formatted(dimension.name(), dimension.label(locale)))
                .collect(Collectors.joining(" · "));
    }
}
