package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCAT;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Site;

/** Whom to write to about a site. */
public final class Contact {
    private static final String HAS_EMAIL = "http://www.w3.org/2006/vcard/ns#hasEmail";

    private Contact() {}

    /** {@return the {@code mailto:} address of the catalogue's contact point, or the site's own address where it names none} */
    public static String of(Site site) {
        InMemoryGraph catalog = site.catalog().description();
        return catalog.objects(site.catalog().iri(), DCAT + "contactPoint").stream()
                .flatMap(point -> catalog.objects(point, HAS_EMAIL).stream())
                .map(Term::text)
                .findFirst()
                .orElse(site.base());
    }
}
