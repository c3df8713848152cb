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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * A slice as JSON-stat 2.0, of the class {@code dataset}: each dimension with the codes that it has in the slice, the measure being one
 * where there are several; {@code value} is an array where most places have a number, else an object by place.
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

    /** @throws Refusal with 400 if it has more than {@value #MOST} observations */
    JsonStat(Slice slice, Locale locale) {
        this.slice = slice;
        this.locale = locale;
        this.entries = slice.entries(MOST + 1);
        if (entries.size() > MOST) {
            throw Refusal.of(400, "cube-size", MOST);
        }
    }

    /** One dimension of the answer: its codes in order, and which of them an entry has. */
    private record Axis(String name, String label, List<Integer> codes, Map<Integer, Integer> ranks, Words words) {
        static Axis of(String name, String label, List<Integer> codes, Words words) {
            Map<Integer, Integer> ranks = new HashMap<>();
            codes.forEach(code -> ranks.put(code, ranks.size()));
            return new Axis(name, label, codes, ranks, words);
        }

        Map<String, Object> members() {
            Map<String, Object> index = new LinkedHashMap<>();
            Map<String, Object> labels = new LinkedHashMap<>();
            codes.forEach(code -> {
                String id = words.id().apply(code);
                index.put(id, index.size());
                labels.put(id, words.label().apply(code));
            });
            return Map.of("label", label, "category", ordered("index", index, "label", labels));
        }
    }

    private record Words(IntFunction<String> id, IntFunction<String> label) {}

    private static Map<String, Object> ordered(String one, Object first, String other, Object second) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(one, first);
        members.put(other, second);
        return members;
    }

    /** Writes it; {@code href} is the address of the slice, {@code updated} when the release was made. */
    void write(String href, String updated, OutputStream out) {
        Cube cube = slice.cube();
        List<Axis> axes = axes();
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
        axes.forEach(axis -> dimension.put(axis.name(), axis.members()));
        members.put("dimension", dimension);
        putValues(members, axes);
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
                    new Words(code -> code < 0 ? "" : dimension.address(code), code -> dimension.words(code, locale))));
        }
        if (hasMeasures()) {
            Cube cube = slice.cube();
            axes.add(Axis.of(
                    Cube.MEASURE,
                    Cube.MEASURE,
                    entries.stream().map(Entry::measure).distinct().sorted().toList(),
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

    private boolean hasMeasures() {
        return slice.cube().table().measures().size() > 1;
    }

    private Map<String, Object> role() {
        Map<String, Object> role = new LinkedHashMap<>();
        List<String> time = slice.cube().dimensions().stream()
                .filter(Dimension::isTime)
                .map(Dimension::name)
                .toList();
        if (!time.isEmpty()) {
            role.put("time", time);
        }
        if (hasMeasures()) {
            role.put("metric", List.of(Cube.MEASURE));
        }
        return role;
    }

    private void putValues(Map<String, Object> members, List<Axis> axes) {
        Map<Long, Object> values = new TreeMap<>();
        Map<Long, Object> status = new TreeMap<>();
        long places = axes.stream().mapToLong(axis -> axis.codes().size()).reduce(1, (one, other) -> one * other);
        for (Entry entry : entries) {
            long place = place(entry, axes);
            entry.number().ifPresent(number -> values.putIfAbsent(place, number));
            entry.status().map(this::words).ifPresent(words -> status.putIfAbsent(place, words));
        }
        members.put("value", places <= SPARSE * (long) values.size() ? array(values, places) : values);
        if (!status.isEmpty()) {
            members.put("status", status);
        }
    }

    private String words(Term status) {
        return Cube.words(status, slice.cube().served().lexicon(), locale);
    }

    private static List<Object> array(Map<Long, Object> values, long places) {
        List<Object> array = new ArrayList<>();
        for (long place = 0; place < places; place++) {
            array.add(values.get(place));
        }
        return array;
    }

    private long place(Entry entry, List<Axis> axes) {
        long place = 0;
        for (int i = 0; i < axes.size(); i++) {
            int code = i < entry.codes().size() ? entry.codes().get(i) : entry.measure();
            place = place * axes.get(i).codes().size() + axes.get(i).ranks().getOrDefault(code, 0);
        }
        return place;
    }
}
