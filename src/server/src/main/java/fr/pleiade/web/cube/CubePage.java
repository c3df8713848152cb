package fr.pleiade.web.cube;

import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Drawable;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.figures.SliceTable;
import fr.pleiade.web.figures.SliceView;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.map.Atlas;
import fr.pleiade.web.map.DrawnMap;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The page of a slice: what it is, a chart with its sentence, a table, and the dimensions as facets that a form sends. */
final class CubePage {
    /** Values that are ticked; of more, one is chosen from a list, or up to five beside one another. */
    private static final int TICKED = 12;

    private static final int BESIDE = 5;

    /** Values that a list has; of more, one is typed. */
    private static final int LISTED = 1_000;

    private final Slice slice;
    private final Collection<Cube> others;
    private final String place;
    private final int page;
    private final Locale locale;
    private final SliceView view;
    private final Atlas atlas;

    /**
     * @param others the cubes of the release, in which the same values are looked for
     * @param place the path of the cube's page
     * @param page of the table, from 1
     */
    CubePage(Slice slice, Collection<Cube> others, String place, int page, Atlas atlas, Locale locale) {
        this.atlas = atlas;
        this.slice = slice;
        this.others = others;
        this.place = place;
        this.page = page;
        this.locale = locale;
        this.view = new SliceView(slice, locale);
    }

    /**
     * A value that was chosen: it stays while others are.
     *
     * @param href the slice without it
     */
    record Lock(String text, String href) {}

    /** Another cube, as far as it has the values that were chosen. */
    record Elsewhere(String title, String href) {}

    /** A value that can be chosen, and how many observations there are with it. */
    record Option(String value, String label, int count, boolean isChosen) {}

    /**
     * A dimension as a part of the form.
     *
     * @param kind {@code ticks}, {@code lists} or {@code typed}
     * @param chosen the values that it is held at, as addresses have them
     * @param more whether another value can be set beside those
     */
    record Facet(String name, String label, String kind, List<Option> options, List<String> chosen, boolean more) {
        Facet {
            options = List.copyOf(options);
            chosen = List.copyOf(chosen);
        }
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Cube cube = slice.cube();
        SliceTable table = view.table(page);
        int last = Math.max(1, (table.count() + SliceView.PER_PAGE - 1) / SliceView.PER_PAGE);
        int shown = Math.min(page, last);
        values.put("heading", cube.title(locale));
        values.put("view", view);
        values.put("locks", locks());
        values.put("held", held());
        values.put("elsewhere", elsewhere());
        values.put("table", shown == page ? table : view.table(shown));
        values.put("facets", facets());
        values.put("place", place);
        values.put("isAsPublished", slice.isAsPublished());
        values.put("successions", cube.dimensions().stream().anyMatch(Dimension::hasSuccessions));
        values.put("otherPerimeter", place + otherPerimeter().query());
        values.put("from", table.count() == 0 ? 0 : (shown - 1) * SliceView.PER_PAGE + 1);
        values.put("to", Math.min(table.count(), shown * SliceView.PER_PAGE));
        values.put("previous", shown > 1 ? at(shown - 1) : "");
        values.put("next", shown < last ? at(shown + 1) : "");
        values.put("sources", sources());
        values.put("description", String.join(" · ", view.held()));
        values.put("maps", maps(view));
        putExample(values);
        return values;
    }

    /** {@return each value that was chosen, in the order of the dimensions, the measures last} */
    private List<Lock> locks() {
        List<Lock> locks = new ArrayList<>();
        for (Dimension dimension : slice.cube().dimensions()) {
            BitSet held = slice.selection().codes().getOrDefault(dimension.place(), new BitSet());
            dimension
                    .ordered(held.stream(), locale)
                    .forEach(code -> locks.add(new Lock(
                            SliceView.named(dimension.label(locale), dimension.words(code, locale), locale),
                            place + slice.without(dimension, code).query())));
        }
        if (isMeasureChosen()) {
            slice.measures().stream()
                    .forEach(measure -> locks.add(new Lock(
                            Written.capital(slice.cube().measure(measure, locale), locale),
                            place + slice.withoutMeasure(measure).query())));
        }
        return locks;
    }

    /** {@return what all numbers have in common besides what was chosen} */
    private List<String> held() {
        return slice.cube().dimensions().stream()
                .filter(dimension -> slice.selection().isFree(dimension.place()))
                .flatMap(dimension -> view.held(dimension).stream())
                .toList();
    }

