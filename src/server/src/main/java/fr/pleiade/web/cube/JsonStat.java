package fr.pleiade.web.cube;

import fr.pleiade.rdf.Term;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Entry;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * A slice as JSON-stat 2.0, of the class {@code dataset}: each dimension with the codes that it has in the slice, the measure being one
 * where there are several, or where it has a unit. Units are those of the categories of one dimension: of the measures, where each has one,
 * else of the dimension that says what is measured ({@link Cube#metric}), if there is one. {@code value} is an array where most places have
 * a number, else an object by place.
 *
 * @see <a href="https://json-stat.org/full/">JSON-stat 2.0</a>
 */
final class JsonStat {
    static final Variant FORM =
            new Variant("application/json", "json", "JSON-stat", Set.of("application/vnd.json-stat+json"));

    /** As many numbers as are put in order for one answer. */
    static final int MOST = 50_000;

    private static final int SPARSE = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Slice slice;
    private final Locale locale;
    private final List<Entry> entries;

    /** Nothing where not all of them have one. */
    private final Optional<Map<Integer, Unit>> unitsOfMeasures;

    /** Of a cube with one measure there is a dimension for it where it has a unit to tell. */
    private final boolean hasMeasures;

    private final List<Axis> axes;
    private final Optional<Axis> metric;

    /** @throws Refusal with 400 if it has more than {@value #MOST} observations */
    JsonStat(Slice slice, Locale locale) {
        this.slice = slice;
        this.locale = locale;
        this.entries = slice.entries(MOST + 1);
        if (entries.size() > MOST) {
            throw Refusal.of(400, "cube-size", MOST);
        }
        this.unitsOfMeasures = units(Entry::measure);
        this.hasMeasures =
                unitsOfMeasures.isPresent() || slice.cube().table().measures().size() > 1;
        this.axes = axes();
        this.metric = metric();
    }

    /**
     * One dimension of the answer: its codes in order, and which of them an entry has.
     *
     * @param of the code of an entry
     */
    private record Axis(
            String name,
            String label,
            List<Integer> codes,
            Map<Integer, Integer> ranks,
            ToIntFunction<Entry> of,
            Words words) {
        static Axis of(String name, String label, List<Integer> codes, ToIntFunction<Entry> of, Words words) {
            Map<Integer, Integer> ranks = new HashMap<>();
            codes.forEach(code -> ranks.put(code, ranks.size()));
            return new Axis(name, label, codes, ranks, of, words);
        }

        Map<String, Object> category() {
            Map<String, Object> index = new LinkedHashMap<>();
            Map<String, Object> labels = new LinkedHashMap<>();
            codes.forEach(code -> {
                String id = words.id().apply(code);
                index.put(id, index.size());
                labels.put(id, words.label().apply(code));
            });
            Map<String, Object> category = new LinkedHashMap<>();
            category.put("index", index);
            category.put("label", labels);
            return category;
        }
    }

    private record Words(IntFunction<String> id, IntFunction<String> label) {}

    /** Writes it; {@code href} is the address of the slice, {@code updated} when the release was made. */
    void write(String href, String updated, OutputStream out) {
        Cube cube = slice.cube();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", "2.0");
        members.put("class", "dataset");
        members.put("href", href);
        members.put("label", cube.title(locale));
        members.put("source", source());
        members.put("updated", updated);
        members.put("id", axes.stream().map(Axis::name).toList());
        members.put("size", axes.stream().map(axis -> axis.codes().size()).toList());
        Map<String, Object> role = role();
        if (!role.isEmpty()) {
            members.put("role", role);
        }
        Map<String, Object> dimension = new LinkedHashMap<>();
        axes.forEach(axis -> dimension.put(axis.name(), members(axis)));
        members.put("dimension", dimension);
        putValues(members);
        JSON.writeValue(out, members);
    }

    private String source() {
        return slice.cube().table().graphs().stream()
                .map(slug -> slice.cube().served().title(slug, locale))
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        for (Dimension dimension : slice.cube().dimensions()) {
            Set<Integer> codes = new LinkedHashSet<>();
            entries.forEach(entry -> codes.add(entry.codes().get(dimension.place())));
            axes.add(Axis.of(
                    dimension.name(),
                    dimension.label(locale),
                    ordered(dimension, codes),
                    entry -> entry.codes().get(dimension.place()),
                    new Words(code -> code < 0 ? "" : dimension.address(code), code -> dimension.words(code, locale))));
        }
        if (hasMeasures) {
            Cube cube = slice.cube();
            axes.add(Axis.of(
                    Cube.MEASURE,
                    Cube.MEASURE,
                    entries.stream().map(Entry::measure).distinct().sorted().toList(),
                    Entry::measure,
                    new Words(cube::measureName, measure -> cube.measure(measure, locale))));
        }
        return axes;
    }

    private List<Integer> ordered(Dimension dimension, Set<Integer> codes) {
        List<Integer> ordered = new ArrayList<>(
                dimension.ordered(codes.stream().filter(code -> code >= 0).mapToInt(Integer::intValue), locale));
        codes.stream().filter(code -> code < 0).forEach(ordered::add);
        return ordered;
    }

    /** {@return the dimension whose categories have units} */
    private Optional<Axis> metric() {
        if (!slice.cube().hasUnits()) {
            return Optional.empty();
        }
        return unitsOfMeasures.isPresent()
                ? Optional.of(axes.get(axes.size() - 1))
                : slice.cube().metric().map(dimension -> axes.get(dimension.place()));
    }

    /** What numbers of one category are measured in, and how many decimals they have. */
    private record Unit(Term unit, int decimals) {
        /** {@return that of numbers of both; nothing if they have not the same unit} */
        static Optional<Unit> of(Unit one, Unit other) {
            return one.unit.equals(other.unit)
                    ? Optional.of(new Unit(one.unit, Math.max(one.decimals, other.decimals)))
                    : Optional.empty();
        }
    }

    /** {@return the unit of each code that has numbers; nothing if one has several or none, or if there are no numbers} */
    private Optional<Map<Integer, Unit>> units(ToIntFunction<Entry> of) {
        Map<Integer, Unit> units = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.number().isPresent()) {
                int decimals = Math.max(0, entry.number().get().scale());
                Optional<Unit> own = entry.unit().map(unit -> new Unit(unit, decimals));
                Unit known = units.get(of.applyAsInt(entry));
                Optional<Unit> both = known == null ? own : own.flatMap(unit -> Unit.of(known, unit));
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                units.put(of.applyAsInt(entry), both.get());
            }
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(units);
    }

    private Map<String, Object> members(Axis axis) {
        Map<String, Object> category = axis.category();
        if (metric.filter(axis::equals).isPresent()) {
            Map<String, Object> units = new LinkedHashMap<>();
            unitsOfMeasures
                    .or(() -> units(axis.of()))
                    .orElse(Map.of())
                    .forEach((code, unit) -> units.put(axis.words().id().apply(code), members(unit)));
            category.put("unit", units);
        }
        return Map.of("label", axis.label(), "category", category);
    }

    private Map<String, Object> members(Unit unit) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("decimals", unit.decimals());
        members.put("label", words(unit.unit()));
        members.put("symbol", slice.cube().symbol(unit.unit(), locale));
        return members;
    }

    private List<String> times() {
        return slice.cube().dimensions().stream()
                .filter(Dimension::isTime)
                .map(Dimension::name)
                .toList();
    }

    private Map<String, Object> role() {
        Map<String, Object> role = new LinkedHashMap<>();
        if (!times().isEmpty()) {
            role.put("time", times());
        }
        metric.map(Axis::name)
                .or(() -> hasMeasures ? Optional.of(Cube.MEASURE) : Optional.empty())
                .ifPresent(name -> role.put("metric", List.of(name)));
        return role;
    }

    private void putValues(Map<String, Object> members) {
        Map<Long, Object> values = new TreeMap<>();
        Map<Long, Object> status = new TreeMap<>();
        long places = axes.stream().mapToLong(axis -> axis.codes().size()).reduce(1, (one, other) -> one * other);
        for (Entry entry : entries) {
            long place = place(entry);
            entry.number().ifPresent(number -> values.putIfAbsent(place, number));
            entry.status().map(this::words).ifPresent(words -> status.putIfAbsent(place, words));
        }
        members.put("value", places <= SPARSE * (long) values.size() ? array(values, places) : values);
        if (!status.isEmpty()) {
            members.put("status", status);
        }
    }

    private String words(Term attribute) {
        return Cube.words(attribute, slice.cube().served().lexicon(), locale);
    }

    private static List<Object> array(Map<Long, Object> values, long places) {
        List<Object> array = new ArrayList<>();
        for (long place = 0; place < places; place++) {
            array.add(values.get(place));
        }
        return array;
    }

    private long place(Entry entry) {
        long place = 0;
        for (Axis axis : axes) {
            place = place * axis.codes().size()
                    + axis.ranks().getOrDefault(axis.of().applyAsInt(entry), 0);
        }
        return place;
    }
}
