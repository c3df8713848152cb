package fr.pleiade.publication.count;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.util.Set;
import java.util.TreeSet;

/** The properties whose values are documents and accounts about a thing: what they lead to is no other description of anything, and no linkset. */
public final class PageProperties {
    private static final Set<String> SHARED = Set.of(
            FOAF + "page",
            FOAF + "homepage",
            FOAF + "isPrimaryTopicOf",
            FOAF + "account",
            FOAF + "depiction",
            FOAF + "img",
            FOAF + "logo",
            SCHEMA + "url",
            SCHEMA + "subjectOf",
            SCHEMA + "image",
            SCHEMA + "logo",
            DCT + "source",
            DCAT + "landingPage",
            RDFS + "seeAlso",
            "http://rdfs.org/sioc/ns#feed");

    private PageProperties() {}

    /** {@return those of the shared vocabularies, and all that an ontology derives from them} */
    public static Set<String> of(InMemoryGraph ontology) {
        Set<String> pages = new TreeSet<>(SHARED);
        SHARED.forEach(property -> addBelow(property, ontology, pages));
        return pages;
    }

    private static void addBelow(String property, InMemoryGraph ontology, Set<String> pages) {
        ontology.subjects(RDFS + "subPropertyOf", new Term.Iri(property))
                .map(Term::text)
                .filter(pages::add)
                .forEach(below -> addBelow(below, ontology, pages));
    }
}
