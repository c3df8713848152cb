package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.SCHEMA;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.Map;

/**
 * A DCAT description in schema.org's words, triple by triple; what they have no word for is left out.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#dcat-sdo">DCAT 3, alignment with schema.org</a>
 */
final class SchemaOrgGraph {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private static final Map<String, String> CLASSES = Map.of(
            DCAT + "Catalog", "DataCatalog",
            DCAT + "Dataset", "Dataset",
            DCAT + "Distribution", "DataDownload",
            DCAT + "DataService", "WebAPI",
            FOAF + "Agent", "Organization",
            FOAF + "Organization", "Organization");

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry(DCT + "title", "name"),
            Map.entry(FOAF + "name", "name"),
            Map.entry(DCT + "description", "description"),
            Map.entry(DCT + "identifier", "identifier"),
            Map.entry(DCT + "license", "license"),
            Map.entry(DCT + "issued", "datePublished"),
            Map.entry(DCT + "modified", "dateModified"),
            Map.entry(DCT + "creator", "creator"),
            Map.entry(DCT + "publisher", "publisher"),
            Map.entry(DCAT + "version", "version"),
            Map.entry(DCAT + "keyword", "keywords"),
            Map.entry(DCAT + "landingPage", "url"),
            Map.entry(DCAT + "dataset", "dataset"),
            Map.entry(DCAT + "distribution", "distribution"),
            Map.entry(DCAT + "downloadURL", "contentUrl"),
            Map.entry(DCAT + "byteSize", "contentSize"),
            Map.entry(DCAT + "mediaType", "encodingFormat"));

    private SchemaOrgGraph() {}

    static InMemoryGraph of(InMemoryGraph dcat) {
        InMemoryGraph graph = new InMemoryGraph();
        for (Quad triple : dcat.triples()) {
            boolean isType = triple.predicate().equals(TYPE);
            String property = PROPERTIES.get(triple.predicate().value());
            String type = isType ? CLASSES.get(triple.object().text()) : null;
            if (type != null) {
                graph.add(new Quad(triple.subject(), TYPE, new Term.Iri(SCHEMA + type)));
            } else if (property != null) {
                graph.add(new Quad(triple.subject(), new Term.Iri(SCHEMA + property), value(triple.object())));
            }
        }
        return graph;
    }

    /** {@return the value; a media type is a text in schema.org, not an IRI} */
    private static Term value(Term object) {
        return object.text().startsWith(MEDIA_TYPES)
                ? Term.Literal.of(object.text().substring(MEDIA_TYPES.length()))
                : object;
    }
}
