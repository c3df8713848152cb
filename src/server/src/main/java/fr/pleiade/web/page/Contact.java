package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.VCARD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.SiteDescription;
import java.util.Optional;

/** Whom to write to about a site. */
public final class Contact {

    private Contact() {}

    /** {@return the {@code mailto:} address of the catalogue's contact point, or the site's own address where it names none} */
    public static String of(SiteDescription site) {
        return mailbox(site.catalog()).orElse(site.base());
    }

    /** {@return the {@code mailto:} address of a dataset's contact point, or the catalogue's where it names none} */
    public static String of(SiteDescription site, String slug) {
        return site.dataset(slug).flatMap(Contact::mailbox).orElseGet(() -> of(site));
    }

    private static Optional<String> mailbox(SiteDescription.Described described) {
        InMemoryGraph said = described.description();
        return said.objects(described.iri(), DCAT + "contactPoint").stream()
                .flatMap(point -> said.objects(point, VCARD + "hasEmail").stream())
                .map(Term::text)
                .findFirst();
    }
}
