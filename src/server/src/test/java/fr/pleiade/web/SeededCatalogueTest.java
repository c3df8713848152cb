package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small catalogue with one defect for each rule of the shapes of DCAT-AP 3.0.1: one thing of the rule's class that keeps nothing but
 * that rule from being looked at, and breaks it. Every rule that the files have is tried, so a new one is not forgotten.
 */
class SeededCatalogueTest {
    private static final Node FOCUS = NodeFactory.createURI("urn:example:seeded");
    private static final Node UNKNOWN = NodeFactory.createURI("urn:example:unknown");
    private static final List<String> FILES =
            List.of("shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "shapes_recommended.ttl");

    /** A rule: what it asks of a property of the things of a class. */
    private record Rule(String file, Shapes shapes, Node type, PropertyShape property, Constraint constraint) {
        @Override
        public String toString() {
            return "%s %s %s %s"
                    .formatted(
                            file,
                            type.getLocalName(),
                            property.getPath(),
                            constraint.getClass().getSimpleName());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void oneDefectIsCaughtByItsRule(Rule rule) {
        Graph seeded = GraphFactory.createDefaultGraph();
        seeded.add(FOCUS, RDF.type.asNode(), rule.type());
        for (Node value : values(rule.constraint())) {
            if (rule.property().getPath() instanceof P_Inverse inverse) {
                seeded.add(value, ((P_Link) inverse.getSubPath()).getNode(), FOCUS);
            } else {
                seeded.add(FOCUS, ((P_Link) rule.property().getPath()).getNode(), value);
            }
        }
        assertThat(ShaclValidator.get().validate(rule.shapes(), seeded).getEntries())
                .as(rule.toString())
                .anySatisfy(entry -> {
                    assertThat(entry.focusNode()).isEqualTo(FOCUS);
                    assertThat(entry.resultPath()).isEqualTo(rule.property().getPath());
                    assertThat(entry.sourceConstraintComponent())
                            .isEqualTo(rule.constraint().getComponent());
                    assertThat(entry.severity()).isEqualTo(rule.property().getSeverity());
                });
    }

    private static List<Node> values(Constraint constraint) {
        if (constraint instanceof MinCount || constraint instanceof HasValueConstraint) {
            return List.of();
        }
        if (constraint instanceof MaxCount most) {
            List<Node> values = new ArrayList<>();
            for (int i = 0; i <= most.getMaxCount(); i++) {
                values.add(NodeFactory.createURI("urn:example:value-" + i));
            }
            return values;
        }
        if (constraint instanceof NodeKindConstraint kind) {
            boolean isLiteralAllowed =
                    kind.getKind().equals(SHACL.Literal) || kind.getKind().equals(SHACL.IRIOrLiteral);
            return List.of(isLiteralAllowed ? UNKNOWN : NodeFactory.createLiteralString("seeded"));
        }
        if (constraint instanceof DatatypeConstraint
                || constraint instanceof ClassConstraint
                || constraint instanceof ShNode) {
            return List.of(UNKNOWN);
        }
        throw new AssertionError("a kind of rule that nobody seeded yet: " + constraint);
    }

    static Stream<Rule> rules() {
        return FILES.stream().flatMap(SeededCatalogueTest::rules);
    }

    private static Stream<Rule> rules(String file) {
        Path folder = Needed.shared("data").resolve("dcat/dcat-ap-3.0.1");
        Needed.file(folder.resolve(file), "the shapes of DCAT-AP 3.0.1");
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(folder.resolve(file)).parse(graph);
        Shapes shapes = Shapes.parse(graph);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Shape shape : shapes.getTargetShapes()) {
            for (Node type : shape.getTargets().stream()
                    .map(target -> target.getObject())
                    .toList()) {
                for (PropertyShape property : shape.getPropertyShapes()) {
                    for (Constraint constraint : property.getConstraints()) {
                        Rule rule = new Rule(file, shapes, type, property, constraint);
                        rules.putIfAbsent(rule.toString(), rule);
                    }
                }
            }
        }
        assertThat(rules).as(file).hasSizeGreaterThan(20);
        return rules.values().stream();
    }
}
