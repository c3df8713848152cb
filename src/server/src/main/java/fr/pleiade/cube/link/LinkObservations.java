package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.Constraint;
import fr.pleiade.cube.Said;
import fr.pleiade.cube.Violation;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether observations are as the constraint of their cube says: each property once, no other, values that are listed, or of the datatype and
 * between the bounds.
 *
 * <p>Of which set an observation is, is said of the set, in the same order: the lines of each set are read along.
 */
final class LinkObservations implements AutoCloseable {
    private static final ByteBuffer OBSERVATION =
            ByteBuffer.wrap(("<" + CUBE_LINK + "Observation>").getBytes(StandardCharsets.UTF_8));
    private static final long TYPED = Said.hash(TYPE.toNTriples());

    private final List<Members> sets = new ArrayList<>();
    private final Path file;
    private final Consumer<Violation> violations;

    /** @param file the graph's sorted lines */
    LinkObservations(LinkDescription description, Path file, Consumer<Violation> violations) throws IOException {
        this.file = file;
        this.violations = violations;
        for (Map.Entry<String, Long> set : description.sets().entrySet()) {
            InputStream from = Files.newInputStream(file);
            from.skipNBytes(set.getValue());
            sets.add(new Members(description.graph(), set.getKey(), from));
        }
    }

    /** What a constraint says of a property. */
    private static final class Property {
        final String path;
        final long[] listed;
        final long hash;
        final byte[] datatype;
        final Optional<BigDecimal> least;
        final Optional<BigDecimal> greatest;
        int times;

        Property(InMemoryGraph graph, Term property) {
            this.path = graph.object(property, SHACL + "path").map(Term::text).orElse("");
            this.hash = Said.hash("<" + path + ">");
            List<Long> values = new ArrayList<>();
            Optional<Term> list = graph.object(property, SHACL + "in");
            while (list.isPresent() && !list.get().text().equals(RDF + "nil")) {
                graph.objects(list.get(), RDF + "first").forEach(value -> values.add(Said.hash(value.toNTriples())));
                list = graph.object(list.get(), RDF + "rest");
            }
            this.listed = values.stream().mapToLong(Long::longValue).sorted().toArray();
            this.datatype = graph.object(property, SHACL + "datatype")
                    .filter(type -> !type.text().equals(XSD + "string"))
                    .map(type -> ("\"^^<" + type.text() + ">").getBytes(StandardCharsets.UTF_8))
                    .orElse(new byte[0]);
            this.least = number(graph, property, "minInclusive");
            this.greatest = number(graph, property, "maxInclusive");
        }

        private static Optional<BigDecimal> number(InMemoryGraph graph, Term property, String bound) {
            try {
                return graph.object(property, SHACL + bound).map(value -> new BigDecimal(value.text()));
            } catch (NumberFormatException e) {
                return Optional.empty(); // a day is no number, and is listed
            }
        }

        boolean takes(Said said, int line) {
            if (listed.length > 0) {
                return Arrays.binarySearch(listed, said.hash(line)) >= 0;
            }
            ByteBuffer value = said.bytes(line);
            byte[] bytes = value.array();
            int start = value.arrayOffset() + value.position();
            int end = start + value.remaining();
            if (!Arrays.equals(bytes, Math.max(start, end - datatype.length), end, datatype, 0, datatype.length)) {
                return false;
            }
            return least.isEmpty() && greatest.isEmpty() || isBetween(bytes, start, end);
        }

