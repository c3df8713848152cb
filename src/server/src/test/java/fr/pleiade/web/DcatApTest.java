package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue of the sample, as served, held to the shapes of DCAT-AP 3.0.1, which are not the project's to give away.
 *
 * <p>Nothing is added to the catalogue: it names the lists that its terms are of, so that a validator need not load them.
 */
class DcatApTest {
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    @ParameterizedTest
    @ValueSource(strings = {"shapes.ttl", "range.ttl", "deprecateduris.ttl"})
    void d1_nothingBreaksAShape(String file) {
        assertThat(shown(of(Severity.Violation, report(file, catalog())))).isEmpty();
    }

    /**
     * The pattern wants {@code https://spdx.org/rdf/terms…}; but SPDX's own IRIs, and data.gouv.fr's table of algorithms, begin with
     * {@code http:}. Other IRIs would name nothing.
     */
    @Test
    void d1_everyTermIsOfItsListButForThePatternThatNoTermOfSpdxKeeps() {
        Graph catalog = catalog();
        List<ReportEntry> violations = of(Severity.Violation, report("mdr-vocabularies.shape.ttl", catalog));
        List<ReportEntry> ofSpdx =
                violations.stream().filter(DcatApTest::isOfSpdx).toList();
        assertThat(ofSpdx)
                .hasSameSizeAs(catalog.find(Node.ANY, iri(SPDX + "algorithm"), Node.ANY)
                        .toList());
        List<ReportEntry> others = new ArrayList<>(violations);
        others.removeAll(ofSpdx);
        assertThat(shown(others)).isEmpty();
    }

    @Test
    void d2_nothingThatIsRecommendedIsMissing() {
        assertThat(shown(report("shapes_recommended.ttl", catalog()))).isEmpty();
    }

    /** One defect for each constraint of each property, so that nobody has to remember to add one for a new rule. */
    @ParameterizedTest
    @ValueSource(strings = {"shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "shapes_recommended.ttl"})
    void oneDefectForEachRuleIsCaught(String file) {
        Graph catalog = catalog();
        Shapes shapes = shapes(file);
        Set<String> before = keys(ShaclValidator.get().validate(shapes, catalog).getEntries());
        Map<String, String> missed = new TreeMap<>();
        int tried = 0;
        for (Defect defect : defects(shapes, catalog)) {
            defect.removed().forEach(catalog::delete);
            defect.added().forEach(catalog::add);
            Set<String> after =
                    keys(ShaclValidator.get().validate(shapes, catalog).getEntries());
            defect.added().forEach(catalog::delete);
            defect.removed().forEach(catalog::add);
            after.removeAll(before);
            if (after.stream().noneMatch(key -> key.startsWith(defect.focus() + " " + defect.property() + " "))) {
                missed.put(defect.name(), after.toString());
            }
            tried++;
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(missed).isEmpty();
    }

    /** What is wrong with one thing by one rule, and how the catalogue comes to be so. */
    private record Defect(String name, Node focus, Node property, Set<Triple> removed, Set<Triple> added) {}

    private static List<Defect> defects(Shapes shapes, Graph catalog) {
        Map<String, Defect> defects = new LinkedHashMap<>();
        for (Shape shape : shapes.getTargetShapes()) {
            for (Node type : shape.getTargets().stream()
                    .map(target -> target.getObject())
                    .toList()) {
                for (PropertyShape property : shape.getPropertyShapes()) {
                    if (property.getPath() instanceof P_Link path) {
                        for (Constraint constraint : property.getConstraints()) {
                            defect(type, path.getNode(), constraint, catalog)
                                    .forEach(defect -> defects.put(defect.name(), defect));
                        }
                    }
                }
            }
        }
        return List.copyOf(defects.values());
    }

    private static List<Defect> defect(Node type, Node property, Constraint constraint, Graph catalog) {
        Node focus = catalog.find(Node.ANY, RDF.type.asNode(), type).toList().stream()
                .map(Triple::getSubject)
                .filter(subject -> catalog.contains(subject, property, Node.ANY))
                .findFirst()
                .orElse(iri("urn:example:seeded"));
        Set<Triple> said = new HashSet<>(catalog.find(focus, property, Node.ANY).toList());
        Set<Triple> added = new HashSet<>();
        added.add(Triple.create(focus, RDF.type.asNode(), type));
        if (constraint instanceof MaxCount most) {
            for (int i = 0; i <= most.getMaxCount(); i++) {
                added.add(Triple.create(focus, property, NodeFactory.createLiteralString("seeded " + i)));
            }
        } else if (constraint instanceof NodeKindConstraint kind) {
            added.add(Triple.create(focus, property, other(kind)));
        } else if (constraint instanceof DatatypeConstraint) {
            added.add(Triple.create(focus, property, iri("urn:example:unknown")));
        } else if (constraint instanceof ClassConstraint || constraint instanceof ShNode) {
            added.add(Triple.create(focus, property, iri("urn:example:unknown")));
        } else if (!(constraint instanceof MinCount) && !(constraint instanceof HasValueConstraint)) {
            return List.of();
        }
        added.removeIf(catalog::contains);
        String name = "%s %s %s"
                .formatted(
                        type.getLocalName(),
                        property.getLocalName(),
                        constraint.getClass().getSimpleName());
        return List.of(new Defect(name, focus, property, said, added));
    }

    private static Node other(NodeKindConstraint kind) {
        Node wanted = kind.getKind();
        boolean isLiteralAllowed = wanted.equals(SHACL.Literal) || wanted.equals(SHACL.IRIOrLiteral);
        return isLiteralAllowed ? iri("urn:example:unknown") : NodeFactory.createLiteralString("seeded");
    }

    private static boolean isOfSpdx(ReportEntry entry) {
        return entry.resultPath() instanceof P_Link path
                && path.getNode().equals(iri(SPDX + "algorithm"))
                && entry.value().equals(iri(SPDX + "checksumAlgorithm_sha256"));
    }

    private static List<ReportEntry> of(Severity severity, List<ReportEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.severity().equals(severity))
                .toList();
    }

    private static Set<String> keys(Collection<ReportEntry> entries) {
        Set<String> keys = new HashSet<>();
        for (ReportEntry entry : entries) {
            Node property = entry.resultPath() instanceof P_Link path ? path.getNode() : Node.ANY;
            keys.add("%s %s %s %s"
                    .formatted(entry.focusNode(), property, entry.sourceConstraintComponent(), entry.value()));
        }
        return keys;
    }

    private static List<String> shown(List<ReportEntry> entries) {
        return entries.stream()
                .map(entry ->
                        "%s %s %s: %s".formatted(entry.focusNode(), entry.resultPath(), entry.value(), entry.message()))
                .sorted()
                .toList();
    }

    private static List<ReportEntry> report(String file, Graph catalog) {
        return List.copyOf(ShaclValidator.get().validate(shapes(file), catalog).getEntries());
    }

    private static Shapes shapes(String file) {
        Path folder = Needed.shared("data").resolve("dcat/dcat-ap-3.0.1");
        Needed.file(folder.resolve(file), "the shapes of DCAT-AP 3.0.1");
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(folder.resolve(file)).parse(graph);
        return Shapes.parse(graph);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Graph catalog() {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(sample().get("catalog.ttl").body()))
                .base(ServedSample.BASE)
                .lang(Lang.TURTLE)
                .parse(graph);
        return graph;
    }
}
