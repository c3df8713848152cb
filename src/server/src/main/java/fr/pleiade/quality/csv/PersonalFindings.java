package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Tells which columns look like personal data; those that are mapped must be declared to be so. */
final class PersonalFindings {
    private static final Pattern NAME = Pattern.compile(
            "prenoms?|.*\\b(?:prenom|first ?name|last ?name|surname|given ?name|family ?name|nom de famille|nom d usage|nom patronymique"
                    + "|nom de naissance|full ?name|nom complet)\\b.*"
                    + "|(?:nom|identite) (?:du|de la|de l|des) (?:responsable|directeur|directrice|contact|president|presidente|titulaire"
                    + "|auteur|referent|proprietaire|gerant|chef|maire|doyen|recteur|interlocuteur|correspondant).*"
                    + "|(?:nom )?(?:responsable|directeur|directrice|president|presidente|contact|maire|recteur|gerant)(?: nom)?");
    private static final Pattern BIRTH = Pattern.compile(
            ".*\\b(?:date|annee|jour|lieu|ville) (?:de )?naissance\\b.*|naissance|ne e? le|.*\\bbirth ?(?:date|day|place|year)?\\b.*|dob|.*\\bdate of birth\\b.*");
    private static final Pattern TELEPHONE =
            Pattern.compile(".*\\b(?:tel|tels|telephones?|phones?|portables?|mobiles?|gsm|fax|telecopie)\\b.*");
    /** The part before the sign of an address that is an office's: contact@, ce.0350001a@, info-bu@. */
    private static final Pattern OFFICE =
            Pattern.compile("(?iu)[^@]*(?<![\\w.+'-])(?:(?:accueil|admissions?|administration|bibliotheque"
                    + "|bu|ce|cio|communication|contact|direction|ec|ecole|formation|info|infos|mairie|presidence|presse|rectorat|scolarite"
                    + "|secretariat|service|standard|webmaster)(?:[._0-9-][\\w.-]*)?|[\\w.-]*[0-9]{7}[a-z])@.*");

    private static final Text MAILS = new Text("e-mail addresses", "des adresses électroniques");
    private static final Text SOCIAL_SECURITY = new Text("social security numbers", "des numéros de sécurité sociale");
    private static final Text ACCOUNTS = new Text("bank accounts", "des comptes bancaires");
    private static final Text TELEPHONES = new Text("telephone numbers", "des numéros de téléphone");
    private static final Text NAMES = new Text("names of people", "des noms de personnes");
    private static final Text BIRTHS = new Text("dates or places of birth", "des dates ou des lieux de naissance");

    private final SourceTable table;
    private final String column;
    private final ColumnProfile profile;
    private final Consumer<Finding> findings;

    PersonalFindings(SourceTable table, String column, ColumnProfile profile, Consumer<Finding> findings) {
        this.table = table;
        this.column = column;
        this.profile = profile;
        this.findings = findings;
    }

    void tell() {
        if (table.personal().contains(column)) {
            return;
        }
        Optional<Text> kind = kind(column, profile);
        if (kind.isPresent()) {
            boolean mapped = table.uses().containsKey(column);
            boolean offices = kind.get() == MAILS && areOffices();
            findings.accept((mapped ? Rule.PERSONAL_DATA : Rule.PERSONAL_NOT_PUBLISHED)
                    .at(
                            new Place.InFile(table.name()),
                            "the column '%1$s' looks like %2$s%4$s",
                            "la colonne « %1$s » semble contenir %3$s%5$s",
                            column,
                            kind.get().en(),
                            kind.get().fr(),
                            offices ? ", of offices it seems ('" + profile.mails.first() + "')" : "",
                            offices ? ", de services semble-t-il (« " + profile.mails.first() + " »)" : ""));
        } else if (profile.mails.count() > 0 && table.uses().containsKey(column)) {
            profile.mails.forEach((value, place) -> findings.accept(Rule.STRAY_MAIL.at(
                    new Place.InCell(table.name(), place.line(), column, value),
                    "an e-mail address, in a column of something else",
                    "une adresse électronique, dans une colonne qui contient autre chose")));
        }
    }

    private boolean areOffices() {
        boolean[] all = {true};
        profile.mails.forEach((value, place) -> all[0] &= OFFICE.matcher(value).matches());
        return all[0];
    }

    /** {@return what a column looks like, if that is something personal} */
    static Optional<Text> kind(String column, ColumnProfile profile) {
        String words = words(column);
        if (profile.socialSecurity * 2 >= profile.filled) {
            return Optional.of(SOCIAL_SECURITY);
        }
        if (profile.accounts * 2 >= profile.filled) {
            return Optional.of(ACCOUNTS);
        }
        if (profile.mails.count() * 10 >= profile.filled * 3) {
            return Optional.of(MAILS);
        }
        if (profile.telephones.count() * 2 >= profile.filled) {
            return Optional.of(TELEPHONES);
        }
        if (TELEPHONE.matcher(words).matches() && areNamedTelephones(profile)) {
            return Optional.of(TELEPHONES);
        }
        if (BIRTH.matcher(words).matches()) {
            return Optional.of(BIRTHS);
        }
        boolean named = NAME.matcher(words).matches() && profile.people.areTexts() && profile.numbers == 0;
        return named || profile.people.areMost() ? Optional.of(NAMES) : Optional.empty();
    }

    /** {@return whether most cells are digits, and those of each length telephone numbers that have lost what they begin with} */
    private static boolean areNamedTelephones(ColumnProfile profile) {
        int[] asked = {0, 0};
        for (Occurrences values : profile.digitsOfLength) {
            values.forEach((value, place) -> asked[Telephones.isNamed(value) ? 1 : 0]++);
        }
        return profile.allDigits() * 2 >= profile.filled && asked[1] > asked[0];
    }

    /** {@return a column's name as lower-case words without accents} */
    static String words(String column) {
        return Normalizer.normalize(column, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
