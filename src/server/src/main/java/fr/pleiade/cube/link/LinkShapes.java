package fr.pleiade.cube.link;

import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.QUDT;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.cube.Constraint;
import fr.pleiade.cube.Said;
import fr.pleiade.cube.Violation;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether cubes keep the shapes of cube.link and of visualize.admin.ch's profile of it: how a cube, its set and its constraint are described,
 * and that each observation is as the constraint says.
 *
 * <p>Looks along while somebody reads the sorted lines, and reads those of each set. Memory: the description with the values that it lists. To be
 * used once, by one thread. Without
 * {@code schema:workExample} a cube is left out of visualize.admin.ch, which the profile warns of and this refuses.
 *
 * @see <a href="https://github.com/zazuko/cube-link/tree/main/validation">The shapes: standalone-cube, standalone-constraint and
 *     profile-visualize</a>
 */
public final class LinkShapes implements AutoCloseable {
    private static final String STATUS = "https://ld.admin.ch/vocabulary/CreativeWorkStatus/";
    private static final String META = CUBE_LINK + "meta/";
    private static final String UNIT_TYPE = "http://www.w3.org/2006/time#unitType";
    private static final Set<String> CORE = Set.of(TYPE.value(), CUBE_LINK + "observedBy");
    private static final Set<String> SCALES =
            Set.of("IntervalScale", "NominalScale", "EnumerationScale", "RatioScale", "OrdinalScale");
    private static final Set<String> TIMES = Set.of("gYear", "gYearMonth", "date", "dateTime");
    private static final Text NONE = new Text("it has no <%s>", "il n'a pas de <%s>");
    private static final Text WRONG = new Text("its <%s> is %s", "son <%s> est %s");
    private static final Text SEVERAL = new Text("it has %s of <%s>", "il a %s fois <%s>");

    private final LinkDescription description;
    private final InMemoryGraph graph;
    private final List<Term> cubes;
    private final LinkObservations observations;
    private final Consumer<Violation> violations;

    /**
     * @param lines the file of a graph's N-Quads, sorted
     * @param cubes the addresses of its cubes, as {@link #cubes(Path)} finds them
     * @param violations told of each
     */
    public LinkShapes(Path lines, Collection<String> cubes, Consumer<Violation> violations) throws IOException {
        this.description = LinkDescription.read(lines, cubes);
        this.graph = description.graph();
        this.cubes = all("Cube");
        this.observations = new LinkObservations(description, lines, violations);
        this.violations = violations;
    }

    /** {@return the cubes of a graph, which is read for it} */
    public static Set<String> cubes(Path lines) throws IOException {
        return LinkDescription.cubes(lines);
    }

    /** Tells what is wrong with the cubes of a graph that is read for that alone. */
    public static void check(Path lines, Consumer<Violation> violations) throws IOException {
        try (LinkShapes shapes = new LinkShapes(lines, cubes(lines), violations);
                InputStream in = Files.newInputStream(lines)) {
            Said.each(in, shapes::look);
            shapes.finish();
        }
    }

    /** Looks at a subject of the graph; all are to be shown, in their order. */
    public void look(Said said) throws IOException {
        if (!cubes.isEmpty()) {
            observations.look(said);
        }
    }

    /** Tells what needs all subjects, and what is wrong with how cubes are described. */
    public void finish() throws IOException {
        cubes.forEach(this::lookAtCube);
        all("ObservationSet").stream()
                .filter(set -> !description.sets().containsKey(set.text()))
                .forEach(set -> tell(Constraint.LINK_SET, set, NONE.with(CUBE_LINK + "observation")));
        all("Constraint").forEach(this::lookAtConstraint);
        observations.finish();
    }

    @Override
    public void close() throws IOException {
        observations.close();
    }

    private List<Term> all(String type) {
        return graph.subjects(TYPE.value(), new Term.Iri(CUBE_LINK + type)).toList();
    }

    private void lookAtCube(Term cube) {
        if (graph.objects(cube, SCHEMA + "name").stream().noneMatch(LinkShapes::isText)) {
            tell(Constraint.LINK_CUBE, cube, NONE.with(SCHEMA + "name"));
        }
        for (String who : List.of("publisher", "creator", "contributor", "contactPoint")) {
            each(Constraint.LINK_CUBE, cube, SCHEMA + who, 1, Term.Iri.class::isInstance);
        }
        for (String day : List.of("dateCreated", "datePublished", "dateModified")) {
            each(Constraint.LINK_CUBE, cube, SCHEMA + day, 1, value -> isOf(value, XSD + "date"));
        }
        each(
                Constraint.LINK_CUBE,
                cube,
                SCHEMA + "creativeWorkStatus",
                1,
                value -> Set.of(STATUS + "Published", STATUS + "Draft").contains(value.text()));
        each(Constraint.LINK_CUBE, cube, SCHEMA + "workExample", 1, value -> true);
        each(Constraint.LINK_CUBE, cube, CUBE_LINK + "observationSet", 1, value -> true);
        exactly(Constraint.LINK_CUBE, cube, CUBE_LINK + "observationConstraint");
        Stream.of("validThrough", "expires")
                .flatMap(property -> graph.objects(cube, SCHEMA + property).stream()
                        .map(value -> WRONG.with(SCHEMA + property, value.text())))
                .forEach(problem -> tell(Constraint.LINK_CUBE, cube, problem));
    }

