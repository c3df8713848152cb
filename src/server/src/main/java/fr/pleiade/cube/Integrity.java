package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.HashSet64;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSink;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether cubes are well formed: the specification's constraints IC-1 to IC-21, in one pass over sorted lines, and a sort of one line for
 * each observation to find those that stand at one place.
 *
 * <p>The graphs are in the order of their bytes, so that what is said of an observation stands together. Observations are explicit: a value
 * that only its slice has is missing. An observation whose {@code sdmx-attribute:obsStatus} says why it has no number needs none (IC-14), as in
 * SDMX. Memory: what is said of one subject, each distinct code, and what {@link LineSorter} takes. To be used
 * once, by one thread.
 *
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/#wf-rules">The RDF Data Cube Vocabulary, section 11.1</a>
 */
public final class Integrity implements AutoCloseable {
    private static final long DATA_SET_HASH = hash(written(QB + "dataSet"));
    private static final long OBSERVATION_HASH = hash(written(QB + "observation"));
    private static final long TYPE_HASH = hash(written(Cubes.TYPE));
    private static final long STATUS_HASH = hash(written(SDMX_ATTRIBUTE + "obsStatus"));
    private static final ByteBuffer OBSERVATION = ByteBuffer.wrap(written(QB + "Observation"));
    private static final int KEY_DIGITS = 32;

    /** From how many observations on a dimension is expected to have several values. */
    private static final int MANY = 20;

    private static final Text NO_VALUE = new Text("it has no <%s>", "elle n'a pas de <%s>");
    private static final Text SAME_PLACE = new Text(
            "it has the same value for every dimension as <%s>",
            "elle a les mêmes valeurs que <%s> pour toutes les dimensions");

    private final Cubes cubes;
    private final Consumer<Violation> violations;
    private final Codes codes;
    private final LineSorter places;
    private final LineSorter siblings;
    private final LineSorter slices;
    private final Totals totals;
    private final Map<String, Layout> layouts = new HashMap<>();
    private final Said said = new Said();
    private final boolean hasSlices;
    private boolean looksAtViews;

    /** The layout that the observation before had, and the hash of its data set. */
    private @Nullable Layout lastLayout;

    private long lastDataSet;

    /** The line that says of which data set the observation at hand is, or -1. */
    private int dataSetLine;

    /**
     * @param cubes the cubes whose observations are going to be read
     * @param folder for what is sorted
     * @param violations told of each; those of one place last
     */
    public Integrity(Cubes cubes, Path folder, Consumer<Violation> violations) {
        this.cubes = cubes;
        this.violations = violations;
        this.codes = new Codes(cubes.graph());
        this.places = new LineSorter(folder);
        this.siblings = new LineSorter(folder);
        this.slices = new LineSorter(folder);
        this.totals = new Totals(cubes, folder, violations);
        this.hasSlices = cubes.hasSlices();
        cubes.structures()
                .forEach((dataSet, structure) -> layouts.put(
                        "<" + dataSet + ">", new Layout(structure, cubes, totals.hold("<" + dataSet + ">"))));
    }

    /** Tells what is wrong with structures and slices, whatever their observations: IC-2 to IC-10. */
    public void lookAtStructures() {
        new StructureRules(cubes.graph(), violations).look();
    }

    /** Tells besides, in the end, which cubes could not be opened in cube.link's model, and why. */
    public void lookAtViews() {
        looksAtViews = true;
    }

    /** A structure as it is met in lines: its components by the hashes of their properties. */
    private static final class Layout {
        final CubeStructure.Component[] components;
        final long[] hashes;
        final long[] values;
        final HashSet64[] codes;
        final int measureType;
        final boolean isInSums;
        final int[] found;
        final boolean[] isNeeded;
        final boolean namesMeasures;
        final int measures;
        final int[] times;
        final long[] firstValue;
        final boolean[] isVaried;
        final boolean isCountedElsewhere;
        final ViewKinds view;
        final Years[] years;
        long observations;

