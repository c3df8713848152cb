package fr.pleiade.draft.folder;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.quality.csv.Looks;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.site.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a new dataset may be called, and how licensed, if nobody says otherwise. */
public final class Proposal {
    /** The licence of French public data, where the catalogue has none. */
    private static final String USUAL_LICENCE = "licence-ouverte-2.0";

    private static final String USUAL_LICENCE_ADDRESS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence";

    private static final Set<String> FRENCH = Set.of(
            "nom",
            "prenom",
            "libelle",
            "lib",
            "annee",
            "ville",
            "adresse",
            "numero",
            "identifiant",
            "effectif",
            "nombre",
            "etablissement",
            "titre",
            "intitule",
            "de",
            "du",
            "des",
            "la",
            "le",
            "et",
            "ou",
            "taux",
            "date_creation",
            "cle",
            "pays",
            "sigle");
    private static final Set<String> ENGLISH = Set.of(
            "name",
            "year",
            "city",
            "town",
            "address",
            "number",
            "identifier",
            "count",
            "title",
            "label",
            "of",
            "the",
            "and",
            "or",
            "rate",
            "key",
            "country",
            "school",
            "street",
            "acronym");

    private Proposal() {}

    /** {@return the proposal for a file in a site} */
    public static NewDataset of(FileProfile profile, Catalog catalog, String base) {
        return new NewDataset(
                FileNames.slug(profile.name()),
                FileNames.title(profile.name()),
                licence(catalog),
                publisher(catalog, base),
                FileNames.version(profile.name()),
                language(profile));
    }

    private static String licence(Catalog catalog) {
        return catalog.license()
                .filter(Term.Iri.class::isInstance)
                .map(Term::text)
                .filter(address -> !address.equals(USUAL_LICENCE_ADDRESS))
                .orElse(USUAL_LICENCE);
    }

    private static String publisher(Catalog catalog, String base) {
        return catalog.description()
                .object(catalog.iri(), Vocabulary.DCT + "publisher")
                .map(Term::text)
                .map(agent -> {
                    String word = agent.replace(base + "id/agent/", "");
                    return word.indexOf('/') < 0 ? word : agent;
                })
                .orElse("");
    }

    /** The language of most words of the header that are of one only. */
    private static String language(FileProfile profile) {
        List<String> words = profile.columns().stream()
                .map(ColumnGuess::header)
                .flatMap(header -> Arrays.stream(Looks.words(header).split(" ")))
                .toList();
        long french = words.stream().filter(FRENCH::contains).count()
                + profile.columns().stream()
                        .filter(column -> column.header().matches(".*[éèêàçùœÉÈÊÀÇ].*"))
                        .count();
        long english = words.stream().filter(ENGLISH::contains).count();
        return french == 0 && english == 0 ? "" : french >= english ? "fr" : "en";
    }
}