    private void lookAtConstraint(Term constraint) {
        List<Term> properties = graph.objects(constraint, SHACL + "property");
        if (properties.size() < 3) {
            tell(Constraint.LINK_CONSTRAINT, constraint, SEVERAL.with(properties.size(), SHACL + "property"));
        }
        if (graph.objects(constraint, SHACL + "closed").stream()
                .noneMatch(value -> value.text().equals("true"))) {
            tell(Constraint.LINK_CONSTRAINT, constraint, NONE.with(SHACL + "closed"));
        }
        properties.forEach(this::lookAtProperty);
    }

    private void lookAtProperty(Term property) {
        exactly(Constraint.LINK_CONSTRAINT, property, SHACL + "path");
        boolean isCore = graph.object(property, SHACL + "path")
                .filter(path -> CORE.contains(path.text()))
                .isPresent();
        each(Constraint.LINK_CONSTRAINT, property, SCHEMA + "name", isCore ? 0 : 1, LinkShapes::isText);
        if (Stream.of("datatype", "nodeKind", "or")
                .allMatch(kind -> graph.objects(property, SHACL + kind).isEmpty())) {
            tell(Constraint.LINK_CONSTRAINT, property, NONE.with(SHACL + "datatype"));
        }
        for (String count : List.of("minCount", "maxCount")) {
            exactly(Constraint.LINK_CONSTRAINT, property, SHACL + count);
            each(
                    Constraint.LINK_CONSTRAINT,
                    property,
                    SHACL + count,
                    0,
                    value -> value.text().equals("1"));
        }
        most(property, QUDT + "scaleType");
        each(
                Constraint.LINK_CONSTRAINT,
                property,
                QUDT + "scaleType",
                0,
                value -> value.text().startsWith(QUDT)
                        && SCALES.contains(value.text().substring(QUDT.length())));
        if (!isCore) {
            most(property, SHACL + "datatype");
            each(
                    Constraint.LINK_CONSTRAINT,
                    property,
                    SHACL + "datatype",
                    0,
                    value -> !value.text().equals(LinkComponent.LANG_STRING));
        }
        for (String bound : List.of("minInclusive", "maxInclusive")) {
            each(Constraint.LINK_CONSTRAINT, property, SHACL + bound, 0, Term.Literal.class::isInstance);
        }
        graph.objects(property, SHACL + "in").stream()
                .filter(list -> !isList(list))
                .forEach(list -> tell(Constraint.LINK_CONSTRAINT, property, WRONG.with(SHACL + "in", list.text())));
        graph.objects(property, META + "dataKind").forEach(kind -> lookAtTime(property, kind));
    }

    /** A dimension of time has a datatype that is known to be one, or says the unit of its steps. */
    private void lookAtTime(Term property, Term kind) {
        boolean isTime = graph.objects(kind, TYPE.value())
                .contains(new Term.Iri("http://www.w3.org/2006/time#GeneralDateTimeDescription"));
        int units = graph.objects(kind, UNIT_TYPE).size();
        boolean isKnown = graph.objects(property, SHACL + "datatype").stream()
                .anyMatch(type -> TIMES.stream().anyMatch(time -> type.text().equals(XSD + time)));
        if (isTime && units != 1 && !(isKnown && units == 0)) {
            tell(Constraint.LINK_CONSTRAINT, property, SEVERAL.with(units, UNIT_TYPE));
        }
    }

    private boolean isList(Term list) {
        Term cell = list;
        Set<Term> seen = new HashSet<>();
        while (!cell.text().equals(RDF + "nil")) {
            List<Term> rest = graph.objects(cell, RDF + "rest");
            if (rest.size() != 1 || graph.objects(cell, RDF + "first").size() != 1 || !seen.add(cell)) {
                return false;
            }
            cell = rest.get(0);
        }
        return true;
    }

    private void each(Constraint constraint, Term thing, String property, int least, Predicate<Term> isRight) {
        List<Term> values = graph.objects(thing, property);
        if (values.size() < least) {
            tell(constraint, thing, NONE.with(property));
        }
        values.stream()
                .filter(isRight.negate())
                .forEach(value -> tell(constraint, thing, WRONG.with(property, value.toNTriples())));
    }

    private void exactly(Constraint constraint, Term thing, String property) {
        int values = graph.objects(thing, property).size();
        if (values != 1) {
            tell(constraint, thing, values == 0 ? NONE.with(property) : SEVERAL.with(values, property));
        }
    }

    private void most(Term property, String said) {
        int values = graph.objects(property, said).size();
        if (values > 1) {
            tell(Constraint.LINK_CONSTRAINT, property, SEVERAL.with(values, said));
        }
    }

    private static boolean isText(Term value) {
        return isOf(value, XSD + "string") || isOf(value, LinkComponent.LANG_STRING);
    }

    private static boolean isOf(Term value, String datatype) {
        return Optional.of(value)
                .filter(Term.Literal.class::isInstance)
                .map(Term.Literal.class::cast)
                .filter(literal -> literal.datatype().equals(datatype))
                .isPresent();
    }

    private void tell(Constraint constraint, Term thing, Text problem) {
        violations.accept(new Violation(constraint, thing.text(), problem, List.of()));
    }
}
