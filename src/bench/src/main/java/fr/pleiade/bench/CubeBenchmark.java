package fr.pleiade.bench;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.VCARD;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Integrity;
import fr.pleiade.cube.link.LinkShapes;
import fr.pleiade.cube.link.LinkedCubes;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Checks all integrity constraints of a cube of five dimensions, a measure and two attributes, and what cube.link asks of it, beside reading
 * the same lines once with nothing looked at, which is the least that any check of them costs; then all these together with the shapes of
 * cube.link, of the same cube where it is said in its words too: twice the lines, in one pass.
 *
 * <p>System properties: {@code observations} (default 2 million), {@code rounds} (3). Prints CPU seconds and the violations, of which every
 * thousandth observation has one: it stands where another stands. Must be reached: 10 seconds for 2 million observations, with
 * what cube.link's shapes ask of the view; and with those shapes where the cube stands in the store in its words.
 */
public final class CubeBenchmark {
    private static final int OBSERVATIONS = Integer.getInteger("observations", 2_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
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
        Path linked = link(graph, folder);
        System.out.printf(
                Locale.ROOT,
                "%,d observations, %d MB, with cube.link %d MB%n",
                OBSERVATIONS,
                Files.size(graph) >> 20,
                Files.size(linked) >> 20);
        for (int round = 1; round <= ROUNDS; round++) {
            double read = seconds(() -> read(graph));
            long[] violations = {0};
            double checked = seconds(() -> {
                try (Integrity integrity = new Integrity(Cubes.of(description()), folder, v -> violations[0]++);
                        InputStream in = Files.newInputStream(graph)) {
                    integrity.lookAtStructures();
                    integrity.lookAtViews();
                    integrity.read(in);
                    integrity.finish();
                }
            });
            long[] both = {0};
            double together = seconds(() -> {
                try (Integrity integrity = new Integrity(Cubes.of(description()), folder, v -> both[0]++);
                        LinkShapes shapes = new LinkShapes(linked, Set.of(BASE + "dataset/c"), v -> both[0]++);
                        InputStream in = Files.newInputStream(linked)) {
                    integrity.lookAtStructures();
                    integrity.lookAtViews();
                    integrity.read(in, shapes::look);
                    integrity.finish();
                    shapes.finish();
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "round %d: read %.2f s, all constraints %.2f s, %,d violations, with cube.link's shapes %.2f s, %,d violations (expected %,d)%n%s%n%s%n",
                    round,
                    read,
                    checked,
                    violations[0],
                    together,
                    both[0],
                    OBSERVATIONS / EVERY,
                    Asked.atMost(MOST_SECONDS, "CPU seconds for 2 million observations", checked * 2e6 / OBSERVATIONS),
                    Asked.atMost(
                            MOST_SECONDS,
                            "CPU seconds for 2 million that are in cube.link too, with its shapes",
                            together * 2e6 / OBSERVATIONS));
        }
        Files.delete(linked);
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
        Description.of(graph, BASE + "dataset/c")
                .a(QB + "DataSet")
                .link(QB + "structure", TERM + "structure")
                .link(CUBE + "alsoAs", CUBE_LINK)
                .link(DCT + "publisher", BASE + "id/agent/c")
                .link(DCAT + "contactPoint", BASE + "id/agent/c")
                .say(RDFS + "label", Term.Literal.inLanguage("Cube", "en"))
                .say(DCT + "issued", Term.Literal.typed("2024-01-31", XSD + "date"))
                .about(BASE + "id/agent/c")
                .link(VCARD + "hasEmail", "mailto:c@c.example");
        Description structure = Description.of(graph, TERM + "structure").a(QB + "DataStructureDefinition");
        for (String dimension : DIMENSIONS) {
            structure.link(QB + "component", TERM + "component-" + dimension);
            structure.about(TERM + "component-" + dimension).link(QB + "dimension", TERM + dimension);
            structure
                    .about(TERM + dimension)
                    .a(QB + "DimensionProperty")
                    .say(RDFS + "label", Term.Literal.inLanguage(dimension, "en"))
                    .link(RDFS + "range", SKOS + "Concept")
                    .link(QB + "codeList", TERM + "codes");
        }
        structure.link(QB + "component", TERM + "component-count");
        structure.about(TERM + "component-count").link(QB + "measure", TERM + "count");
        structure.about(TERM + "count").say(RDFS + "label", Term.Literal.inLanguage("count", "en"));
        structure.link(QB + "component", TERM + "component-unit");
        structure
                .about(TERM + "component-unit")
                .link(QB + "attribute", TERM + "unit")
                .say(QB + "componentRequired", Term.Literal.typed("true", XSD + "boolean"));
        return graph;
    }

    /** The same lines, with what they are in cube.link. */
    private static Path link(Path graph, Path folder) throws IOException {
        InMemoryGraph described = description();
        Path linked = folder.resolve("linked.nq");
        try (LineSorter sorter = new LineSorter(folder);
                InputStream lines = Files.newInputStream(graph);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(linked))) {
            Term dataset = new Term.Iri(BASE + "dataset/c");
            new LinkedCubes(Cubes.of(described), described)
                    .write(lines, LinkedCubes.Publishing.of(dataset, dataset, described), quad -> write(quad, sorter));
            sorter.addSorted(graph);
            sorter.drain((bytes, start, end) -> {
                out.write(bytes, start, end - start);
                out.write('\n');
            });
        }
        return linked;
    }

    private static void write(Quad quad, LineSorter sorter) {
        try {
            sorter.write(
                    (quad.in(new Term.Iri(BASE + "dataset/c")).toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