        private boolean isBetween(byte[] bytes, int start, int end) {
            try {
                int close = end - Math.max(1, datatype.length);
                BigDecimal number =
                        new BigDecimal(new String(bytes, start + 1, close - start - 1, StandardCharsets.US_ASCII));
                return least.filter(bound -> number.compareTo(bound) < 0).isEmpty()
                        && greatest.filter(bound -> number.compareTo(bound) > 0).isEmpty();
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** The observations of a set, in their order, and what its cube's constraint says of them. */
    private static final class Members implements AutoCloseable {
        final String set;
        final List<Property> properties;
        private final SubjectLines lines;
        private byte[] observation = {};
        private boolean isOver;
        long without;

        Members(InMemoryGraph graph, String set, InputStream from) throws IOException {
            this.set = set;
            this.lines = new SubjectLines(from);
            this.properties = graph.subjects(CUBE_LINK + "observationSet", new Term.Iri(set))
                    .flatMap(cube -> graph.objects(cube, CUBE_LINK + "observationConstraint").stream())
                    .flatMap(constraint -> graph.objects(constraint, SHACL + "property").stream())
                    .map(property -> new Property(graph, property))
                    .toList();
            next();
        }

        @Nullable
        Property property(long hash) {
            for (Property property : properties) {
                if (property.hash == hash) {
                    return property;
                }
            }
            return null;
        }

        private void next() throws IOException {
            isOver = !lines.next() || !lines.says(LinkDescription.MEMBER);
            observation = isOver ? new byte[0] : lines.quad().copy(QuadLine.OBJECT);
        }

        /** {@return whether the set has an observation, which comes after all that were asked for before} */
        boolean has(byte[] subject) throws IOException {
            while (!isOver && Arrays.compareUnsigned(observation, subject) < 0) {
                without++;
                next();
            }
            boolean isHere = !isOver && Arrays.equals(observation, subject);
            if (isHere) {
                next();
            }
            return isHere;
        }

        void finish() throws IOException {
            while (!isOver) {
                without++;
                next();
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** Looks at a subject of the graph; each is shown once, in their order. */
    void look(Said said) throws IOException {
        @Nullable Members set = of(said.subject());
        if (set != null) {
            look(set, said);
        } else if (isObservation(said)) {
            tell(
                    Constraint.LINK_OBSERVATION,
                    name(said.subject()),
                    new Text("it is of no set", "elle n'est d'aucun ensemble"));
        }
    }

    private static boolean isObservation(Said said) {
        for (int line = 0; line < said.count(); line++) {
            if (said.predicate(line) == TYPED && said.bytes(line).equals(OBSERVATION)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Members of(byte[] subject) throws IOException {
        for (Members set : sets) {
            if (set.has(subject)) {
                return set;
            }
        }
        return null;
    }

    private void look(Members set, Said said) {
        for (int line = 0; line < said.count(); line++) {
            @Nullable Property property = set.property(said.predicate(line));
            if (property == null) {
                tell(
                        Constraint.LINK_OBSERVATION,
                        name(said.subject()),
                        new Text(
                                        "it has %s, which the constraint does not name",
                                        "elle a %s, que la contrainte ne nomme pas")
                                .with(predicate(said, line)));
                continue;
            }
            property.times++;
            if (!property.takes(said, line)) {
                tell(
                        Constraint.LINK_OBSERVATION,
                        name(said.subject()),
                        new Text(
                                        "its <%s>, %s, is not what the constraint allows",
                                        "son <%s>, %s, n'est pas permis par la contrainte")
                                .with(property.path, said.object(line)));
            }
        }
        for (Property property : set.properties) {
            if (property.times != 1) {
                tell(
                        Constraint.LINK_OBSERVATION,
                        name(said.subject()),
                        new Text("it has %s of <%s>", "elle a %s fois <%s>").with(property.times, property.path));
            }
            property.times = 0;
        }
    }

    /** {@return the predicate of a line, of which only the hash is known, as the file has it} */
    private String predicate(Said said, int line) {
        List<String> predicates = new ArrayList<>();
        GraphFile.of(file)
                .about(
                        NQuads.parseTerm(new String(said.subject(), StandardCharsets.UTF_8)),
                        quad -> predicates.add(quad.predicate().toNTriples()));
        return predicates.stream()
                .filter(predicate -> Said.hash(predicate) == said.predicate(line))
                .findFirst()
                .orElseThrow();
    }

    /** Tells which sets have observations that were not shown. */
    void finish() throws IOException {
        for (Members set : sets) {
            set.finish();
            if (set.without > 0) {
                tell(
                        Constraint.LINK_SET,
                        set.set,
                        new Text(
                                        "%s of its observations are not described",
                                        "%s de ses observations ne sont pas décrites")
                                .with(set.without));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Members set : sets) {
            set.close();
        }
    }

    private static String name(byte[] subject) {
        return NQuads.parseTerm(new String(subject, StandardCharsets.UTF_8)).text();
    }

    private void tell(Constraint constraint, String thing, Text problem) {
        violations.accept(new Violation(constraint, thing, problem, List.of()));
    }
}
