package fr.pleiade.web.figures;

import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;

import fr.pleiade.cube.table.Column;
import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.cube.table.Selection;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A cube of a release with its names: of its dimensions in addresses, of everything in words.
 *
 * <p>Thread-safe. Memory: a few hundred bytes for each value of a dimension.
 */
public final class Cube {
    /** The parameter that chooses measures, where there are several. */
    public static final String MEASURE = "measure";

    /** What the parameters of addresses mean whatever the cube; no dimension is called so. */
    private static final Set<String> RESERVED =
            Set.of(MEASURE, "page", "lang", "format", "perimeter", "_mediatype", "_profile");

    private static final String STATUS = SDMX_ATTRIBUTE + "obsStatus";

    private static final String UNIT = SDMX_ATTRIBUTE + "unitMeasure";

    private final CubeTable table;
    private final Served served;
    private final List<Dimension> dimensions;
    private final int status;
    private final int unit;
    private final Optional<Dimension> metric;
    private final Map<Integer, Boolean> whole = new ConcurrentHashMap<>();
    private @Nullable List<int[]> counts;

    Cube(CubeTable table, Served served, Relations relations) {
        this.table = table;
        this.served = served;
        List<Dimension> named = new ArrayList<>();
        Set<String> taken = new HashSet<>(RESERVED);
        for (int place = 0; place < table.dimensions().size(); place++) {
            String name = Lexicon.lastPart(table.dimensions().get(place).property());
            while (!taken.add(name)) {
                name += "_";
            }
            named.add(new Dimension(place, name, table.dimensions().get(place), served, relations));
        }
        this.dimensions = List.copyOf(named);
        List<String> attributes =
                table.attributes().stream().map(Column::property).toList();
        this.status = attributes.indexOf(STATUS);
        this.unit = attributes.indexOf(UNIT);
        this.metric = hasUnits() && table.attributes().get(unit).values().size() > 1
                ? dimensions.stream().filter(this::decidesUnits).findFirst()
                : Optional.empty();
    }

    /** Reads all rows, up to the first that has no unit or another than one before. */
    private boolean decidesUnits(Dimension dimension) {
        int[] units = new int[dimension.size()];
        Arrays.fill(units, Column.ABSENT);
        for (int row = 0; row < table.size() && !dimension.isTime(); row++) {
            int code = table.code(row, dimension.place());
            int own = table.attribute(row, unit);
            if (code == Column.ABSENT || own == Column.ABSENT || units[code] != Column.ABSENT && units[code] != own) {
                return false;
            }
            units[code] = own;
        }
        return !dimension.isTime();
    }

