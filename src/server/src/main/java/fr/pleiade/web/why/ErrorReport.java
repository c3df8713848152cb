package fr.pleiade.web.why;

import fr.pleiade.findings.Text;
import fr.pleiade.web.page.WhyAddress;
import java.util.Locale;

/**
 * A mail that somebody may send because a value seems to be wrong, written as far as it can be.
 *
 * @param thing what the value is said of, by its name and address
 * @param property what it is
 * @param value the value
 * @param places the places that it comes from, as people write them; empty where none is known
 * @param dataset the dataset's title
 * @param release the release's day and id
 * @param page where it is explained, for good
 */
record ErrorReport(
        String thing, String property, String value, String places, String dataset, String release, String page) {
    private static final int LONGEST = 300;
    private static final Text SUBJECT = new Text("Something wrong: %s, %s", "Une erreur : %s, %s");
    private static final Text BODY = new Text("""
            Hello,

            this value seems to be wrong.

            Thing: %s
            Property: %s
            Value: %s
            Source: %s
            Dataset: %s
            Release: %s
            Page: %s

            What it should be, and how I know:

            """, """
            Bonjour,

            cette valeur me semble fausse.

            Chose : %s
            Propriété : %s
            Valeur : %s
            Source : %s
            Jeu de données : %s
            Publication : %s
            Page : %s

            Ce qui devrait s'y trouver, et comment je le sais :

            """);

    /**
     * {@return the address that opens the mail; the contact's own where that is no mailbox}
     *
     * @param contact where the publisher wants to be written to
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6068">RFC 6068, The 'mailto' URI Scheme</a>
     */
    String address(String contact, Locale locale) {
        if (!contact.startsWith("mailto:") || contact.contains("?")) {
            return contact;
        }
        String subject = SUBJECT.with(cut(thing), cut(property)).in(locale);
        String body = BODY.with(cut(thing), cut(property), cut(value), places, dataset, release, page)
                .in(locale)
                .replace("\n", "\r\n");
        return contact + "?subject=" + WhyAddress.escaped(subject) + "&body=" + WhyAddress.escaped(body);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
