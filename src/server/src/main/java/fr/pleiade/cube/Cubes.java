package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.QB;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The cubes that some small graphs describe, without their observations.
 *
 * @param structures by the IRI of the data set, in the order of the IRIs; one that has no structure, or more than one, is not here
 * @param graph the description itself
 */
public record Cubes(Map<String, CubeStructure> structures, InMemoryGraph graph) {
    static final String TYPE = Vocabulary.TYPE.value();

    /**
     * {@return the cubes of a description}
     *
     * @param graph data sets, structures with their components, slices and their keys; observations have no place in it
     */
    public static Cubes of(InMemoryGraph graph) {
        Map<String, CubeStructure> structures = new LinkedHashMap<>();
        graph.subjects(TYPE, iri(QB + "DataSet"))
                .sorted(Comparator.comparing(Term::text))
                .forEach(dataSet -> {
                    List<Term> named = graph.objects(dataSet, QB + "structure");
                    if (named.size() == 1) {
                        structures.put(
                                dataSet.text(), new CubeStructure(dataSet.text(), components(graph, named.get(0))));
                    }
                });
        return new Cubes(structures, graph);
    }

    static List<CubeStructure.Component> components(InMemoryGraph graph, Term structure) {
        record Placed(CubeStructure.Component component, double place) {}
        return graph.objects(structure, QB + "component").stream()
                .flatMap(specification -> component(graph, specification).stream()
                        .map(component -> new Placed(component, place(graph, specification))))
                .sorted(Comparator.comparingDouble(Placed::place)
                        .thenComparing(placed -> placed.component().property()))
                .map(Placed::component)
                .toList();
    }

    private static double place(InMemoryGraph graph, Term specification) {
        try {
            return graph.object(specification, QB + "order")
                    .map(order -> Double.parseDouble(order.text()))
                    .orElse(Double.MAX_VALUE);
        } catch (NumberFormatException e) {
            return Double.MAX_VALUE; // whoever gives no number gives no place
        }
    }

    private static Optional<CubeStructure.Component> component(InMemoryGraph graph, Term specification) {
        for (CubeStructure.Kind kind : CubeStructure.Kind.values()) {
            Optional<Term> property =
                    graph.object(specification, QB + kind.name().toLowerCase(Locale.ROOT));
            if (property.isPresent()) {
                return Optional.of(component(graph, specification, kind, property.get()));
            }
        }
        return graph.object(specification, QB + "componentProperty")
                .flatMap(property ->
                        kindOf(graph, property).map(kind -> component(graph, specification, kind, property)));
    }

    private static Optional<CubeStructure.Kind> kindOf(InMemoryGraph graph, Term property) {
        List<Term> types = graph.objects(property, TYPE);
        if (types.contains(iri(QB + "DimensionProperty"))) {
            return Optional.of(CubeStructure.Kind.DIMENSION);
        }
        if (types.contains(iri(QB + "MeasureProperty"))) {
            return Optional.of(CubeStructure.Kind.MEASURE);
        }
        return types.contains(iri(QB + "AttributeProperty"))
                ? Optional.of(CubeStructure.Kind.ATTRIBUTE)
                : Optional.empty();
    }

    private static CubeStructure.Component component(
            InMemoryGraph graph, Term specification, CubeStructure.Kind kind, Term property) {
        boolean isRequired = kind != CubeStructure.Kind.ATTRIBUTE
                || graph.object(specification, QB + "componentRequired")
                        .filter(value ->
                                value.text().equals("true") || value.text().equals("1"))
                        .isPresent();
        boolean ofDataSet =
                graph.objects(specification, QB + "componentAttachment").contains(iri(QB + "DataSet"));
        return new CubeStructure.Component(
                kind,
                property.text(),
                isRequired,
                ofDataSet,
                graph.object(property, QB + "codeList").map(Term::text));
    }

    /** {@return the data sets that a slice is of, in the order of their IRIs} */
    List<String> dataSetsOf(String slice) {
        return graph.subjects(QB + "slice", iri(slice)).map(Term::text).sorted().toList();
    }

    /** {@return whether a data set has a value that all its observations share} */
    boolean hasValue(String dataSet, String property) {
        return graph.object(iri(dataSet), property).isPresent();
    }

    /** {@return whether there are slices} */
    boolean hasSlices() {
        return graph.subjects(TYPE, iri(QB + "Slice")).findAny().isPresent();
    }

    static Term.Iri iri(String iri) {
        return new Term.Iri(iri);
    }
}
