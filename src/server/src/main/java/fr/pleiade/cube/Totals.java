package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether totals are what they are said to be the sums of.
 *
 * <p>Three things may be said of a data set, with {@code cube:} = {@code https://w3id.org/pleiade/cube#}:
 * {@code <parts> cube:sumsTo <totals>}: for each observation of the totals, the parts that stand there in all dimensions of the totals;
 * {@code <totals> cube:sumOver <dimension>}: the observations of other data sets of its structure that differ in that dimension alone;
 * {@code <totals> cube:sumAlong <dimension>}: those of them whose code has the total's for {@code skos:broader}. {@code cube:sumWhere} says which
 * value an observation has for it to be so. A total without a number or without parts is none.
 *
 * <p>A line for each part and total is sorted. To be used once, by one thread.
 */
final class Totals implements AutoCloseable {
    private static final int KEY_DIGITS = 32;
    private static final char PART = 'p';
    private static final char TOTAL = 't';
    private static final Text DIFFERS = new Text(
            "it is %s, and its %s parts are %s together, %s of them without a number",
            "le total est %s, et ses %s parties font ensemble %s, dont %s sans nombre");

    private final Map<String, List<Sum>> sums = new HashMap<>();
    private final Map<String, String> broader = new HashMap<>();
    private final LineSorter lines;
    private final MessageDigest digest = Sha256.digest();
    private final Consumer<Violation> violations;

    /**
     * What an observation of a data set is in a sum.
     *
     * @param total the data set of the totals, as it is written
     * @param dimensions the dimensions in which parts and total agree
     * @param raised the dimension whose code a part has one level below its total's; {@code ""} if there is none
     * @param where the value that it has; {@code ""} if any
     */
    private record Sum(char role, String total, List<String> dimensions, String raised, String where) {}

    Totals(Cubes cubes, Path folder, Consumer<Violation> violations) {
        this.lines = new LineSorter(folder);
        this.violations = violations;
        InMemoryGraph graph = cubes.graph();
        for (CubeStructure structure : cubes.structures().values()) {
            Term dataSet = Cubes.iri(structure.dataSet());
            graph.objects(dataSet, CUBE + "sumsTo").forEach(total -> sumsTo(structure, total.text(), cubes));
            graph.objects(dataSet, CUBE + "sumOver")
                    .forEach(dimension -> within(structure, dimension.text(), false, cubes));
            graph.objects(dataSet, CUBE + "sumAlong")
                    .forEach(dimension -> within(structure, dimension.text(), true, cubes));
        }
        if (!sums.isEmpty()) {
            graph.triples().stream()
                    .filter(triple -> triple.predicate().value().equals(SKOS + "broader"))
                    .forEach(triple -> broader.put(
                            triple.subject().toNTriples(), triple.object().toNTriples()));
        }
    }

    private void sumsTo(CubeStructure parts, String total, Cubes cubes) {
        Optional.ofNullable(cubes.structures().get(total)).ifPresent(totals -> {
            List<String> shared = dimensions(totals);
            add(parts.dataSet(), new Sum(PART, total, shared, "", ""));
            add(total, new Sum(TOTAL, total, shared, "", ""));
        });
    }

    private void within(CubeStructure totals, String dimension, boolean isAlong, Cubes cubes) {
        String where = cubes.graph()
                .object(Cubes.iri(totals.dataSet()), CUBE + "sumWhere")
                .map(Term::toNTriples)
                .orElse("");
        List<String> shared = dimensions(totals).stream()
                .filter(each -> isAlong || !each.equals(dimension))
                .toList();
        String raised = isAlong ? dimension : "";
        add(totals.dataSet(), new Sum(TOTAL, totals.dataSet(), shared, raised, where));
        cubes.structures().values().stream()
                .filter(other -> other.components().equals(totals.components())
                        && !other.dataSet().equals(totals.dataSet()))
                .forEach(other -> add(other.dataSet(), new Sum(PART, totals.dataSet(), shared, raised, where)));
    }

    private static List<String> dimensions(CubeStructure structure) {
        return structure.all(CubeStructure.Kind.DIMENSION).stream()
                .map(CubeStructure.Component::property)
                .sorted()
                .toList();
    }

    private void add(String dataSet, Sum sum) {
        List<Sum> all = sums.computeIfAbsent("<" + dataSet + ">", key -> new ArrayList<>());
        if (!all.contains(sum)) {
            all.add(sum);
        }
    }

    /** {@return whether observations of a data set are in a sum} */
    boolean hold(String dataSet) {
        return sums.containsKey(dataSet);
    }

    /**
     * Takes an observation.
     *
     * @param values its values of dimensions and attributes, by their properties
     * @param number its measure, as it is written; nothing where it has none
     */
    void note(String dataSet, String observation, Map<String, String> values, Optional<String> number)
            throws IOException {
        for (Sum sum : sums.getOrDefault(dataSet, List.of())) {
            @Nullable String key = key(sum, values);
            if (key != null) {
                String line =
                        key + ' ' + sum.role() + ' ' + number.map(Totals::plain).orElse("-") + ' ' + observation + '\n';
                lines.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private @Nullable String key(Sum sum, Map<String, String> values) {
        if (!sum.where().isEmpty() && !values.containsValue(sum.where())) {
            return null;
        }
        digest.reset();
        digest.update((sum.total() + sum.raised() + sum.dimensions()).getBytes(StandardCharsets.UTF_8));
        for (String dimension : sum.dimensions()) {
            @Nullable String value = values.get(dimension);
            if (sum.role() == PART && dimension.equals(sum.raised()) && value != null) {
                value = broader.get(value);
            }
            if (value == null) {
                return null;
            }
            digest.update(("\n" + value).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, KEY_DIGITS / 2);
    }

    /** {@return the number of a literal, if it is one} */
    private static String plain(String literal) {
        String text = NQuads.parseTerm(literal).text();
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            return "-"; // an ill-typed literal is told elsewhere
        }
    }

    /** Tells the totals that are not the sums of their parts. */
    void finish() throws IOException {
        Group group = new Group();
        lines.drain((bytes, start, end) -> group.line(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
        group.end();
    }

    /** Lines of one key: parts, then the total. */
    private final class Group {
        private String key = "";
        private BigDecimal sum = BigDecimal.ZERO;
        private int parts;
        private int without;
        private @Nullable String total;
        private String observation = "";

        void line(String line) {
            String[] words = line.strip().split(" ", 4);
            if (!words[0].equals(key)) {
                end();
                key = words[0];
            }
            boolean hasNumber = !words[2].equals("-");
            if (words[1].charAt(0) == TOTAL) {
                total = hasNumber ? words[2] : null;
                observation = words[3];
                return;
            }
            parts++;
            if (hasNumber) {
                sum = sum.add(new BigDecimal(words[2]));
            } else {
                without++;
            }
        }

        void end() {
            if (total != null && parts > without && sum.compareTo(new BigDecimal(total)) != 0) {
                violations.accept(new Violation(
                        Constraint.SUM,
                        NQuads.parseTerm(observation).text(),
                        DIFFERS.with(total, parts, sum.toPlainString(), without),
                        List.of(Integrity.isObservation(
                                NQuads.parseTerm(observation).text()))));
            }
            sum = BigDecimal.ZERO;
            parts = 0;
            without = 0;
            total = null;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
