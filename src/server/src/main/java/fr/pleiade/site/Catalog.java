package fr.pleiade.site;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.Optional;

/**
 * The catalogue of a site, from {@code mappings/catalog.ttl}: who publishes, under which licence, in which languages.
 *
 * @param iri {@code <base>catalog}
 * @param description the triples of {@code catalog.ttl}
 */
public record Catalog(Term.Iri iri, InMemoryGraph description) {
    /** {@return the title in its languages} */
    public Labels title() {
        return Labels.of(description.objects(iri, Vocabulary.DCT + "title"));
    }

    /** {@return the description in its languages} */
    public Labels summary() {
        return Labels.of(description.objects(iri, Vocabulary.DCT + "description"));
    }

    /** {@return the licence of what the catalogue does not license otherwise, if it names one} */
    public Optional<Term> license() {
        return description.object(iri, Vocabulary.DCT + "license");
    }
}
