package fr.pleiade.linking;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rules need to know of one thing of the dataset: its classes, its keys, its name. */
final class Subject {
    private static final String RDF_TYPE = Vocabulary.RDF + "type";
    private static final String LABEL = Vocabulary.RDFS + "label";
    private static final String PREF_LABEL = Vocabulary.SKOS + "prefLabel";

    /** The properties that every rule reads, besides its own key. */
    static final Set<String> PREDICATES = Set.of(RDF_TYPE, LABEL, PREF_LABEL);

    /** A thing of no class. */
    static final Subject NONE = new Subject(new Term.BlankNode("none"));

    private final Term term;
    private final List<Quad> triples = new ArrayList<>();

    Subject(Term term) {
        this.term = term;
    }

    void add(Quad quad) {
        triples.add(quad);
    }

    Term term() {
        return term;
    }

    boolean isA(String type) {
        return values(RDF_TYPE).contains(type);
    }

    List<String> classes() {
        return values(RDF_TYPE);
    }

    /** {@return the first statement of a property with a value, of which there is one} */
    Quad statement(String property, String value) {
        return triples.stream()
                .filter(triple -> triple.predicate().value().equals(property)
                        && triple.object().text().equals(value))
                .findFirst()
                .orElseThrow()
                .in(Quad.DEFAULT_GRAPH);
    }

    /** {@return the values of the property, in the order of the graph} */
    List<String> values(String property) {
        return triples.stream()
                .filter(t -> t.predicate().value().equals(property))
                .map(t -> t.object().text())
                .distinct()
                .toList();
    }

    /** {@return the name that people know the thing by, or {@code ""}} */
    String name() {
        return values(PREF_LABEL).stream()
                .findFirst()
                .or(() -> values(LABEL).stream().findFirst())
                .orElse("");
    }
}