        Layout(CubeStructure structure, Cubes cubes, boolean isInSums) {
            this.isInSums = isInSums;
            this.components = structure.components().toArray(CubeStructure.Component[]::new);
            this.hashes = new long[components.length];
            this.values = new long[components.length];
            this.codes = new HashSet64[components.length];
            int named = -1;
            this.found = new int[components.length];
            this.isNeeded = new boolean[components.length];
            for (int i = 0; i < components.length; i++) {
                hashes[i] = hash(written(components[i].property()));
                codes[i] = new HashSet64();
                named = components[i].property().equals(CubeStructure.MEASURE_TYPE) ? i : named;
                isNeeded[i] = components[i].isRequired()
                        && !(components[i].ofDataSet()
                                && cubes.hasValue(structure.dataSet(), components[i].property()));
            }
            this.measureType = named;
            this.namesMeasures = structure.namesMeasures();
            this.times = new int[components.length];
            this.firstValue = new long[components.length];
            this.isVaried = new boolean[components.length];
            this.isCountedElsewhere = cubes.hasValue(structure.dataSet(), CUBE + "countedIn");
            this.measures = structure.all(CubeStructure.Kind.MEASURE).size();
            this.years = structure.components().stream()
                    .map(component -> new Years(component.property()))
                    .toArray(Years[]::new);
            this.view = new ViewKinds(structure, cubes.graph());
        }

        /** Looks whether a dimension has another value than before. */
        void look(int component, long value) {
            if (observations == 0) {
                firstValue[component] = value;
            } else {
                isVaried[component] |= firstValue[component] != value;
            }
        }

        /** Finds the line of each component among what is said, the first where there are several, and the hash of what it has. */
        void find(Said said) {
            Arrays.fill(found, -1);
            Arrays.fill(times, 0);
            for (int line = said.count() - 1; line >= 0; line--) {
                for (int i = 0; i < hashes.length; i++) {
                    if (hashes[i] == said.predicate(line)) {
                        found[i] = line;
                        times[i]++;
                    }
                }
            }
            for (int i = 0; i < found.length; i++) {
                values[i] =
                        found[i] < 0 || components[i].kind() == CubeStructure.Kind.MEASURE ? 0 : said.hash(found[i]);
            }
        }
    }

    /** Reads a graph: observations, and the codes that it lists. Graphs that only list codes are read like others. */
    public void read(InputStream graph) throws IOException {
        read(graph, subject -> {});
    }

