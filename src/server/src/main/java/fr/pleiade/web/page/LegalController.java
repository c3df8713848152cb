package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.SCHEMA;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.SiteDescription;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * {@code /legal}: who publishes the site and, where {@code catalog.ttl} names it by {@code schema:provider}, who hosts it; under which
 * licence the data are; what is kept of readers.
 */
@Controller
class LegalController {
    private final CurrentRelease current;
    private final ServedReleases served;
    private final Pages pages;

    LegalController(CurrentRelease current, ServedReleases served, Pages pages) {
        this.current = current;
        this.served = served;
        this.pages = pages;
    }

    @GetMapping("/legal")
    void notice(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity = pages.entity(exchange, release);
        Locale locale = entity.language().orElseThrow().locale();
        pages.send(exchange, entity, "legal", () -> page(served.of(release), exchange.base(), locale));
    }

    private static Map<String, Object> page(Served content, String base, Locale locale) {
        SiteDescription.Described catalog = content.site().catalog();
        InMemoryGraph said = catalog.description();
        Lexicon lexicon = content.lexicon();
        String contact = Contact.of(content.site());
        return Map.of(
                "hosts",
                said.objects(catalog.iri(), SCHEMA + "provider").stream()
                        .map(host -> host instanceof Term.Literal literal
                                ? Shown.literal(literal, lexicon, locale)
                                : Shown.iri(host.text(), lexicon, base, locale))
                        .toList(),
                "contact",
                Shown.href(contact, base),
                "contactName",
                contact.replaceFirst("^mailto:", ""));
    }
}