    /** Reads all rows of the measure, for the few who ask for sums. */
    private boolean isWhole(int measure) {
        for (int row = 0; row < table.size(); row++) {
            if (table.number(row, measure).filter(number -> number.scale() > 0).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return whether a number may be added to others of its measure: what is counted in pieces or in money, and where no unit is said a
     * measure that has whole numbers only}
     */
    boolean isSummable(int row, int measure) {
        Optional<Term> unit = unit(row);
        if (unit.isEmpty()) {
            return whole.computeIfAbsent(measure, this::isWhole);
        }
        String said = unit.get().text();
        return said.endsWith("/NUM") || said.contains("/currency/") || said.endsWith("EUR");
    }

    public CubeTable table() {
        return table;
    }

    /** {@return the IRI of its data set} */
    public String dataSet() {
        return table.dataSet();
    }

    public Served served() {
        return served;
    }

    public Release release() {
        return served.release();
    }

    Lexicon lexicon() {
        return served.lexicon();
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** {@return by the property of a dimension, how many observations have a thing as its value; those that none has are not there} */
    public Map<String, Long> observations(Term.Iri thing) {
        List<int[]> all = counts();
        Map<String, Long> observations = new HashMap<>();
        for (Dimension dimension : dimensions) {
            dimension
                    .code(thing)
                    .filter(code -> code < dimension.size())
                    .ifPresent(code -> observations.put(dimension.property(), (long) all.get(dimension.place())[code]));
        }
        return observations;
    }

    /** Reads all rows, when it is first asked for. */
    private synchronized List<int[]> counts() {
        List<int[]> known = counts == null ? table.counts(Selection.ALL) : counts;
        counts = known;
        return known;
    }

    /** {@return the dimension that addresses call so} */
    public Optional<Dimension> dimension(String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst();
    }

    /** {@return what the cube is called} */
    public String title(Locale locale) {
        String name = lexicon().name(table.dataSet(), locale);
        return name.isEmpty() ? table.word() : Written.capital(name, locale);
    }

    /** {@return what a measure is called} */
    public String measure(int measure, Locale locale) {
        return lexicon().name(table.measures().get(measure), locale);
    }

    /** {@return the name of a measure in addresses} */
    public String measureName(int measure) {
        return Lexicon.lastPart(table.measures().get(measure));
    }

    /** {@return the measure that addresses call so} */
    public Optional<Integer> measureCalled(String name) {
        for (int measure = 0; measure < table.measures().size(); measure++) {
            if (measureName(measure).equals(name)
                    || table.measures().get(measure).equals(name)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }

    /** {@return what addresses and files call a value: as it is called behind {@code /id/}, else its IRI, or as it is written} */
    public static String address(Term value, Served served) {
        String things = served.release().base() + "id/";
        return value.text().startsWith(things) ? value.text().substring(things.length()) : value.text();
    }

    /** {@return why an observation has no number, or how its number is to be read; nothing if that is not said} */
    Optional<Term> status(int row) {
        return attribute(status, row);
    }

    /** {@return in what the numbers of an observation are measured; nothing if that is not said} */
    Optional<Term> unit(int row) {
        return attribute(unit, row);
    }

    private Optional<Term> attribute(int attribute, int row) {
        int code = attribute < 0 ? Column.ABSENT : table.attribute(row, attribute);
        return code < 0
                ? Optional.empty()
                : Optional.of(table.attributes().get(attribute).values().get(code));
    }

    /** {@return whether its observations may say in what they are measured} */
    public boolean hasUnits() {
        return unit >= 0;
    }

    /**
     * {@return the dimension that says what is measured, where one measure has several units: the first but time of whose values each has
     * one unit}
     */
    public Optional<Dimension> metric() {
        return metric;
    }

    /**
     * {@return what stands with each number of a unit: its {@code qudt:symbol} in the ontology, {@code ""} for plain counts, else its name;
     * {@code ""} too for what nobody names}
     */
    public String symbol(Term unit, Locale locale) {
        if (unit instanceof Term.Literal literal) {
            return Written.of(literal, locale);
        }
        Labels symbols = Labels.of(lexicon().ontology().objects(unit, QUDT + "symbol"));
        Labels shown = symbols.isEmpty() ? lexicon().names(unit.text()) : symbols;
        return shown.isEmpty() ? "" : shown.in(locale);
    }

    /** {@return the attributes of an observation, its status left out} */
    List<Term> attributes(int row) {
        List<Term> values = new ArrayList<>();
        for (int attribute = 0; attribute < table.attributes().size(); attribute++) {
            int code = attribute == status ? Column.ABSENT : table.attribute(row, attribute);
            if (code >= 0) {
                values.add(table.attributes().get(attribute).values().get(code));
            }
        }
        return values;
    }

    /** {@return the IRI of an observation} */
    public String observation(int row) {
        CubeTable.Place place = table.place(row);
        return release()
                .at(place.graph(), place.position())
                .triples()
                .iterator()
                .next()
                .subject()
                .text();
    }

    /** {@return the page of the cube, a path on this site} */
    public String path() {
        return "/cube/" + table.word();
    }

    /** {@return a value in words} */
    public static String words(Term value, Lexicon lexicon, Locale locale) {
        return value instanceof Term.Literal literal ? Written.of(literal, locale) : lexicon.name(value.text(), locale);
    }

    /** {@return a value as a page shows it} */
    Shown shown(Term value, Locale locale) {
        return value instanceof Term.Literal literal
                ? Shown.literal(literal, lexicon(), locale)
                : Shown.iri(value.text(), lexicon(), release().base(), locale);
    }
}
