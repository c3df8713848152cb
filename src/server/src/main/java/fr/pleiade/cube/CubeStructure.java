package fr.pleiade.cube;

import static fr.pleiade.rdf.Vocabulary.QB;

import java.util.List;
import java.util.Optional;

/**
 * What the observations of one data set are made of.
 *
 * <p>Shape: {@code dataset/effectifs, [DIMENSION vocab/effectifs#annee, DIMENSION …#etablissement, MEASURE …#effectif, ATTRIBUTE
 * sdmx-attribute:obsStatus]}.
 *
 * @param dataSet the IRI of the data set
 * @param components in the order that the structure gives them, those without a place behind, by IRI
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/#dsd">The RDF Data Cube Vocabulary, section 6</a>
 */
public record CubeStructure(String dataSet, List<Component> components) {
    /** Where an observation's measure is named by the observation itself. */
    static final String MEASURE_TYPE = QB + "measureType";

    public CubeStructure {
        components = List.copyOf(components);
    }

    /** What a component is for. */
    public enum Kind {
        /** It says where an observation stands. */
        DIMENSION,
        /** It is what was counted or measured. */
        MEASURE,
        /** It says how the number is to be read: its unit, its status. */
        ATTRIBUTE
    }

    /**
     * A property of the observations.
     *
     * @param property its IRI
     * @param isRequired whether each observation has it; always so of a dimension and, unless observations name theirs, of a measure
     * @param ofDataSet whether its value is the data set's, for all observations
     * @param codeList the IRI of the list whose codes it takes
     */
    public record Component(
            Kind kind, String property, boolean isRequired, boolean ofDataSet, Optional<String> codeList) {}

    /** {@return the components of a kind} */
    public List<Component> all(Kind kind) {
        return components.stream().filter(c -> c.kind() == kind).toList();
    }

    /** {@return whether an observation has one measure, and names it} */
    public boolean namesMeasures() {
        return all(Kind.DIMENSION).stream().anyMatch(c -> c.property().equals(MEASURE_TYPE));
    }
}
