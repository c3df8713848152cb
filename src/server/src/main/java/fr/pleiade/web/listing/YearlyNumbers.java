package fr.pleiade.web.listing;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers by year in the observations of a thing. */
final class YearlyNumbers {
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";

    private YearlyNumbers() {}

    /** {@return for each measure's IRI the numbers by year} */
    static SortedMap<String, SortedMap<Integer, BigDecimal>> of(InMemoryGraph description, Term.Iri thing) {
        SortedMap<String, SortedMap<Integer, BigDecimal>> measures = new TreeMap<>();
        for (Quad typed : description.pointingTo(new Term.Iri(QB + "Observation"))) {
            Optional<Integer> year = description.about(typed.subject()).stream()
                    .filter(triple -> isOf(triple.object(), "gYear", "\\d{4}"))
                    .map(triple -> Integer.valueOf(triple.object().text()))
                    .findFirst();
            for (Quad triple : description.about(typed.subject())) {
                boolean isNumber = isOf(triple.object(), "integer", NUMBER) || isOf(triple.object(), "decimal", NUMBER);
                if (year.isPresent() && isNumber && !triple.object().equals(thing)) {
                    measures.computeIfAbsent(triple.predicate().value(), measure -> new TreeMap<>())
                            .put(year.get(), new BigDecimal(triple.object().text()));
                }
            }
        }
        return measures;
    }

    private static boolean isOf(Term term, String type, String pattern) {
        return term instanceof Term.Literal literal
                && literal.datatype().equals(XSD + type)
                && literal.lexical().matches(pattern);
    }
}
