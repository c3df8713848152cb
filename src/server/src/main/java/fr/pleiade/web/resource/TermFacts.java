package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Shown;
import java.util.List;
import java.util.Locale;

/** What an ontology says of a term beyond its name and its meaning. */
final class TermFacts {
    private static final List<String> PROPERTIES = List.of(
            RDF + "type",
            RDFS + "subClassOf",
            RDFS + "subPropertyOf",
            RDFS + "domain",
            RDFS + "range",
            OWL + "inverseOf",
            OWL + "equivalentClass",
            OWL + "equivalentProperty",
            SKOS + "exactMatch",
            SKOS + "closeMatch");

    private TermFacts() {}

    static List<Shown.Row> of(InMemoryGraph ontology, Term term, Lexicon lexicon, String base, Locale locale) {
        return PROPERTIES.stream()
                .filter(property -> !ontology.objects(term, property).isEmpty())
                .map(property -> new Shown.Row(
                        Shown.iri(property, lexicon, base, locale),
                        ontology.objects(term, property).stream()
                                .map(value -> Shown.iri(value.text(), lexicon, base, locale))
                                .toList()))
                .toList();
    }
}
