package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.http.Linkset;
import fr.pleiade.web.http.Variant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The typed links by which a machine finds its way from a dataset's page to its description, its files, its licence and its authors.
 *
 * @see <a href="https://signposting.org/FAIR/">FAIR Signposting Profile</a>
 */
final class Signposts {
    private Signposts() {}

    /** {@return the links of a dataset, and back from its description and its files} */
    static Linkset of(String dataset, String slug, InMemoryGraph catalog, String base) {
        Term.Iri iri = new Term.Iri(dataset);
        Linkset links = new Linkset()
                .link(dataset, "cite-as", dataset, "")
                .link(dataset, "type", "https://schema.org/AboutPage", "")
                .link(dataset, "type", "https://schema.org/Dataset", "");
        catalog.object(iri, DCT + "license").ifPresent(license -> links.link(dataset, "license", license.text(), ""));
        catalog.objects(iri, DCT + "creator").forEach(author -> links.link(dataset, "author", author.text(), ""));
        for (Variant form : Variant.RDF_DOCUMENT) {
            String description = dataset + "." + form.suffix();
            links.link(dataset, "describedby", description, form.mediaType());
            links.link(description, "describes", dataset, "text/html");
        }
        links.link(dataset, "describedby", base + "croissant/" + slug, "application/ld+json");
        for (Variant form : forms(iri, catalog)) {
            String file = base + "dump/" + slug + "." + form.suffix();
            links.link(dataset, "item", file, form.mediaType());
            links.link(file, "collection", dataset, "text/html");
        }
        if (forms(iri, catalog).contains(Variant.CSV)) {
            String table = base + "dump/" + slug + ".csv";
            links.link(table, "describedby", table + "-metadata.json", "application/csvm+json");
        }
        return links.link(dataset, "linkset", base + "linkset/dataset/" + slug, Linkset.JSON)
                .link(dataset, "linkset", base + "linkset/dataset/" + slug, Linkset.TEXT);
    }

    /** {@return the forms that a dataset's files have: every RDF syntax, and a table if the catalogue names one} */
    static List<Variant> forms(Term.Iri dataset, InMemoryGraph catalog) {
        boolean hasTable = catalog.objects(dataset, DCAT + "distribution").stream()
                .anyMatch(distribution -> distribution.text().equals(dataset.value() + "#table"));
        return hasTable
                ? Stream.concat(Variant.RDF.stream(), Stream.of(Variant.CSV)).toList()
                : Variant.RDF;
    }
}
