package fr.pleiade.mapping.sheet;

import static java.util.Map.entry;

import fr.pleiade.mapping.bytes.Spelling;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody may have meant who wrote a word that a sheet does not have: one that is nearly the same, or the French one. */
final class Meant {
    private static final Map<String, String> IN_FRENCH = Map.ofEntries(
            entry("colonnes", Words.COLUMNS),
            entry("fichier", "file"),
            entry("classe", Words.CLASS),
            entry("nom", Words.NAME),
            entry("clé", "key"),
            entry("cle", "key"),
            entry("libellé", "label"),
            entry("libelle", "label"),
            entry("étiquette", "label"),
            entry("liste", "list"),
            entry("lien", "link"),
            entry("langue", Words.LANG),
            entry("manquant", Words.MISSING),
            entry("ignorer", Words.SKIP),
            entry("ignore", Words.SKIP),
            entry("titre", "title"),
            entry("éditeur", "publisher"),
            entry("entier", "integer"),
            entry("nombre", "decimal"),
            entry("décimal", "decimal"),
            entry("réel", "number"),
            entry("texte", "text"),
            entry("chaîne", "string"),
            entry("booléen", "boolean"),
            entry("année", "year"),
            entry("annee", "year"),
            entry("mois", "month"),
            entry("jour", "date"),
            entry("adresse", "url"),
            entry("courriel", "email"),
            entry("téléphone", "telephone"),
            entry("phone", "telephone"),
            entry("pourcentage", "percent"),
            entry("montant", "money"));

    private Meant() {}

    /** {@return the one of the known words that is meant, if any is} */
    static Optional<String> by(String word, Collection<String> known) {
        return Optional.ofNullable(IN_FRENCH.get(word.toLowerCase(Locale.ROOT)))
                .filter(known::contains)
                .or(() -> Spelling.closest(word, known));
    }
}
