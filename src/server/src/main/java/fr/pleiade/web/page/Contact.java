package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.SiteDescription;

/** Whom to write to about a site. */
public final class Contact {

    private Contact() {}

    /** {@return the {@code mailto:} address of the catalogue's contact point, or the site's own address where it names none} */
    public static String of(SiteDescription site) {
        InMemoryGraph catalog = site.catalog().description();
        return catalog.objects(site.catalog().iri(), DCAT + "contactPoint").stream()
                .flatMap(point -> catalog.objects(point, VCARD + "hasEmail").stream())
                .map(Term::text)
                .findFirst()
                .orElse(site.base());
    }
}
