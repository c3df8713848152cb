package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The constraints on structures and slices, IC-2 to IC-10: those that no observation is needed for. */
final class StructureRules {
    private static final Text NONE = new Text("it has no <%s>", "il n'a pas de <%s>");
    private static final Text SEVERAL = new Text("it has %s of <%s>: %s", "il a %s fois <%s> : %s");

    private final InMemoryGraph graph;
    private final Consumer<Violation> violations;

    StructureRules(InMemoryGraph graph, Consumer<Violation> violations) {
        this.graph = graph;
        this.violations = violations;
    }

    void look() {
        all("DataSet").forEach(dataSet -> one(Constraint.IC_2, dataSet, QB + "structure"));
        all("DataStructureDefinition").forEach(this::lookAtStructure);
        all("DimensionProperty").forEach(this::lookAtDimension);
        all("SliceKey").forEach(this::lookAtKey);
        all("Slice").forEach(this::lookAtSlice);
    }

    private Stream<Term> all(String type) {
        return graph.subjects(Cubes.TYPE, Cubes.iri(QB + type)).sorted(Comparator.comparing(Term::text));
    }

    private void one(Constraint constraint, Term thing, String property) {
        List<Term> values = graph.objects(thing, property);
        if (values.isEmpty()) {
            tell(constraint, thing, NONE.with(property));
        } else if (values.size() > 1) {
            String named = values.stream().map(Term::text).sorted().collect(Collectors.joining(", "));
            tell(constraint, thing, SEVERAL.with(values.size(), property, named));
        }
    }

    private void lookAtStructure(Term structure) {
        List<CubeStructure.Component> components = Cubes.components(graph, structure);
        if (components.stream().noneMatch(c -> c.kind() == CubeStructure.Kind.MEASURE)) {
            tell(Constraint.IC_3, structure, new Text("it has no measure", "elle n'a aucune mesure"));
        }
        for (Term specification : graph.objects(structure, QB + "component")) {
            boolean isOptional = graph.objects(specification, QB + "componentRequired").stream()
                    .anyMatch(value ->
                            value.text().equals("false") || value.text().equals("0"));
            if (isOptional && !isAttribute(specification)) {
                tell(
                        Constraint.IC_6,
                        structure,
                        new Text("%s is said to be optional", "%s est déclaré facultatif").with(named(specification)));
            }
        }
    }

    private boolean isAttribute(Term specification) {
        return graph.object(specification, QB + "attribute").isPresent()
                || graph.objects(specification, QB + "componentProperty").stream()
                        .anyMatch(property ->
                                graph.objects(property, Cubes.TYPE).contains(Cubes.iri(QB + "AttributeProperty")));
    }

    private String named(Term specification) {
        return Stream.of("dimension", "measure", "componentProperty")
                .flatMap(property -> graph.objects(specification, QB + property).stream())
                .map(Term::toNTriples)
                .findFirst()
                .orElse(specification.text());
    }

    private void lookAtDimension(Term dimension) {
        List<Term> ranges = graph.objects(dimension, RDFS + "range");
        if (ranges.isEmpty()) {
            tell(Constraint.IC_4, dimension, NONE.with(RDFS + "range"));
        }
        if (ranges.contains(Cubes.iri(SKOS + "Concept"))
                && graph.objects(dimension, QB + "codeList").isEmpty()) {
            tell(Constraint.IC_5, dimension, NONE.with(QB + "codeList"));
        }
    }

    private void lookAtKey(Term key) {
        List<Term> structures = graph.subjects(QB + "sliceKey", key).toList();
        if (structures.isEmpty()) {
            tell(
                    Constraint.IC_7,
                    key,
                    new Text("no structure has it for a <%s>", "aucune structure ne l'a pour <%s>")
                            .with(QB + "sliceKey"));
        }
        for (Term structure : structures) {
            Set<String> known = Cubes.components(graph, structure).stream()
                    .map(CubeStructure.Component::property)
                    .collect(Collectors.toSet());
            graph.objects(key, QB + "componentProperty").stream()
                    .filter(property -> !known.contains(property.text()))
                    .forEach(property -> tell(
                            Constraint.IC_8,
                            key,
                            new Text("<%s> is no component of %s", "<%s> n'est pas un composant de %s")
                                    .with(property.text(), structure.text())));
        }
    }

    private void lookAtSlice(Term slice) {
        one(Constraint.IC_9, slice, QB + "sliceStructure");
        graph.objects(slice, QB + "sliceStructure").stream()
                .flatMap(key -> graph.objects(key, QB + "componentProperty").stream())
                .filter(property -> graph.objects(slice, property.text()).isEmpty())
                .forEach(property -> tell(Constraint.IC_10, slice, NONE.with(property.text())));
    }

    private void tell(Constraint constraint, Term thing, Text problem) {
        violations.accept(new Violation(constraint, thing.text(), problem));
    }
}
