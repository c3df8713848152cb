package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.RDFS;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What cube.link asks of a cube that is a view of another one: names, at least one number, values of one kind in each dimension.
 *
 * @see <a href="https://github.com/zazuko/cube-link/tree/main/validation">The shapes of cube.link</a>
 */
final class ViewKinds {
    private static final byte[] THING = {'<'};

    private final CubeStructure structure;
    private final InMemoryGraph graph;
    private final byte[][] kinds;
    private final boolean[] isMixed;
    private boolean hasNumber;

    ViewKinds(CubeStructure structure, InMemoryGraph graph) {
        this.structure = structure;
        this.graph = graph;
        this.kinds = new byte[structure.components().size()][];
        this.isMixed = new boolean[kinds.length];
        Arrays.fill(kinds, new byte[0]);
    }

    /** Notes of which kind a value of a component is: a thing, or what stands behind the closing quotation mark of a literal. */
    void look(int component, ByteBuffer value) {
        byte[] bytes = value.array();
        int start = value.arrayOffset() + value.position();
        int end = start + value.remaining();
        if (bytes[start] == '<') {
            note(component, THING, 0, 1);
            return;
        }
        int close = end - 1;
        while (close > start && bytes[close] != '"') {
            close--;
        }
        note(component, bytes, close, bytes[Math.min(close + 1, end - 1)] == '@' ? close + 2 : end);
    }

    private void note(int component, byte[] bytes, int start, int end) {
        byte[] known = kinds[component];
        if (known.length == 0) {
            kinds[component] = Arrays.copyOfRange(bytes, start, end);
        } else {
            isMixed[component] |= !Arrays.equals(known, 0, known.length, bytes, start, end);
        }
    }

    /** An observation has a number. */
    void number() {
        hasNumber = true;
    }

    /** Tells why the cube could not be opened. */
    void judge(Consumer<Violation> violations) {
        if (!hasNumber) {
            tell(
                    violations,
                    new Text("none of its observations has a number", "aucune de ses observations n'a de nombre"));
        }
        if (!isNamed(structure.dataSet())) {
            tell(violations, new Text("it has no name (rdfs:label)", "il n'a pas de nom (rdfs:label)"));
        }
        List<CubeStructure.Component> components = structure.components();
        for (int i = 0; i < components.size(); i++) {
            String property = components.get(i).property();
            if (components.get(i).kind() != CubeStructure.Kind.ATTRIBUTE && !isNamed(property)) {
                tell(violations, new Text("its <%s> has no name", "son <%s> n'a pas de nom").with(property));
            }
            if (isMixed[i]) {
                tell(
                        violations,
                        new Text(
                                        "the values of <%s> are of several kinds",
                                        "les valeurs de <%s> sont de plusieurs sortes")
                                .with(property));
            }
        }
    }

    private boolean isNamed(String iri) {
        return Stream.of(
                        RDFS + "label",
                        "http://www.w3.org/2004/02/skos/core#prefLabel",
                        "http://purl.org/dc/terms/title")
                .anyMatch(property -> graph.object(Cubes.iri(iri), property).isPresent());
    }

    private void tell(Consumer<Violation> violations, Text problem) {
        violations.accept(new Violation(Constraint.VIEW, structure.dataSet(), problem));
    }
}
