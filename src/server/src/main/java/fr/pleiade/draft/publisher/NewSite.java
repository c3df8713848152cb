package fr.pleiade.draft.publisher;

import fr.pleiade.draft.DraftException;
import fr.pleiade.quality.description.Licence;
import fr.pleiade.quality.description.Licences;
import java.util.stream.Collectors;

/**
 * What people decide about a new site.
 *
 * @param title the catalogue's title, in the site's language
 * @param publisher the name of who publishes
 * @param base the IRI that every published IRI will begin with; whoever makes it has looked at it
 * @param licence the licence of what is not licensed otherwise
 * @param language the language of the publisher's words: {@code fr} or {@code en}
 */
public record NewSite(String title, String publisher, String base, Licence licence, String language) {
    /** @throws DraftException if the title or the name of the publisher is blank */
    public NewSite {
        title = title.strip();
        publisher = publisher.strip();
        if (title.isEmpty()) {
            throw new DraftException("a site needs a title", "un site demande un titre");
        }
        if (publisher.isEmpty()) {
            throw new DraftException("a site needs the name of its publisher", "un site demande le nom de son éditeur");
        }
    }

    /**
     * {@return the licence that a word, a title or an address means}
     *
     * @throws DraftException if it is none that is known, or is not open
     */
    public static Licence licence(String said) {
        Licences licences = Licences.bundled();
        String address = fr.pleiade.mapping.sheet.Licences.address(said).orElse(said);
        Licence licence = licences.at(address)
                .or(() -> licences.called(said))
                .orElseThrow(() -> new DraftException(
                        "'%s' is no licence that is known here; write its address, or one of %s",
                        "« %s » n'est pas une licence connue ici ; écrire son adresse, ou l'une de %s", said, open()));
        if (!licence.isOpen()) {
            throw new DraftException(
                    "the licence %s is not open, and without an open one no data has a star; one of %s is",
                    "la licence %s n'est pas ouverte, et sans licence ouverte aucune donnée n'a d'étoile ; sont ouvertes %s",
                    said,
                    open());
        }
        return licence;
    }

    private static String open() {
        return Licences.bundled().all().stream()
                .filter(licence -> licence.isOpen() && !licence.spdx().isEmpty())
                .map(Licence::spdx)
                .collect(Collectors.joining(", "));
    }
}
