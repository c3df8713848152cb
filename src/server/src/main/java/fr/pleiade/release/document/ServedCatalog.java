package fr.pleiade.release.document;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.PROV;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.PublishedGraph;

/**
 * The catalogue of a release as harvesters get it: its file, the dates of what it describes, and which release each dataset is of.
 *
 * <p>The file says neither, so that the same sources give the same bytes: dates are of the release's history, and its name follows
 * from the file.
 *
 * <pre>{@code
 * <dataset/towns> dcat:hasCurrentVersion <release/0123456789ab/dataset/towns> .
 * <release/0123456789ab/dataset/towns> a prov:Entity ; prov:specializationOf <dataset/towns> ; dct:isPartOf <release/0123456789ab> ;
 *     prov:wasGeneratedBy <dataset/towns#making> ; prov:generatedAtTime "2026-11-25T08:02:13.120Z"^^xsd:dateTime .
 * <release/0123456789ab> a prov:Collection , prov:Entity ; dct:identifier "0123456789ab" . }</pre>
 *
 * <p>A version is no {@code dcat:Dataset} here: harvesters would take it for one more.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#Property:resource_has_current_version">DCAT 3, section 6.4.33</a>
 */
public final class ServedCatalog {
    private ServedCatalog() {}

    /** {@return the catalogue's graph, to which that was added} */
    public static InMemoryGraph of(InMemoryGraph catalog, Manifest manifest) {
        new ModificationDates(manifest).addTo(catalog);
        Description release = Description.of(catalog, manifest.base() + "release/" + manifest.id());
        for (PublishedGraph graph : manifest.graphs()) {
            Description dataset = Description.of(catalog, graph.iri());
            boolean isListed = graph.iri().startsWith(manifest.base() + "dataset/")
                    && !catalog.about(dataset.subject()).isEmpty();
            if (isListed) {
                Description version = release.about(release.subject().text() + "/dataset/" + graph.slug());
                dataset.link(DCAT + "hasCurrentVersion", version.subject().text());
                version.a(PROV + "Entity")
                        .say(PROV + "specializationOf", dataset.subject())
                        .say(DCT + "isPartOf", release.subject())
                        .typed(PROV + "generatedAtTime", manifest.created().toString(), "dateTime");
                Term making = new Term.Iri(graph.iri() + "#making");
                if (!catalog.about(making).isEmpty()) {
                    version.say(PROV + "wasGeneratedBy", making);
                }
                release.say(PROV + "hadMember", version.subject());
            }
        }
        release.a(PROV + "Collection").a(PROV + "Entity").text(DCT + "identifier", manifest.id());
        return catalog;
    }
}
