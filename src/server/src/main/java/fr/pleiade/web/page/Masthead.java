package fr.pleiade.web.page;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.served.Served;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands above and below each page: whose site it is, under which licence, whom to write to.
 *
 * @param title the catalogue's title
 * @param name the title without what follows its colon
 * @param summary what the catalogue is
 * @param publisher who publishes it, or nothing
 * @param license under which licence, or nothing
 * @param contact where to write to, {@code mailto:} or a page
 * @param report the same with the page in question and its address written already
 */
public record Masthead(
        String title,
        String name,
        String summary,
        Optional<Shown> publisher,
        Optional<Shown> license,
        String contact,
        String report) {
    /** While nothing is published. */
    static final Masthead OF_NOBODY = new Masthead("", "", "", Optional.empty(), Optional.empty(), "/", "/");

    /** {@return that of a release, on a page at the exchange's address} */
    public static Masthead of(Served served, Exchange exchange, Locale locale) {
        var catalog = served.site().catalog();
        String title = catalog.title().in(locale);
        String contact = Shown.href(Contact.of(served.site()), exchange.base());
        return new Masthead(
                title,
                title.split("\\s*:\\s", 2)[0],
                catalog.summary().in(locale),
                catalog.description()
                        .object(catalog.iri(), DCT + "publisher")
                        .map(who -> shown(who.text(), served, locale)),
                catalog.license().map(license -> shown(license.text(), served, locale)),
                contact,
                contact.startsWith("mailto:") ? contact + "?subject=" + escaped(exchange.address()) : contact);
    }

    private static Shown shown(String iri, Served served, Locale locale) {
        return Shown.iri(iri, served.lexicon(), served.release().base(), locale);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
