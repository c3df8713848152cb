package fr.pleiade.draft.folder;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people decide about a new dataset; the rest is read from the file.
 *
 * @param slug its name: lower-case letters, digits and hyphens; the last part of its address
 * @param title its title, in the language of the file
 * @param licence a word for a licence, or its address
 * @param publisher the name of an agent that the catalogue describes, or its address; {@code ""} if the catalogue names none
 * @param version the period that the file's name tells, such as {@code 2023-04}; {@code ""} if it tells none
 * @param language the language of the file's words; {@code ""} if it is not known
 */
public record NewDataset(String slug, String title, String licence, String publisher, String version, String language) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws DraftException if the slug is none, or the title is blank */
    public NewDataset {
        if (!SLUG.matcher(slug).matches()) {
            throw new DraftException(
                    "'%s' cannot be a dataset's name, which is a part of its address: lower-case letters, digits and hyphens; %s for example",
                    "« %s » ne peut être le nom d'un jeu de données, qui est une part de son adresse : minuscules, chiffres et traits d'union ; %s par exemple",
                    slug,
                    FileNames.slug(slug));
        }
        if (!Site.isFree(slug)) {
            throw new DraftException(
                    "a dataset's own terms are at vocab/%1$s, where Pléiade has terms; say another name with --name, %1$s-1 for example",
                    "les termes propres d'un jeu de données sont à vocab/%1$s, où Pléiade a des siens ; dire un autre nom par --name, %1$s-1 par exemple",
                    slug);
        }
        if (title.isBlank()) {
            throw new DraftException("a dataset needs a title", "un jeu de données demande un titre");
        }
    }

    /** {@return the same dataset with what somebody chose instead} */
    public NewDataset with(Optional<String> otherSlug, Optional<String> otherTitle, Optional<String> otherLicence) {
        return new NewDataset(
                otherSlug.orElse(slug),
                otherTitle.orElse(title),
                otherLicence.orElse(licence),
                publisher,
                version,
                language);
    }

    /** {@return the name of its class: {@code PrincipauxEtablissements}} */
    String className() {
        StringBuilder name = new StringBuilder();
        for (String word : slug.split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return Character.isDigit(name.charAt(0)) ? "Row" + name : name.toString();
    }

    /** {@return the key, which every new dataset has} */
    static List<String> key(FileProfile profile) {
        if (profile.key().isEmpty()) {
            throw new DraftException(
                    "%s: no key is known, by which a row has an address; say which columns name a row with --key A,B",
                    "%s : aucune clé n'est connue, qui donne à chaque ligne son adresse ; dire par --key A,B quelles colonnes nomment une ligne",
                    profile.name());
        }
        return profile.key();
    }
}