    /**
     * Reads a graph likewise.
     *
     * @param alongside shown each of its subjects too, in their order
     */
    public void read(InputStream graph, Said.Sink alongside) throws IOException {
        try (LineReader lines = new LineReader(graph)) {
            said.clear();
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (!line.is(QuadLine.SUBJECT, said.subject())) {
                    end();
                    alongside.subject(said);
                    said.begin(line, 0);
                }
                long predicate = said.add(line);
                codes.read(line, predicate);
                if (predicate == OBSERVATION_HASH) {
                    noteSlice(line);
                }
            }
            end();
            alongside.subject(said);
        }
    }

    private void end() throws IOException {
        dataSetLine = said.last(DATA_SET_HASH);
        if (dataSetLine < 0 && !saysObservation()) {
            return;
        }
        int dataSets = said.count(DATA_SET_HASH);
        if (dataSets != 1) {
            tell(
                    Constraint.IC_1,
                    dataSets == 0
                            ? NO_VALUE.with(QB + "dataSet")
                            : new Text("it belongs to %s data sets", "elle appartient à %s jeux d'observations")
                                    .with(dataSets));
        }
        if (dataSetLine >= 0) {
            noteDataSet();
            @Nullable Layout layout = layout();
            if (layout != null) {
                layout.find(said);
                lookAt(layout);
            }
        }
    }

    /** {@return that of the data set of the subject at hand; most are of the same as the one before} */
    private @Nullable Layout layout() {
        long dataSet = said.hash(dataSetLine);
        if (dataSet != lastDataSet) {
            lastLayout = layouts.get(said.object(dataSetLine));
            lastDataSet = dataSet;
        }
        return lastLayout;
    }

    /** {@return whether the subject says to be an observation} */
    private boolean saysObservation() {
        for (int line = 0; line < said.count(); line++) {
            if (said.predicate(line) == TYPE_HASH && said.bytes(line).equals(OBSERVATION)) {
                return true;
            }
        }
        return false;
    }

    private void lookAt(Layout layout) throws IOException {
        @Nullable String named = null;
        boolean isPlaced = true;
        for (int i = 0; i < layout.components.length; i++) {
            CubeStructure.Component component = layout.components[i];
            int line = layout.found[i];
            if (line >= 0 && component.codeList().isPresent() && layout.codes[i].add(layout.values[i])) {
                codes.use(component, said.object(line), this::name);
            }
            if (line >= 0 && i == layout.measureType) {
                named = said.object(line);
            }
            if (layout.times[i] > 1) {
                violations.accept(new Violation(
                        Constraint.ONE_VALUE,
                        name(),
                        new Text(
                                        "it has %s of <%s>, as where two rows are of one key",
                                        "elle a %s fois <%s>, comme là où deux lignes ont la même clé")
                                .with(layout.times[i], component.property()),
                        triples(layout.hashes[i], component.property())));
            }
            if (line >= 0 && component.kind() == CubeStructure.Kind.DIMENSION) {
                layout.look(i, layout.values[i]);
                layout.view.look(i, said.bytes(line));
                layout.years[i].look(said.bytes(line), this::name);
            }
            if (line >= 0 && component.kind() == CubeStructure.Kind.MEASURE) {
                layout.view.number();
            }
            if (line < 0 && layout.isNeeded[i]) {
                isPlaced &= component.kind() != CubeStructure.Kind.DIMENSION;
                lacks(layout, component);
            }
        }
        if (layout.namesMeasures && named != null) {
            lookAtMeasures(layout, named);
        }
        layout.observations++;
        if (isPlaced) {
            place(layout);
            if (layout.isInSums) {
                sum(layout);
            }
        }
    }

    private void sum(Layout layout) throws IOException {
        String dataSet = said.object(dataSetLine);
        Map<String, String> values = new HashMap<>();
        Optional<String> number = Optional.empty();
        for (int i = 0; i < layout.components.length; i++) {
            if (layout.found[i] >= 0 && layout.components[i].kind() == CubeStructure.Kind.MEASURE) {
                number = Optional.of(said.object(layout.found[i]));
            } else if (layout.found[i] >= 0) {
                values.put(layout.components[i].property(), said.object(layout.found[i]));
            }
        }
        totals.note(dataSet, new String(said.subject(), StandardCharsets.UTF_8), values, number);
    }

    private void lacks(Layout layout, CubeStructure.Component component) {
        switch (component.kind()) {
            case DIMENSION -> tell(Constraint.IC_11, NO_VALUE.with(component.property()));
            case ATTRIBUTE -> tell(Constraint.IC_13, NO_VALUE.with(component.property()));
            case MEASURE -> {
                if (!layout.namesMeasures && said.find(STATUS_HASH) < 0) {
                    tell(Constraint.IC_14, NO_VALUE.with(component.property()));
                }
            }
        }
    }

    /** Where observations name their measures, each has the one that it names and no other. */
    private void lookAtMeasures(Layout layout, String named) {
        for (int i = 0; i < layout.components.length; i++) {
            CubeStructure.Component component = layout.components[i];
            if (component.kind() != CubeStructure.Kind.MEASURE) {
                continue;
            }
            boolean isNamed = named.equals("<" + component.property() + ">");
            if (isNamed && layout.found[i] < 0) {
                tell(Constraint.IC_15, NO_VALUE.with(component.property()));
            } else if (!isNamed && layout.found[i] >= 0) {
                tell(
                        Constraint.IC_16,
                        new Text("it names %s and has <%s> too", "elle nomme %s et a aussi <%s>")
                                .with(named, component.property()));
            }
        }
    }

    /** Writes where the observation stands to be sorted: a hash of its values, its name. */
    private void place(Layout layout) throws IOException {
        write(places, key(layout, true), said.subject());
        if (layout.namesMeasures) {
            write(
                    siblings,
                    key(layout, false),
                    said.object(dataSetLine).getBytes(StandardCharsets.UTF_8),
                    said.subject());
        }
    }

    /** {@return a hash of 128 bits of what it has in the dimensions, in digits: two halves that are mixed from the same values, each otherwise} */
    private byte[] key(Layout layout, boolean withMeasureType) {
        long one = lastDataSet;
        long other = ~lastDataSet;
        for (int i = 0; i < layout.components.length; i++) {
            if (layout.components[i].kind() == CubeStructure.Kind.DIMENSION
                    && layout.found[i] >= 0
                    && (withMeasureType || i != layout.measureType)) {
                one = Hash64.mixed(one + layout.values[i]);
                other = Hash64.mixed(31 * other ^ layout.values[i]);
            }
        }
        byte[] digits = new byte[KEY_DIGITS];
        write(one, digits, 0);
        write(other, digits, KEY_DIGITS / 2);
        return digits;
    }

    private static void write(long hash, byte[] digits, int from) {
        for (int i = 0; i < KEY_DIGITS / 2; i++) {
            digits[from + i] = (byte) Character.forDigit((int) (hash >>> 60 - 4 * i) & 0xF, 16);
        }
    }

    private static void write(LineSorter sorter, byte[]... parts) throws IOException {
        for (int i = 0; i < parts.length; i++) {
            sorter.write(parts[i], 0, parts[i].length);
            sorter.write(i < parts.length - 1 ? ' ' : '\n');
        }
    }

    /** A slice's observation, with the data sets that the slice is of. */
    private void noteSlice(QuadLine line) throws IOException {
        for (String dataSet : cubes.dataSetsOf(name())) {
            write(
                    slices,
                    line.copy(QuadLine.OBJECT),
                    "slice".getBytes(StandardCharsets.US_ASCII),
                    written(dataSet),
                    said.subject());
        }
    }

    private void noteDataSet() throws IOException {
        if (hasSlices) {
            for (int line = 0; line < said.count(); line++) {
                if (said.predicate(line) == DATA_SET_HASH) {
                    byte[] dataSet = said.object(line).getBytes(StandardCharsets.UTF_8);
                    write(slices, said.subject(), "is".getBytes(StandardCharsets.US_ASCII), dataSet);
                }
            }
        }
    }

    /** Judges what needs all lines: codes, slices, observations at one place. */
    public void finish() throws IOException {
        codes.judge(cubes.structures().values(), violations);
        layouts.forEach(this::lookAtDimensions);
        layouts.values().forEach(layout -> Arrays.stream(layout.years).forEach(years -> years.judge(violations)));
        if (looksAtViews) {
            layouts.values().stream()
                    .filter(layout -> layout.observations > 0)
                    .forEach(layout -> layout.view.judge(violations));
        }
        slices.drain(new SliceLines());
        places.drain(new PlaceLines());
        SiblingLines lines = new SiblingLines();
        siblings.drain(lines);
        lines.endGroup();
        totals.finish();
    }

    /** A dimension that is the same everywhere divides nothing; where few are counted, or what is counted elsewhere, that is no wonder. */
    private void lookAtDimensions(String dataSet, Layout layout) {
        if (layout.observations < MANY || layout.isCountedElsewhere) {
            return;
        }
        for (int i = 0; i < layout.components.length; i++) {
            if (layout.components[i].kind() == CubeStructure.Kind.DIMENSION && !layout.isVaried[i]) {
                violations.accept(new Violation(
                        Constraint.VARIED,
                        name(dataSet),
                        new Text(
                                        "all %s observations have the same <%s>",
                                        "ses %s observations ont toutes le même <%s>")
                                .with(layout.observations, layout.components[i].property())));
            }
        }
    }

    /** Lines such as {@code <observation> is <data set>} and {@code <observation> slice <data set> <slice>}, those of an observation together. */
    private final class SliceLines implements LineSink {
        private String observation = "";
        private final Set<String> dataSets = new HashSet<>();

        @Override
        public void line(byte[] bytes, int start, int end) {
            String[] words = new String(bytes, start, end - start, StandardCharsets.UTF_8).split(" ");
            if (!words[0].equals(observation)) {
                observation = words[0];
                dataSets.clear();
            }
            if (words[1].equals("is")) {
                dataSets.add(words[2]);
            } else if (!dataSets.contains(words[2])) {
                violations.accept(new Violation(
                        Constraint.IC_18,
                        name(words[0]),
                        new Text("its slice %s is of %s, and it is not", "sa tranche %s est de %s, et elle non")
                                .with(words[3], words[2])));
            }
        }
    }

    /** Lines of a place's hash and an observation that stands there. */
    private final class PlaceLines implements LineSink {
        private byte[] place = {};
        private String first = "";

        @Override
        public void line(byte[] bytes, int start, int end) {
            if (place.length > 0 && Arrays.equals(place, 0, KEY_DIGITS, bytes, start, start + KEY_DIGITS)) {
                violations.accept(new Violation(
                        Constraint.IC_12,
                        observation(bytes, start, end),
                        SAME_PLACE.with(name(first)),
                        List.of(isObservation(observation(bytes, start, end)), isObservation(name(first)))));
                return;
            }
            place = Arrays.copyOfRange(bytes, start, end);
            first = new String(place, KEY_DIGITS + 1, place.length - KEY_DIGITS - 1, StandardCharsets.UTF_8);
        }

        private String observation(byte[] bytes, int start, int end) {
            int from = start + KEY_DIGITS + 1;
            return name(new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
    }

    /** Lines of a place's hash but for the measure, a data set and an observation. */
    private final class SiblingLines implements LineSink {
        private String place = "";
        private String dataSet = "";
        private String first = "";
        private int count;

        @Override
        public void line(byte[] bytes, int start, int end) {
            String[] words = new String(bytes, start, end - start, StandardCharsets.UTF_8).split(" ");
            if (!words[0].equals(place)) {
                endGroup();
                place = words[0];
                dataSet = words[1];
                first = words[2];
            }
            count++;
        }

        void endGroup() {
            Layout layout = layouts.get(dataSet);
            if (layout != null && count != layout.measures) {
                violations.accept(new Violation(
                        Constraint.IC_17,
                        name(first),
                        new Text("%s of %s measures are here", "%s mesures sur %s sont là")
                                .with(count, layout.measures)));
            }
            count = 0;
        }
    }

    /** {@return the triples of the subject at hand that have a property} */
    private List<Quad> triples(long predicate, String property) {
        List<Quad> triples = new ArrayList<>();
        for (int line = 0; line < said.count(); line++) {
            if (said.predicate(line) == predicate) {
                triples.add(new Quad(
                        NQuads.parseTerm(new String(said.subject(), StandardCharsets.UTF_8)),
                        new Term.Iri(property),
                        NQuads.parseTerm(said.object(line))));
            }
        }
        return triples;
    }

    /** {@return what the subject at hand is called} */
    private String name() {
        return name(new String(said.subject(), StandardCharsets.UTF_8));
    }

    private static String name(String written) {
        return NQuads.parseTerm(written).text();
    }

    private void tell(Constraint constraint, Text problem) {
        violations.accept(new Violation(constraint, name(), problem, List.of(isObservation(name()))));
    }

    /** {@return what the row of an observation says, whatever else it says} */
    static Quad isObservation(String name) {
        return new Quad(new Term.Iri(name), Vocabulary.TYPE, new Term.Iri(QB + "Observation"));
    }

    private static byte[] written(String iri) {
        return ("<" + iri + ">").getBytes(StandardCharsets.UTF_8);
    }

    private static long hash(byte[] bytes) {
        return Hash64.ofWords(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
        places.close();
        siblings.close();
        slices.close();
        totals.close();
    }
}
