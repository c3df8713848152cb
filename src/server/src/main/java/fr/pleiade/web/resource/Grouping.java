package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.GEO;
import static fr.pleiade.rdf.Vocabulary.LOCN;
import static fr.pleiade.rdf.Vocabulary.ORG;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which part of a thing's page a property belongs to: by itself, or by the shared property that it refines. */
final class Grouping {
    private static final String SUB_PROPERTY = RDFS + "subPropertyOf";
    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry(SKOS + "prefLabel", Part.NAMES),
            Map.entry(SKOS + "altLabel", Part.NAMES),
            Map.entry(RDFS + "label", Part.NAMES),
            Map.entry(FOAF + "name", Part.NAMES),
            Map.entry(SCHEMA + "name", Part.NAMES),
            Map.entry(SCHEMA + "alternateName", Part.NAMES),
            Map.entry(SCHEMA + "identifier", Part.CODES),
            Map.entry(DCT + "identifier", Part.CODES),
            Map.entry(SKOS + "notation", Part.CODES),
            Map.entry(ADMS + "identifier", Part.CODES),
            Map.entry(ORG + "classification", Part.KIND),
            Map.entry(SKOS + "inScheme", Part.KIND),
            Map.entry(SKOS + "broader", Part.KIND),
            Map.entry(DCT + "spatial", Part.PLACE),
            Map.entry(SCHEMA + "location", Part.PLACE),
            Map.entry(ORG + "hasSite", Part.PLACE),
            Map.entry(ORG + "hasPrimarySite", Part.PLACE),
            Map.entry(LOCN + "address", Part.PLACE),
            Map.entry(LOCN + "location", Part.PLACE),
            Map.entry(GEO + "hasGeometry", Part.PLACE),
            Map.entry(OWL + "sameAs", Part.ELSEWHERE),
            Map.entry(SKOS + "exactMatch", Part.ELSEWHERE),
            Map.entry(SKOS + "closeMatch", Part.ELSEWHERE),
            Map.entry(RDFS + "seeAlso", Part.ELSEWHERE),
            Map.entry(FOAF + "homepage", Part.ELSEWHERE),
            Map.entry(FOAF + "page", Part.ELSEWHERE),
            Map.entry(FOAF + "isPrimaryTopicOf", Part.ELSEWHERE),
            Map.entry(FOAF + "account", Part.ELSEWHERE),
            Map.entry(SCHEMA + "url", Part.ELSEWHERE));

    private final InMemoryGraph ontology;

    Grouping(InMemoryGraph ontology) {
        this.ontology = ontology;
    }

    /** The parts of a page, in its order. */
    enum Part {
        NAMES,
        KIND,
        PLACE,
        FACTS,
        CODES,
        ELSEWHERE
    }

    /** {@return the part of the property; what is not known goes to the facts} */
    Part of(String property) {
        return part(property, new HashSet<>());
    }

    private Part part(String property, Set<String> seen) {
        Part part = PARTS.get(property);
        if (part != null) {
            return part;
        }
        if (seen.add(property)) {
            for (Term wider : ontology.objects(new Term.Iri(property), SUB_PROPERTY)) {
                Part inherited = part(wider.text(), seen);
                if (inherited != Part.FACTS) {
                    return inherited;
                }
            }
        }
        return Part.FACTS;
    }
}
