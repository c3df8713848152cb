package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.quads.LineSink;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The cubes that count things: {@code <data set> cube:counts <class>}, and where they give a share of them {@code cube:shareOf <property>}.
 *
 * <p>Shape: {@code <id/cube/d-open/XDl91/2021> vocab/d#institution <…/XDl91> ; sdmx-dimension:refPeriod "2021" ; vocab/d#open 66.7 ; cube:outOf 3}.
 * A thing is counted once for each combination of values that it has in the dimensions, not at all where it has none in one; for a share it
 * must say true or false, and not both. A share is in percent, to a tenth, half up.
 *
 * <p>One pass over sorted lines, then a sort of one line for each thing and combination. Memory: what is said of one thing, and what {@link
 * LineSorter} takes. Thread-safe.
 */
public final class Counts {
    private static final long TYPE = Said.hash(Vocabulary.TYPE.toNTriples());
    private static final String UNIT = "http://qudt.org/vocab/unit/";
    private static final Term.Literal TRUE = Term.Literal.typed("true", XSD + "boolean");
    private static final Term.Literal FALSE = Term.Literal.typed("false", XSD + "boolean");

    private final List<Counted> cubes;

    /** A cube that counts, by the hashes of what it looks at. */
    private record Counted(CubeStructure structure, byte[] type, Optional<String> share) {
        List<String> dimensions() {
            return properties(CubeStructure.Kind.DIMENSION);
        }

        String measure() {
            return properties(CubeStructure.Kind.MEASURE).get(0);
        }

        private List<String> properties(CubeStructure.Kind kind) {
            return structure.all(kind).stream()
                    .map(CubeStructure.Component::property)
                    .toList();
        }
    }

    private Counts(List<Counted> cubes) {
        this.cubes = List.copyOf(cubes);
    }

    /** {@return those of some cubes that count} */
    public static Counts of(Cubes cubes) {
        return new Counts(cubes.structures().values().stream()
                .filter(structure -> !structure.all(CubeStructure.Kind.MEASURE).isEmpty())
                .flatMap(structure -> {
                    Term dataSet = Cubes.iri(structure.dataSet());
                    return cubes.graph().object(dataSet, CUBE + "counts").stream()
                            .map(type -> new Counted(
                                    structure,
                                    type.toNTriples().getBytes(StandardCharsets.UTF_8),
                                    cubes.graph()
                                            .object(dataSet, CUBE + "shareOf")
                                            .map(Term::text)));
                })
                .sorted(Comparator.comparing(counted -> counted.structure().dataSet()))
                .toList());
    }

    public boolean isEmpty() {
        return cubes.isEmpty();
    }

    /**
     * Counts the things of a graph.
     *
     * @param graph its lines, sorted
     * @param folder for what is sorted
     * @param triples takes what the observations say
     */
    public void write(InputStream graph, Path folder, Consumer<Quad> triples) throws IOException {
        try (LineSorter things = new LineSorter(folder)) {
            read(graph, things);
            Groups groups = new Groups(triples);
            things.drain(groups);
            groups.end();
        }
    }

    private void read(InputStream graph, LineSorter things) throws IOException {
        Said.each(graph, said -> note(said, things));
    }

    private void note(Said said, LineSorter things) throws IOException {
        for (int cube = 0; cube < cubes.size(); cube++) {
            Counted counted = cubes.get(cube);
            if (!isOf(said, counted.type())) {
                continue;
            }
            String so = counted.share().map(share -> truth(said, share)).orElse("1");
            if (!so.isEmpty()) {
                note(said, cube, counted, so, things);
            }
        }
    }

    private static boolean isOf(Said said, byte[] type) {
        for (int line = 0; line < said.count(); line++) {
            if (said.predicate(line) == TYPE && said.bytes(line).equals(ByteBuffer.wrap(type))) {
                return true;
            }
        }
        return false;
    }

    /** {@return {@code 1} or {@code 0}; nothing where that is not said, or both} */
    private static String truth(Said said, String property) {
        List<String> values = values(said, property);
        if (values.size() == 1 && values.get(0).equals(TRUE.toNTriples())) {
            return "1";
        }
        return values.size() == 1 && values.get(0).equals(FALSE.toNTriples()) ? "0" : "";
    }

    private static List<String> values(Said said, String property) {
        long predicate = Said.hash("<" + property + ">");
        List<String> values = new ArrayList<>();
        for (int line = 0; line < said.count(); line++) {
            if (said.predicate(line) == predicate) {
                values.add(said.object(line));
            }
        }
        return values;
    }

    /** Writes a line for each combination of values: where its observation is, the values, the thing, whether it is so. */
    private void note(Said said, int cube, Counted counted, String so, LineSorter things) throws IOException {
        List<List<String>> places = List.of(List.of());
        for (String dimension : counted.dimensions()) {
            List<String> values = values(said, dimension);
            places = places.stream()
                    .flatMap(place -> values.stream()
                            .map(value -> Stream.concat(place.stream(), Stream.of(value))
                                    .toList()))
                    .toList();
        }
        String thing = new String(said.subject(), StandardCharsets.UTF_8);
        for (List<String> place : places) {
            String address = String.join("/", place.stream().map(Counts::word).toList());
            String line = cube + "\t" + address + "\t" + String.join("\t", place) + "\t" + thing + "\t" + so + "\n";
            things.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** {@return what a value is called in the address of an observation} */
    private static String word(String value) {
        Term term = NQuads.parseTerm(value);
        String text = term instanceof Term.Literal ? term.text() : Vocabulary.localName(term.text());
        String word = text.replaceAll("[^\\p{L}\\p{N}._~-]", "-");
        return word.isEmpty() ? "-" : word;
    }

    /** Lines of one place after the other. */
    private final class Groups implements LineSink {
        private final Consumer<Quad> triples;
        private List<String> place = List.of();
        private long all;
        private long so;
        private int namesakes;

        Groups(Consumer<Quad> triples) {
            this.triples = triples;
        }

        @Override
        public void line(byte[] bytes, int start, int end) {
            List<String> words = List.of(new String(bytes, start, end - start, StandardCharsets.UTF_8).split("\t"));
            List<String> here = words.subList(0, words.size() - 2);
            if (!here.equals(place)) {
                end();
                boolean isNamesake = !place.isEmpty() && here.subList(0, 2).equals(place.subList(0, 2));
                namesakes = isNamesake ? namesakes + 1 : 1;
                place = List.copyOf(here);
            }
            all++;
            so += words.get(words.size() - 1).equals("1") ? 1 : 0;
        }

        void end() {
            if (all > 0) {
                observe();
            }
            all = 0;
            so = 0;
        }

        private void observe() {
            Counted counted = cubes.get(Integer.parseInt(place.get(0)));
            String dataSet = counted.structure().dataSet();
            String behind = namesakes > 1 ? "--" + namesakes : "";
            Term observation = Cubes.iri(dataSet + "/" + place.get(1) + behind);
            say(observation, Vocabulary.TYPE.value(), Cubes.iri(QB + "Observation"));
            say(observation, QB + "dataSet", Cubes.iri(dataSet));
            for (int i = 0; i < counted.dimensions().size(); i++) {
                say(observation, counted.dimensions().get(i), NQuads.parseTerm(place.get(2 + i)));
            }
            if (counted.share().isEmpty()) {
                say(observation, counted.measure(), number(all));
                say(observation, SDMX_ATTRIBUTE + "unitMeasure", Cubes.iri(UNIT + "NUM"));
            } else {
                BigDecimal share =
                        BigDecimal.valueOf(100 * so).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
                say(observation, counted.measure(), Term.Literal.typed(share.toPlainString(), XSD + "decimal"));
                say(observation, SDMX_ATTRIBUTE + "unitMeasure", Cubes.iri(UNIT + "PERCENT"));
                say(observation, CUBE + "outOf", number(all));
            }
        }

        private Term number(long count) {
            return Term.Literal.typed(Long.toString(count), XSD + "integer");
        }

        private void say(Term observation, String property, Term value) {
            triples.accept(new Quad(observation, Cubes.iri(property), value));
        }
    }
}
