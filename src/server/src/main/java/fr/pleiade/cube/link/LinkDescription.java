package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What describes the cubes of a graph: what is said of cubes, their sets, constraints, properties and lists; not the observations. Looked up
 * from the cubes on, for it may stand before or behind millions of observations.
 *
 * @param graph the description
 * @param sets the sets that have observations, each with the place of the first line that says so
 */
record LinkDescription(InMemoryGraph graph, Map<String, Long> sets) {
    static final byte[] MEMBER = SubjectLines.property(CUBE_LINK + "observation");
    private static final byte[] CUBE = SubjectLines.statement(TYPE.value(), CUBE_LINK + "Cube");

    /** What leads from a cube to all that describes it. */
    private static final Set<String> LEADING = Set.of(
            CUBE_LINK + "observationSet",
            CUBE_LINK + "observationConstraint",
            CUBE_LINK + "meta/dataKind",
            SHACL + "property",
            SHACL + "in",
            RDF + "rest");

    /** {@return the cubes of a graph, whose lines are all read for it} */
    static Set<String> cubes(Path file) throws IOException {
        Set<String> cubes = new TreeSet<>();
        try (SubjectLines lines = new SubjectLines(file)) {
            while (lines.next()) {
                if (lines.says(CUBE)) {
                    String cube = new String(lines.subject(), StandardCharsets.UTF_8);
                    cubes.add(cube.substring(1, cube.length() - 1));
                }
            }
        }
        return cubes;
    }

    /** {@return what a file of sorted lines says of some cubes} */
    static LinkDescription read(Path file, Collection<String> cubes) {
        LinkDescription description = new LinkDescription(new InMemoryGraph(), new LinkedHashMap<>());
        Deque<Term> open = new ArrayDeque<>();
        cubes.stream().sorted().map(Term.Iri::new).forEach(open::add);
        Set<Term> met = new HashSet<>(open);
        GraphFile lines = GraphFile.of(file);
        while (!open.isEmpty()) {
            for (Quad quad : description.keep(open.remove(), lines)) {
                if (LEADING.contains(quad.predicate().value())
                        && !(quad.object() instanceof Term.Literal)
                        && met.add(quad.object())) {
                    open.add(quad.object());
                }
            }
        }
        return description;
    }

    /** Keeps what is said of a thing; of a set not what is in it, but where that begins. {@return it} */
    private Collection<Quad> keep(Term thing, GraphFile file) {
        byte[] subject = (thing.toNTriples() + " ").getBytes(StandardCharsets.UTF_8);
        byte[] member = (thing.toNTriples() + " <" + CUBE_LINK + "observation> ").getBytes(StandardCharsets.UTF_8);
        GraphFile.Lines lines = file.lines();
        lines.seek(subject);
        while (lines.begins(subject)) {
            if (lines.begins(member)) {
                sets.put(thing.text(), lines.position());
                byte[] behind = member.clone();
                behind[behind.length - 1]++;
                lines.seek(behind);
            } else {
                byte[] line = lines.line();
                graph.add(new QuadLine().at(line, 0, line.length).quad());
                lines.next();
            }
        }
        return graph.about(thing);
    }
}
