package fr.pleiade.web.shape;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which way leads from a thing to values: a property, one backwards, several one after the other, or one of several.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#property-paths">SHACL, section 2.3.1, SHACL Property Paths</a>
 */
public sealed interface PropertyPath {
    String SHACL = "http://www.w3.org/ns/shacl#";

    /** What is said in a release: forwards of a thing, backwards to it. */
    interface Said {
        /** {@return the values of a property, in the order of the graph} */
        List<Term> objects(Term subject, String property);

        /** {@return the things that have a value, at most some thousand} */
        List<Term> subjects(Term object, String property);
    }

    /** {@return where the way leads from a thing, each once} */
    Set<Term> from(Term thing, Said said);

    /** {@return the same way as SPARQL writes it} */
    String sparql();

    /** {@return whether it goes backwards at its end, to things that bear the value} */
    boolean isBackwards();

    /** {@return whether everything that it leads to points to the thing itself} */
    default boolean isPointedAtOnly() {
        return isBackwards() && property().isPresent();
    }

    /** {@return the properties that it goes backwards from the thing itself} */
    default Set<String> backwards() {
        return isBackwards() ? property().map(Set::of).orElse(Set.of()) : Set.of();
    }

    /** {@return the only property of the path, if it has only one} */
    default Optional<String> property() {
        return Optional.empty();
    }

    /** {@return the properties whose values it leads to, where it ends forwards} */
    default Set<String> last() {
        return isBackwards() ? Set.of() : property().map(Set::of).orElse(Set.of());
    }

    /** A property. */
    record Forwards(String iri) implements PropertyPath {
        @Override
        public Set<Term> from(Term thing, Said said) {
            return new LinkedHashSet<>(said.objects(thing, iri));
        }

        @Override
        public String sparql() {
            return new Term.Iri(iri).toNTriples();
        }

        @Override
        public boolean isBackwards() {
            return false;
        }

        @Override
        public Optional<String> property() {
            return Optional.of(iri);
        }
    }

    /** A property from its value to what has it. */
    record Backwards(String iri) implements PropertyPath {
        @Override
        public Set<Term> from(Term thing, Said said) {
            return new LinkedHashSet<>(said.subjects(thing, iri));
        }

        @Override
        public String sparql() {
            return "^" + new Term.Iri(iri).toNTriples();
        }

        @Override
        public boolean isBackwards() {
            return true;
        }

        @Override
        public Optional<String> property() {
            return Optional.of(iri);
        }
    }

    /** One way after the other. */
    record Sequence(List<PropertyPath> steps) implements PropertyPath {
        public Sequence {
            steps = List.copyOf(steps);
        }

        @Override
        public Set<Term> from(Term thing, Said said) {
            Set<Term> here = Set.of(thing);
            for (PropertyPath step : steps) {
                Set<Term> next = new LinkedHashSet<>();
                here.forEach(term -> next.addAll(step.from(term, said)));
                here = next;
            }
            return here;
        }

        @Override
        public String sparql() {
            return steps.stream().map(PropertyPath::sparql).collect(Collectors.joining("/", "(", ")"));
        }

        @Override
        public boolean isBackwards() {
            return !steps.isEmpty() && steps.get(steps.size() - 1).isBackwards();
        }

        @Override
        public Set<String> last() {
            return steps.isEmpty() ? Set.of() : steps.get(steps.size() - 1).last();
        }
    }

    /** Several ways at once. */
    record Alternative(List<PropertyPath> ways) implements PropertyPath {
        public Alternative {
            ways = List.copyOf(ways);
        }

        @Override
        public Set<Term> from(Term thing, Said said) {
            Set<Term> ends = new LinkedHashSet<>();
            ways.forEach(way -> ends.addAll(way.from(thing, said)));
            return ends;
        }

        @Override
        public String sparql() {
            return ways.stream().map(PropertyPath::sparql).collect(Collectors.joining("|", "(", ")"));
        }

        @Override
        public boolean isBackwards() {
            return ways.stream().anyMatch(PropertyPath::isBackwards);
        }

        @Override
        public Set<String> last() {
            Set<String> properties = new LinkedHashSet<>();
            ways.forEach(way -> properties.addAll(way.last()));
            return properties;
        }

        @Override
        public boolean isPointedAtOnly() {
            return ways.stream().allMatch(PropertyPath::isPointedAtOnly);
        }

        @Override
        public Set<String> backwards() {
            Set<String> properties = new LinkedHashSet<>();
            ways.forEach(way -> properties.addAll(way.backwards()));
            return properties;
        }
    }

    /** {@return the path that a node of a shapes graph is; nothing if it is none of the kinds here} */
    static Optional<PropertyPath> of(Term node, InMemoryGraph shapes) {
        if (node instanceof Term.Iri iri) {
            return Optional.of(new Forwards(iri.value()));
        }
        Optional<Term> inverse = shapes.object(node, SHACL + "inversePath");
        if (inverse.isPresent()) {
            return Optional.of(new Backwards(inverse.get().text()));
        }
        Optional<Term> ways = shapes.object(node, SHACL + "alternativePath");
        if (ways.isPresent()) {
            return Optional.of(new Alternative(list(ways.get(), shapes)));
        }
        List<PropertyPath> steps = list(node, shapes);
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Sequence(steps));
    }

    private static List<PropertyPath> list(Term head, InMemoryGraph shapes) {
        List<PropertyPath> members = new ArrayList<>();
        Set<Term> seen = new LinkedHashSet<>();
        Optional<Term> node = Optional.of(head);
        while (node.isPresent() && seen.add(node.get())) {
            shapes.object(node.get(), Vocabulary.RDF + "first")
                    .flatMap(member -> of(member, shapes))
                    .ifPresent(members::add);
            node = shapes.object(node.get(), Vocabulary.RDF + "rest");
        }
        return members;
    }
}
