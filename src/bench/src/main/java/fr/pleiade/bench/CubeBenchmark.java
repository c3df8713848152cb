package fr.pleiade.bench;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Integrity;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Checks all integrity constraints of a cube of five dimensions, a measure and two attributes, beside reading the same lines once with
 * nothing looked at, which is the least that any check of them costs.
 *
 * <p>System properties: {@code observations} (default 2 million). Prints CPU seconds, seconds and the violations, of which every
 * thousandth observation has one: it stands where another stands. Must be reached: 10 seconds for 2 million observations.
 */
public final class CubeBenchmark {
    private static final int OBSERVATIONS = Integer.getInteger("observations", 2_000_000);
    private static final int EVERY = 1000;
    private static final double MOST_SECONDS = 10;
    private static final String BASE = "http://localhost:8080/";
    private static final String TERM = BASE + "vocab/c#";
    private static final String[] DIMENSIONS = {"place", "year", "sex", "level", "field"};
    private static final int CODES = 200;

    private CubeBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-cube-");
        Path graph = write(folder.resolve("cube.nq"));
        System.out.printf(Locale.ROOT, "%,d observations, %d MB%n", OBSERVATIONS, Files.size(graph) >> 20);
        for (int round = 1; round <= 3; round++) {
            double read = seconds(() -> read(graph));
            long[] violations = {0};
            double checked = seconds(() -> {
                try (Integrity integrity = new Integrity(Cubes.of(description()), folder, v -> violations[0]++);
                        InputStream in = Files.newInputStream(graph)) {
                    integrity.lookAtStructures();
                    integrity.read(in);
                    integrity.finish();
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "round %d: read %.2f s, all constraints %.2f s, %,d violations (expected %,d)%n%s%n",
                    round,
                    read,
                    checked,
                    violations[0],
                    OBSERVATIONS / EVERY,
                    Asked.atMost(MOST_SECONDS, "CPU seconds for 2 million observations", checked * 2e6 / OBSERVATIONS));
        }
        Files.delete(graph);
        Files.delete(folder);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** {@return the CPU seconds of this thread, which does all} */
    private static double seconds(Work work) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static void read(Path graph) throws IOException {
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(graph), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        if (lines == 0) {
            throw new IllegalStateException("nothing was written");
        }
    }

    private static InMemoryGraph description() {
        InMemoryGraph graph = new InMemoryGraph();
        Description.of(graph, BASE + "dataset/c").a(QB + "DataSet").link(QB + "structure", TERM + "structure");
        Description structure = Description.of(graph, TERM + "structure").a(QB + "DataStructureDefinition");
        for (String dimension : DIMENSIONS) {
            structure.link(QB + "component", TERM + "component-" + dimension);
            structure.about(TERM + "component-" + dimension).link(QB + "dimension", TERM + dimension);
            structure
                    .about(TERM + dimension)
                    .a(QB + "DimensionProperty")
                    .link(RDFS + "range", SKOS + "Concept")
                    .link(QB + "codeList", TERM + "codes");
        }
        structure.link(QB + "component", TERM + "component-count");
        structure.about(TERM + "component-count").link(QB + "measure", TERM + "count");
        structure.link(QB + "component", TERM + "component-unit");
        structure
                .about(TERM + "component-unit")
                .link(QB + "attribute", TERM + "unit")
                .say(QB + "componentRequired", Term.Literal.typed("true", XSD + "boolean"));
        return graph;
    }

    /** The lines as a publication writes them: an observation after the other, its properties in the order of their bytes. */
    private static Path write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String end = "> <" + BASE + "dataset/c> .\n";
            for (int i = 0; i < CODES; i++) {
                String code = "<%sa%03d> <".formatted(TERM, i);
                out.write(code + RDF + "type> <" + SKOS + "Concept" + end);
                out.write(code + SKOS + "inScheme> <" + TERM + "codes" + end);
            }
            for (int i = 0; i < OBSERVATIONS; i++) {
                String observation = "<%sid/observation/%09d> <".formatted(BASE, i);
                out.write(observation + TERM + "count> \"" + i % 977 + "\"^^<" + XSD + "integer" + end);
                int place = i % EVERY == 1 ? i - 1 : i; // where the one before it stands
                for (int d = DIMENSIONS.length - 1; d >= 0; d--) {
                    out.write(
                            observation + TERM + DIMENSIONS[d] + "> <" + TERM + "a%03d".formatted(place % CODES) + end);
                    place /= d == DIMENSIONS.length - 1 ? CODES : 10;
                }
                out.write(observation + TERM + "unit> <" + TERM + "person" + end);
                out.write(observation + QB + "dataSet> <" + BASE + "dataset/c" + end);
                out.write(observation + RDF + "type> <" + QB + "Observation" + end);
            }
        }
        return file;
    }
}
