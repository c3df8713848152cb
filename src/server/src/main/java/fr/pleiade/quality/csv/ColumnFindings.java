package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Tells what is wrong with a column, from what its cells look like. */
final class ColumnFindings {
    private static final Pattern CODE = Pattern.compile("(?iu).*(?:code|postal|zip).*|(?:.*_)?(?:id|key|ref)(?:_.*)?");
    private static final Text CELLS = new Text(" (%d cells)", " (%d cellules)");
    private static final int FEWEST_CODES = 5;
    private static final int SYSTEMATIC = 3;

    private final SourceTable table;
    private final long rows;
    private final List<String> empty = new ArrayList<>();
    private final Consumer<Finding> findings;

    ColumnFindings(SourceTable table, long rows, Consumer<Finding> findings) {
        this.table = table;
        this.rows = rows;
        this.findings = findings;
    }

    void tell(String column, ColumnProfile profile) {
        if (profile.filled == 0) {
            empty.add(column);
            return;
        }
        if (table.uses().containsKey(column)) {
            characters(column, profile);
            codes(column, profile);
            numbers(column, profile);
            new DateFindings(table, column, profile, findings).tell();
        }
        new PersonalFindings(table, column, profile, findings).tell();
    }

    /** Tells what is known when all columns were told. */
    void end() {
        if (!empty.isEmpty()) {
            findings.accept(Rule.EMPTY_COLUMN.at(
                    new Place.InFile(table.name()),
                    "columns without any value in %d rows: %s",
                    "colonnes sans aucune valeur dans %d lignes : %s",
                    rows,
                    String.join(", ", empty)));
        }
    }

    private void characters(String column, ColumnProfile profile) {
        each(Rule.MOJIBAKE, column, profile.mojibake, value -> {
            String mended = Mojibake.mended(value).orElse(value);
            return new Text(
                    "it was decoded by a wrong encoding; it should read '" + mended + "'",
                    "texte décodé avec un mauvais encodage ; il faut lire « " + mended + " »");
        });
        each(
                Rule.UNDECODED,
                column,
                profile.undecoded,
                value -> new Text(
                        "a character was lost: U+FFFD stands where it was",
                        "un caractère a été perdu : U+FFFD se trouve à sa place"));
        each(Rule.CONTROL_CHARACTER, column, profile.controls, value -> {
            String name = "U+%04X"
                    .formatted(value.codePoints()
                            .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || (c & 0xFFFE) == 0xFFFE)
                            .findFirst()
                            .orElse(0));
            return new Text(
                    "it has the control character " + name + ", which RDF/XML cannot hold",
                    "caractère de contrôle " + name + ", que RDF/XML ne peut contenir");
        });
    }

    private void codes(String column, ColumnProfile profile) {
        boolean systematic = profile.lostZeros.count() >= SYSTEMATIC;
        each(
                systematic ? Rule.LOST_ZEROS : Rule.ZEROS_LIKELY_LOST,
                column,
                profile.lostZeros,
                value -> new Text(
                        "it is no code of its system, and would be with a zero before it: was a leading zero lost?",
                        "ce n'est pas un code de son système, et cela en serait un avec un zéro devant : un zéro initial perdu ?"));
        zerosByLength(column, profile);
        if (profile.zeros.count() > 0 && table.use(column).systems().isEmpty()) {
            int length = profile.zeros.first().length();
            if (profile.digits[length] * 10 >= profile.filled * 8) {
                each(
                        Rule.PLACEHOLDER,
                        column,
                        profile.zeros,
                        value -> new Text(
                                "zeros alone stand for an unknown code", "des zéros tiennent lieu de code inconnu"));
            }
        }
    }

    /** Codes are of one length; where some are shorter and none begins with a zero, the zeros were lost. */
    private void zerosByLength(String column, ColumnProfile profile) {
        ColumnUse use = table.use(column);
        boolean isCode = use.key() || CODE.matcher(column).matches();
        if (!isCode || !use.systems().isEmpty()) {
            return;
        }
        int usual = 0;
        for (int length = 1; length < ColumnProfile.LENGTHS; length++) {
            usual = codes(profile, length) > codes(profile, usual) ? length : usual;
        }
        long shorter = 0;
        long longer = 0;
        long zeros = 0;
        int shortest = 0;
        for (int length = 1; length < ColumnProfile.LENGTHS; length++) {
            shorter += length < usual ? profile.digits[length] : 0;
            longer += length > usual ? codes(profile, length) : 0;
            zeros += length <= usual ? profile.leadingZeros[length] : 0;
            shortest = shortest == 0 && profile.digits[length] > 0 ? length : shortest;
        }
        long usualCount = codes(profile, usual);
        boolean lost = shorter > 0 && zeros == 0 && shorter * 2 <= usualCount && longer * 10 <= usualCount;
        if (lost && usualCount + shorter >= FEWEST_CODES && usual - shortest <= 2) {
            Occurrences first = profile.digitsOfLength[shortest];
            findings.accept(Rule.ZEROS_LIKELY_LOST.at(
                    new Place.InCell(table.name(), first.firstLine(), column, first.first()),
                    "%1$d codes have fewer than the usual %2$d characters, and none begins with a zero: were leading zeros lost ('%3$s' for '%4$s')?",
                    "%1$d codes ont moins que les %2$d caractères usuels, et aucun ne commence par zéro : des zéros initiaux perdus (« %3$s » pour « %4$s ») ?",
                    shorter,
                    usual,
                    first.first(),
                    "0".repeat(usual - shortest) + first.first()));
        }
    }

    private static long codes(ColumnProfile profile, int length) {
        return profile.digits[length] + profile.alphanumeric[length];
    }

    private void numbers(String column, ColumnProfile profile) {
        long stray = profile.strayNumbers.count();
        long words = profile.shortWords.count();
        boolean areNumbers = (profile.numbers + stray + words) * 10 >= profile.filled * 9;
        if (stray > 0 && areNumbers && profile.numbers + stray > words) {
            each(
                    Rule.STRAY_SIGN,
                    column,
                    profile.strayNumbers,
                    value -> new Text(
                            "a number, and a sign that does not belong to it",
                            "un nombre, et un signe qui n'en fait pas partie"));
        }
        if (words > 0 && areNumbers && profile.numbers * 5 >= profile.filled) {
            Set<String> declared = table.use(column).missing();
            each(
                    Rule.MISSING_CODE,
                    column,
                    profile.shortWords.without(declared),
                    value -> new Text(
                            "a word among numbers: does it stand for a missing value?",
                            "un mot parmi des nombres : tient-il lieu de valeur manquante ?"));
        }
    }

    @FunctionalInterface
    interface Saying {
        Text about(String value);
    }

    private void each(Rule rule, String column, Occurrences occurrences, Saying saying) {
        occurrences.forEach((value, place) -> {
            Text said = saying.about(value);
            Text cells = place.cells() > 1 ? CELLS.with(place.cells()) : new Text("", "");
            findings.accept(new Finding(
                    rule.id(),
                    rule.severity(),
                    new Place.InCell(table.name(), place.line(), column, value),
                    new Text(said.en() + cells.en(), said.fr() + cells.fr()),
                    rule.remedy()));
        });
    }
}
