package fr.pleiade.release.document;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.PublishedGraph;
import java.util.Comparator;

/**
 * Says in a release's catalogue when each graph became what it is: of the catalogue, the datasets, their distributions and the services.
 *
 * <p>The catalogue's file has no times, so that the same sources give the same bytes; these dates are of the release's history, and
 * its manifest keeps them. A date that the publisher declares himself stays alone, for DCAT-AP allows one at most.
 *
 * <pre>{@code <dataset/towns> dct:modified "2026-11-25T08:02:13.120Z"^^xsd:dateTime . }</pre>
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#Property:resource_update_date">DCAT 3, section 6.4.8</a>
 */
final class ModificationDates {
    private static final String MODIFIED = DCT + "modified";
    private final Manifest manifest;

    ModificationDates(Manifest manifest) {
        this.manifest = manifest;
    }

    void addTo(InMemoryGraph catalog) {
        for (PublishedGraph graph : manifest.graphs()) {
            Term.Iri described = new Term.Iri(graph.iri());
            if (catalog.about(described).isEmpty()) {
                continue; // the vocabularies' graph, which the catalogue does not list
            }
            Term date = Term.Literal.typed(manifest.modified(graph.slug()).toString(), Vocabulary.XSD + "dateTime");
            say(catalog, described, date);
            String parts = graph.slug().equals(PublishedGraph.CATALOG) ? "service" : "distribution";
            for (Term part : catalog.objects(described, DCAT + parts)) {
                say(catalog, part, date);
            }
        }
        addToSeries(catalog);
    }

    /** A series changes when one of its datasets does. */
    private static void addToSeries(InMemoryGraph catalog) {
        catalog.subjects(Vocabulary.TYPE.value(), new Term.Iri(DCAT + "DatasetSeries"))
                .forEach(series -> catalog.subjects(DCAT + "inSeries", series)
                        .flatMap(member -> catalog.object(member, MODIFIED).stream())
                        .max(Comparator.comparing(Term::text))
                        .ifPresent(latest -> say(catalog, series, latest)));
    }

    private static void say(InMemoryGraph catalog, Term described, Term date) {
        if (catalog.object(described, MODIFIED).isEmpty()) {
            catalog.add(new Quad(described, new Term.Iri(MODIFIED), date));
        }
    }
}