    private boolean isMeasureChosen() {
        return slice.measures().cardinality() < slice.cube().table().measures().size();
    }

    private List<Elsewhere> elsewhere() {
        String folder = place.substring(0, place.lastIndexOf('/') + 1);
        return others.stream()
                .filter(cube -> !cube.dataSet().equals(slice.cube().dataSet()))
                .flatMap(cube -> slice.in(cube).stream())
                .map(there -> new Elsewhere(
                        there.cube().title(locale),
                        folder + RequestPath.encode(there.cube().table().word()) + there.query()))
                .toList();
    }

    private void putExample(Map<String, Object> values) {
        boolean isDrawn = !view.lines().isEmpty()
                || !view.bars().isEmpty()
                || view.single().isPresent();
        List<SliceView> examples = new ArrayList<>();
        String address = "";
        if (!isDrawn && !view.isEmpty() && slice.isAsPublished()) {
            Drawable example = Drawable.of(slice);
            examples.add(new SliceView(example, locale));
            address = place + example.slice().query();
        }
        values.put("examples", examples);
        values.put(
                "exampleMaps",
                examples.stream().flatMap(example -> maps(example).stream()).toList());
        values.put("exampleHref", address);
    }

    /** {@return the numbers on maps, where they are of territories whose outlines are known} */
    private List<DrawnMap> maps(SliceView drawn) {
        Lexicon lexicon = slice.cube().served().lexicon();
        return drawn.byThing().stream()
                .flatMap(numbers -> atlas.shades(numbers.quantity(), numbers.numbers(), lexicon, locale).stream())
                .toList();
    }

    private Slice otherPerimeter() {
        return new Slice(
                slice.cube(),
                slice.selection(),
                slice.measures(),
                slice.isAsPublished() ? Slice.Perimeter.OF_TODAY : Slice.Perimeter.OF_THE_DAY);
    }

    private String at(int number) {
        String query = slice.query();
        return place + query + (query.isEmpty() ? "?" : "&") + "page=" + number;
    }

    private List<Shown> sources() {
        return slice.cube().table().graphs().stream()
                .map(slug -> Shown.link(slice.cube().served().title(slug, locale), "/dataset/" + slug))
                .toList();
    }

    private List<Facet> facets() {
        List<int[]> counts = slice.cube().table().counts(slice.selection());
        List<Facet> facets = new ArrayList<>();
        for (Dimension dimension : slice.cube().dimensions()) {
            facets.add(facet(dimension, counts.get(dimension.place())));
        }
        if (slice.cube().table().measures().size() > 1) {
            facets.add(measures());
        }
        return facets;
    }

    private Facet facet(Dimension dimension, int[] counts) {
        BitSet held = slice.selection().codes().getOrDefault(dimension.place(), new BitSet());
        int values = (int) IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0 || held.get(code))
                .count();
        List<Option> options = values > LISTED
                ? List.of()
                : dimension
                        .ordered(
                                IntStream.range(0, dimension.values().size())
                                        .filter(code -> code < counts.length && counts[code] > 0 || held.get(code)),
                                locale)
                        .stream()
                        .map(code -> new Option(
                                dimension.address(code),
                                dimension.words(code, locale),
                                code < counts.length ? counts[code] : 0,
                                held.get(code)))
                        .toList();
        List<String> chosen = held.stream().mapToObj(dimension::address).toList();
        String kind = values > LISTED ? "typed" : values > TICKED ? "lists" : "ticks";
        return new Facet(dimension.name(), dimension.label(locale), kind, options, chosen, chosen.size() < BESIDE);
    }

    private Facet measures() {
        Cube cube = slice.cube();
        boolean isChosen = isMeasureChosen();
        List<Option> options = IntStream.range(0, cube.table().measures().size())
                .mapToObj(measure -> new Option(
                        cube.measureName(measure),
                        cube.measure(measure, locale),
                        0,
                        isChosen && slice.measures().get(measure)))
                .toList();
        List<String> chosen =
                options.stream().filter(Option::isChosen).map(Option::value).toList();
        String kind = options.size() > TICKED ? "lists" : "ticks";
        return new Facet(Cube.MEASURE, "", kind, options, chosen, chosen.size() < BESIDE);
    }
}
