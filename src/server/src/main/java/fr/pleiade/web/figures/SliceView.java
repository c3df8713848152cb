package fr.pleiade.web.figures;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.BarChart;
import fr.pleiade.web.page.LineChart;
import fr.pleiade.web.page.Quantity;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A slice in the words of one language: what it is, drawings with their sentences, a table.
 *
 * <p>Nothing is added up but what the slice itself adds: a drawing has the numbers that were published, and no number of a whole beside
 * those of its parts. Memory: the entries of the slice, at most {@link #MOST}. One thread.
 */
public final class SliceView {
    /** As many observations as are drawn and put in order; of more, a table has them in the order of the graphs. */
    public static final int MOST = 5_000;

    /** Rows of a page's table. */
    public static final int PER_PAGE = 100;

    /** Lines that are looked at side by side. */
    private static final int LINES = 5;

    /** Columns that a table has at most beside its heads. */
    private static final int COLUMNS = 12;

    /** Measures, or units of one, that are drawn. */
    private static final int QUANTITIES = 4;

    private static final Text SUM = new Text("sum of %s", "somme de %s");
    private static final Text MISSING = new Text("no value", "pas de valeur");
    private static final Text TIMES = new Text("“%s” (%s)", "« %s » (%s)");
    private static final Text WITHOUT = new Text("Without a number: %s.", "Sans nombre : %s.");
    private static final Text NO_SUM =
            new Text("%s values that cannot be added", "%s valeurs qui ne s'additionnent pas");
    private static final Text EQUALS = new Text("%s: %s", "%s : %s");
    private static final Text BOTH = new Text("%s, %s", "%s, %s");

    private final Slice slice;
    private final Locale locale;
    private final Map<Term, String> symbols = new HashMap<>();
    private final List<Entry> entries;
    private final int count;
    private final List<Dimension> varying;
    private final List<Integer> measures;
    private final List<LineChart> lines;
    private final List<BarChart> bars;

    public SliceView(Slice slice, Locale locale) {
        this(slice, slice.isAsPublished() ? slice.cube().table().count(slice.selection()) : 0, locale);
    }

    private SliceView(Slice slice, int count, Locale locale) {
        this(slice, count, count > MOST ? List.of() : slice.entries(MOST), locale);
    }

    /** That of a part whose observations are known. */
    public SliceView(Drawable part, Locale locale) {
        this(part.slice(), part.rows().size(), part.entries(MOST), locale);
    }

    private SliceView(Slice slice, int count, List<Entry> entries, Locale locale) {
        this.slice = slice;
        this.locale = locale;
        this.count = count;
        this.entries = entries;
        List<int[]> counts = isDrawn() ? List.of() : slice.cube().table().counts(slice.selection());
        this.varying = slice.cube().dimensions().stream()
                .filter(dimension -> isDrawn()
                        ? isVaryingIn(entries, dimension)
                        : codes(counts, dimension).size() > 1)
                .toList();
        this.measures = isDrawn()
                ? entries.stream().map(Entry::measure).distinct().sorted().toList()
                : slice.measures().stream().boxed().toList();
        this.lines = drawnLines();
        this.bars = drawnBars();
    }

    private static boolean isVaryingIn(List<Entry> entries, Dimension dimension) {
        return entries.stream()
                .map(entry -> entry.codes().get(dimension.place()))
                .anyMatch(code -> !code.equals(entries.get(0).codes().get(dimension.place())));
    }

    private List<Integer> codes(List<int[]> counts, Dimension dimension) {
        List<Integer> codes = new ArrayList<>();
        BitSet held = slice.selection().codes().get(dimension.place());
        for (int code = 0; code < dimension.size(); code++) {
            if (counts.get(dimension.place())[code] > 0 && (held == null || held.get(code))) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** {@return whether the slice is small enough to be drawn and put in order} */
    public boolean isDrawn() {
        return count <= MOST;
    }

    /** {@return how many observations it has; where they are added up, how many sums} */
    public int count() {
        return slice.isAsPublished() ? count : entries.size();
    }

    public boolean isEmpty() {
        return isDrawn() && entries.isEmpty();
    }

    /** {@return the dimensions in which it has several values} */
    public List<Dimension> varying() {
        return varying;
    }

    /** {@return what has one value throughout: «Sexe : Femmes», in the order of the structure} */
    public List<String> held() {
        return held(Optional.empty());
    }

    /** {@return the same without one dimension} */
    List<String> held(Optional<Dimension> without) {
        return slice.cube().dimensions().stream()
                .filter(dimension -> without.filter(dimension::equals).isEmpty())
                .flatMap(dimension -> held(dimension).stream())
                .toList();
    }

    /** {@return the value that all its numbers have in a dimension, if that is one} */
    public Optional<String> held(Dimension dimension) {
        return isEmpty() || !isDrawn() || varying.contains(dimension)
                ? Optional.empty()
                : Optional.of(named(
                        dimension.label(locale),
                        dimension.words(entries.get(0).codes().get(dimension.place()), locale),
                        locale));
    }

    /** {@return a value behind what it is: «Sexe : Femmes»} */
    public static String named(String what, String value, Locale locale) {
        return EQUALS.with(Written.capital(what, locale), value).in(locale);
    }

    /** {@return the one number, where it is one: «Effectifs : 123»} */
    public Optional<String> single() {
        if (entries.size() != 1 || !isDrawn()) {
            return Optional.empty();
        }
        Entry only = entries.get(0);
        Quantity quantity = quantity(only);
        String number = only.number()
                .map(known -> quantity.brief(known, locale))
                .orElseGet(() -> cell(only, "").text());
        return Optional.of(named(quantity.name(), number, locale));
    }

    /** {@return why some of its observations have no number, and how many: «Sans nombre : « non disponible » (3).»} */
    public Optional<String> missing() {
        Map<String, Long> reasons = entries.stream()
                .filter(entry -> entry.number().isEmpty())
                .collect(Collectors.groupingBy(
                        entry -> entry.parts() > 1 ? NO_SUM.with(entry.parts()).in(locale) : absence(entry),
                        TreeMap::new,
                        Collectors.counting()));
        return reasons.isEmpty() || entries.size() == 1
                ? Optional.empty()
                : Optional.of(WITHOUT.with(reasons.entrySet().stream()
                                .map(reason -> TIMES.with(
                                                reason.getKey(),
                                                Written.number(BigDecimal.valueOf(reason.getValue()), locale))
                                        .in(locale))
                                .collect(Collectors.joining(", ")))
                        .in(locale));
    }

    private Optional<Dimension> time() {
        return varying.stream().filter(Dimension::isTime).findFirst();
    }

    /** {@return whether each of its values is another year: of months a line by year would lose eleven} */
    private boolean isByYear(Dimension time) {
        List<Integer> codes = codesOf(time);
        return codes.stream()
                        .flatMap(code -> time.year(code).stream().boxed())
                        .distinct()
                        .count()
                == codes.size();
    }

    private List<Dimension> categories() {
        return varying.stream()
                .filter(dimension -> time().filter(dimension::equals).isEmpty())
                .toList();
    }

    private Quantity quantity(Entry entry) {
        return new Quantity(
                slice.cube()
                        .metric()
                        .map(metric -> metric.words(entry.codes().get(metric.place()), locale))
                        .orElseGet(() -> slice.cube().measure(entry.measure(), locale)),
                symbol(entry));
    }

    private boolean isMetric(Dimension dimension) {
        return slice.cube().metric().filter(dimension::equals).isPresent();
    }

    private String symbol(Entry entry) {
        return entry.unit()
                .map(unit -> symbols.computeIfAbsent(unit, any -> slice.cube().symbol(unit, locale)))
                .orElse("");
    }

    /** Numbers that can stand on one scale. */
    private record Scale(int measure, String unit) {
        static Scale of(Entry entry) {
            return new Scale(entry.measure(), entry.unit().map(Term::text).orElse(""));
        }
    }

    /** {@return the numbers by what can stand on one scale: of each measure those of each unit} */
    private List<List<Entry>> byScale() {
        return List.copyOf(entries.stream()
                .filter(entry -> entry.number().isPresent())
                .collect(Collectors.groupingBy(
                        Scale::of,
                        () -> new TreeMap<>(
                                Comparator.comparingInt(Scale::measure).thenComparing(Scale::unit)),
                        Collectors.toList()))
                .values()
                .stream()
                .limit(QUANTITIES)
                .toList());
    }

    /** {@return numbers over time: one line, or those of up to five things on one scale; of no more than four quantities} */
    public List<LineChart> lines() {
        return lines;
    }

    private List<LineChart> drawnLines() {
        if (!isDrawn()
                || time().filter(this::isByYear).isEmpty()
                || categories().size() > 1) {
            return List.of();
        }
        Optional<Dimension> other = categories().stream().findFirst();
        List<LineChart> charts = new ArrayList<>();
        for (List<Entry> drawn : byScale()) {
            Map<Integer, SortedMap<Integer, BigDecimal>> byCode = new LinkedHashMap<>();
            for (Entry entry : drawn) {
                int code = other.map(d -> entry.codes().get(d.place())).orElse(0);
                time().orElseThrow()
                        .year(entry.codes().get(time().orElseThrow().place()))
                        .ifPresent(year -> byCode.computeIfAbsent(code, c -> new TreeMap<>())
                                .put(year, entry.number().orElseThrow()));
            }
            if (byCode.size() > LINES) {
                return List.of();
            }
            LineChart.Scale scale = LineChart.Scale.of(byCode.values().stream()
                    .flatMap(byYear -> byYear.values().stream())
                    .toList());
            byCode.forEach((code, byYear) ->
                    charts.add(LineChart.of(named(quantity(drawn.get(0)), other, code), byYear, scale, locale)));
        }
        return charts;
    }

    /** {@return what the numbers of one category are: «a town, its inhabitants»; where the category is what is measured, that alone} */
    private Quantity named(Quantity quantity, Optional<Dimension> category, int code) {
        if (category.isEmpty()) {
            return quantity;
        }
        String words = category.get().words(code, locale);
        return new Quantity(
                isMetric(category.get())
                        ? words
                        : BOTH.with(words, quantity.name()).in(locale),
                quantity.unit());
    }

    /** {@return the numbers of categories; where they have years, those of the last that most of them have} */
    public List<BarChart> bars() {
        return bars;
    }

    private List<BarChart> drawnBars() {
        List<BarChart> charts = new ArrayList<>();
        for (List<Entry> drawn : ofCategories()) {
            int place = categories().get(0).place();
            charts.add(BarChart.of(
                    ofItsYear(drawn.get(0)),
                    drawn.stream()
                            .map(entry -> new BarChart.Value(
                                    categories().get(0).words(entry.codes().get(place), locale),
                                    entry.number().orElseThrow()))
                            .toList(),
                    locale));
        }
        return charts;
    }

    /** Numbers of things, with what they are; those of territories can be drawn on a map. */
    public record ByThing(Quantity quantity, Map<String, BigDecimal> numbers) {
        public ByThing {
            numbers = Map.copyOf(numbers);
        }
    }

    /** {@return the numbers of the bars by the things that they are of, for each quantity; none where the categories are no things} */
    public List<ByThing> byThing() {
        return ofCategories().stream()
                .map(drawn -> new ByThing(ofItsYear(drawn.get(0)), numbers(drawn)))
                .filter(numbers -> numbers.numbers().size() > 1)
                .toList();
    }

    private Map<String, BigDecimal> numbers(List<Entry> drawn) {
        Dimension category = categories().get(0);
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (Entry entry : drawn) {
            Term value = category.values().get(entry.codes().get(category.place()));
            if (value instanceof Term.Iri) {
                numbers.put(value.text(), entry.number().orElseThrow());
            }
        }
        return numbers;
    }

    /** {@return for each quantity the numbers of the only dimension beside time, of one year, without those that count others} */
    private List<List<Entry>> ofCategories() {
        if (categories().size() != 1 || !isDrawn() || !lines.isEmpty()) {
            return List.of();
        }
        Dimension category = categories().get(0);
        return byScale().stream()
                .map(some -> ofOneYear(some).stream()
                        .filter(entry -> !category.isWhole(entry.codes().get(category.place())))
                        .toList())
                .filter(drawn -> drawn.size() > 1)
                .toList();
    }

    /** {@return what the numbers of all categories are, with their year: «effectif, 2022»; where the categories are what is measured, their name} */
    private Quantity ofItsYear(Entry of) {
        String name = categories().stream()
                .filter(this::isMetric)
                .findFirst()
                .map(metric -> metric.label(locale))
                .orElseGet(() -> quantity(of).name());
        return new Quantity(
                time().map(time -> BOTH.with(name, time.words(of.codes().get(time.place()), locale))
                                .in(locale))
                        .orElse(name),
                symbol(of));
    }

    /** {@return the numbers of the last year of which there are more than half as many as of the year with the most} */
    private List<Entry> ofOneYear(List<Entry> some) {
        if (time().isEmpty()) {
            return some;
        }
        Dimension time = time().get();
        Map<Integer, Long> counts = some.stream()
                .collect(Collectors.groupingBy(entry -> entry.codes().get(time.place()), Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Optional<Integer> last = counts.entrySet().stream()
                .filter(year -> 2 * year.getValue() > most)
                .map(Map.Entry::getKey)
                .max(Comparator.comparing(code -> time.year(code).orElse(0)));
        return some.stream()
                .filter(entry ->
                        last.filter(entry.codes().get(time.place())::equals).isPresent())
                .toList();
    }

    /** {@return a page of the table, from 1} */
    public SliceTable table(int page) {
        return isDrawn() ? ordered(page) : unordered(page);
    }

    private SliceTable unordered(int page) {
        List<SliceTable.Row> rows = new ArrayList<>();
        int[] found = slice.cube().table().rows(slice.selection(), page * PER_PAGE);
        for (int i = (page - 1) * PER_PAGE; i < found.length; i++) {
            List<SliceTable.Cell> cells = new ArrayList<>();
            Map<Integer, Entry> byMeasure = new HashMap<>();
            slice.giveRow(found[i], entry -> byMeasure.put(entry.measure(), entry));
            measures.forEach(measure -> cells.add(Optional.ofNullable(byMeasure.get(measure))
                    .map(entry -> cell(entry, symbol(entry)))
                    .orElse(SliceTable.Cell.EMPTY)));
            int row = found[i];
            rows.add(new SliceTable.Row(
                    varying.stream()
                            .map(d -> shown(d, slice.cube().table().code(row, d.place())))
                            .toList(),
                    cells));
        }
        return new SliceTable(names(varying), names(), rows, count);
    }

    private List<String> names(List<Dimension> some) {
        return some.stream().map(d -> Written.capital(d.label(locale), locale)).toList();
    }

    private List<String> names() {
        return measures.stream()
                .map(measure -> slice.cube().measure(measure, locale))
                .toList();
    }

    private Shown shown(Dimension dimension, int code) {
        return code < 0
                ? Shown.text("", "", "")
                : slice.cube().shown(dimension.values().get(code), locale);
    }

    /** A small second dimension becomes columns, unless measures are. */
    private SliceTable ordered(int page) {
        Optional<Dimension> across = across();
        List<Dimension> heads = varying.stream()
                .filter(dimension -> across.filter(dimension::equals).isEmpty())
                .toList();
        List<Integer> columns = across.map(this::codesOf).orElse(measures);
        Map<List<Integer>, Map<Integer, Entry>> rows = new HashMap<>();
        for (Entry entry : entries) {
            List<Integer> key =
                    heads.stream().map(d -> entry.codes().get(d.place())).toList();
            int column = across.map(d -> entry.codes().get(d.place())).orElse(entry.measure());
            rows.computeIfAbsent(key, k -> new HashMap<>()).putIfAbsent(column, entry);
        }
        Map<Integer, String> units = common(rows.values());
        List<List<Integer>> keys = ordered(rows.keySet(), heads);
        List<SliceTable.Row> shown = keys.stream()
                .skip((page - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .map(key -> row(key, heads, columns, cells(rows.getOrDefault(key, Map.of()), units)))
                .toList();
        List<String> names = columns.stream()
                .map(column -> new Quantity(
                                across.map(d -> d.words(column, locale))
                                        .orElseGet(() -> slice.cube().measure(column, locale)),
                                units.getOrDefault(column, ""))
                        .head())
                .toList();
        return new SliceTable(names(heads), names, shown, keys.size());
    }

    /** {@return for each column the unit that all its numbers have, which its head says; that of others they say themselves} */
    private Map<Integer, String> common(Collection<Map<Integer, Entry>> rows) {
        Map<Integer, Set<String>> units = new HashMap<>();
        rows.forEach(row -> row.forEach((column, entry) -> {
            if (entry.number().isPresent()) {
                units.computeIfAbsent(column, c -> new HashSet<>()).add(symbol(entry));
            }
        }));
        Map<Integer, String> common = new HashMap<>();
        units.forEach((column, some) -> {
            if (some.size() == 1) {
                common.put(column, some.iterator().next());
            }
        });
        return common;
    }

    /** @param inHeads the units that are said in the heads of columns */
    private Map<Integer, SliceTable.Cell> cells(Map<Integer, Entry> row, Map<Integer, String> inHeads) {
        Map<Integer, SliceTable.Cell> cells = new HashMap<>();
        row.forEach(
                (column, entry) -> cells.put(column, cell(entry, inHeads.containsKey(column) ? "" : symbol(entry))));
        return cells;
    }

    private SliceTable.Row row(
            List<Integer> key, List<Dimension> heads, List<Integer> columns, Map<Integer, SliceTable.Cell> cells) {
        List<Shown> named = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            named.add(shown(heads.get(i), key.get(i)));
        }
        return new SliceTable.Row(
                named,
                columns.stream()
                        .map(column -> cells.getOrDefault(column, SliceTable.Cell.EMPTY))
                        .toList());
    }

    private Optional<Dimension> across() {
        if (varying.size() != 2 || measures.size() > 1) {
            return Optional.empty();
        }
        return varying.stream()
                .filter(dimension -> codesOf(dimension).size() <= COLUMNS)
                .min(Comparator.comparing(dimension -> codesOf(dimension).size()));
    }

    private List<Integer> codesOf(Dimension dimension) {
        Set<Integer> codes = new LinkedHashSet<>();
        entries.forEach(entry -> codes.add(entry.codes().get(dimension.place())));
        return dimension.ordered(codes.stream().mapToInt(Integer::intValue), locale);
    }

    private List<List<Integer>> ordered(Set<List<Integer>> keys, List<Dimension> heads) {
        List<Map<Integer, Integer>> ranks = new ArrayList<>();
        for (Dimension head : heads) {
            Map<Integer, Integer> rank = new HashMap<>();
            codesOf(head).forEach(code -> rank.put(code, rank.size()));
            ranks.add(rank);
        }
        Comparator<List<Integer>> order = (one, other) -> {
            for (int i = 0; i < heads.size(); i++) {
                int difference = Integer.compare(
                        ranks.get(i).getOrDefault(one.get(i), 0), ranks.get(i).getOrDefault(other.get(i), 0));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        };
        return keys.stream().sorted(order).toList();
    }

    /** @param unit that is said with the number */
    private SliceTable.Cell cell(Entry entry, String unit) {
        String status = entry.status()
                .map(value -> Cube.words(value, slice.cube().lexicon(), locale))
                .orElse("");
        String href = entry.parts() == 1
                ? Shown.href(
                        slice.cube().observation(entry.row()),
                        slice.cube().release().base())
                : "";
        if (entry.number().isPresent()) {
            String sum = entry.parts() > 1 ? SUM.with(entry.parts()).in(locale) : "";
            return new SliceTable.Cell(
                    Written.with(unit, Written.number(entry.number().get(), locale), locale),
                    href,
                    sum.isEmpty() ? status : sum);
        }
        if (entry.parts() > 1) {
            return new SliceTable.Cell(NO_SUM.with(entry.parts()).in(locale), "", status);
        }
        return new SliceTable.Cell(absence(entry), href, "");
    }

    /** {@return why an observation has no number} */
    private String absence(Entry entry) {
        return entry.status()
                .map(value -> Cube.words(value, slice.cube().lexicon(), locale))
                .orElse(MISSING.in(locale));
    }
}
