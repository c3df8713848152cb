package fr.pleiade.cube.link;

import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * A property of observations, as a constraint describes it.
 *
 * @param path its IRI
 * @param isMeasure whether it is what was counted, and not where an observation stands
 * @param names what it is called, in languages
 * @param scale the local name of its scale in QUDT; {@code ""} for what is usual of it
 * @param values those that it has, of a dimension; of a measure the least and the greatest
 * @param unit what it is measured in, if all observations say the same
 */
public record LinkComponent(
        String path, boolean isMeasure, List<Term> names, String scale, List<Term> values, Optional<Term> unit) {
    static final String LANG_STRING = Vocabulary.RDF + "langString";

    public LinkComponent {
        names = List.copyOf(names);
        values = values.stream().map(LinkComponent::plain).distinct().toList();
    }

    /** {@return a value as cube.link has it: texts without their language, of which it has none} */
    static Term plain(Term value) {
        return value instanceof Term.Literal literal && literal.datatype().equals(LANG_STRING)
                ? Term.Literal.of(literal.text())
                : value;
    }

    boolean isThings() {
        return values.stream().anyMatch(Term.Iri.class::isInstance);
    }

    /** {@return the one datatype of all values; none where there are things, or several} */
    Optional<String> datatype() {
        List<String> types = values.stream()
                .map(value -> value instanceof Term.Literal literal ? literal.datatype() : "")
                .distinct()
                .toList();
        return types.size() == 1 && !types.get(0).isEmpty() ? Optional.of(types.get(0)) : Optional.empty();
    }
}
