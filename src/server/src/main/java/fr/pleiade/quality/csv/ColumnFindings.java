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
import java.util.stream.Collectors;

/** Tells what is wrong with a column, from what its cells look like. */
final class ColumnFindings {
    private static final Pattern CODE = Pattern.compile("(?iu).*(?:code|postal|zip).*|(?:.*_)?(?:id|key|ref)(?:_.*)?");
    private static final Text CELLS = new Text(" (%d cells)", " (%d cellules)");
    private static final int FEWEST_CODES = 5;
    private static final int FEWEST_CONSTANT = 20;
    private static final int SYSTEMATIC = 3;

    private final SourceTable table;
    private final long rows;
    private final List<String> empty = new ArrayList<>();
    private final List<String> constant = new ArrayList<>();
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
        if (rows >= FEWEST_CONSTANT) {
            profile.constant(rows).ifPresent(value -> constant.add(column + " ('" + value + "')"));
        }
        if (table.uses().containsKey(column)) {
            characters(column, profile);
            traces(column, profile);
            codes(column, profile);
            numbers(column, profile);
            new DateFindings(table, column, profile, findings).tell();
        }
        new PersonalFindings(table, column, profile, findings).tell();
    }

    /** Tells what is known when all columns were told. */
    void end() {
        together(
                Rule.EMPTY_COLUMN,
                empty,
                "columns without any value in %d rows: %s",
                "colonnes sans aucune valeur dans %d lignes : %s");
        together(
                Rule.CONSTANT_COLUMN,
                constant,
                "columns with the same value in all %d rows: %s",
                "colonnes de même valeur dans les %d lignes : %s");
    }

    /** Tells in one finding of all columns that are alike. */
    private void together(Rule rule, List<String> columns, String en, String fr) {
        if (!columns.isEmpty()) {
            findings.accept(rule.at(new Place.InFile(table.name()), en, fr, rows, String.join(", ", columns)));
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
                        "a character was lost: %s stands where it was".formatted(lost(value)),
                        "un caractère a été perdu : %s se trouve à sa place".formatted(lost(value))));
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

    private static String lost(String value) {
        return value.indexOf('\uFFFD') >= 0 ? "U+FFFD" : "'?'";
    }

    /** What is in a cell that nobody meant to write there. */
    private void traces(String column, ColumnProfile profile) {
        each(Rule.INVISIBLE_CHARACTER, column, profile.invisible, value -> {
            String names = unseen(value);
            return new Text(
                    "it has %s, which nobody sees".formatted(names),
                    "elle contient %s, que personne ne voit".formatted(names));
        });
        each(
                Rule.ESCAPED_TEXT,
                column,
                profile.escaped,
                value -> new Text("it has HTML entities", "elle contient des entités HTML"));
        each(
                Rule.SPREADSHEET_TRACE,
                column,
                profile.ofSpreadsheet,
                value -> value.contains("E+")
                        ? new Text(
                                "a spreadsheet has shortened a number or a code, digits are lost",
                                "un tableur a abrégé un nombre ou un code, des chiffres sont perdus")
                        : new Text(
                                "a formula or its error stands where a value should",
                                "une formule ou son erreur se trouve à la place d'une valeur"));
        if (profile.numbers * 5 < profile.filled) { // among numbers, words are told of as such
            each(
                    Rule.MISSING_WORD,
                    column,
                    profile.missingWords.without(table.use(column).missing()),
                    value -> new Text(
                            "it says that there is no value, and becomes one",
                            "elle dit qu'il n'y a pas de valeur, et en devient une"));
        }
    }

    private static String unseen(String value) {
        return value.codePoints()
                .filter(Forms::isUnseen)
                .distinct()
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(" "));
    }

    /** In a column of digits of one length, a letter that looks like one. */
    private void likeDigits(String column, ColumnProfile profile) {
        for (int length = 3; length < ColumnProfile.LENGTHS; length++) {
            Occurrences like = profile.likeDigits[length];
            if (like.count() > 0 && profile.digits[length] >= 9 * like.count()) {
                each(
                        Rule.LETTER_FOR_DIGIT,
                        column,
                        like,
                        value -> new Text(
                                "the letter O, I or l, where all others have digits",
                                "la lettre O, I ou l, là où toutes les autres ont des chiffres"));
            }
        }
    }

    private void codes(String column, ColumnProfile profile) {
        likeDigits(column, profile);
        boolean systematic = profile.lostZeros.count() >= SYSTEMATIC;
        each(
                systematic ? Rule.LOST_ZEROS : Rule.ZEROS_LIKELY_LOST,
                column,
                profile.lostZeros,
                value -> new Text(
                        "it is no code of its system, and would be with a zero before it: was a leading zero lost?",
                        "ce n'est pas un code de son système, et cela en serait un avec un zéro devant : un zéro initial perdu ?"));
        zerosByLength(column, profile);
        placeholders(column, profile);
    }

    /** One digit again and again among codes of that length, or a date that nobody means among dates. */
    private void placeholders(String column, ColumnProfile profile) {
        Occurrences placeholders = profile.placeholders;
        if (placeholders.count() == 0) {
            return;
        }
        String first = placeholders.first();
        boolean isDate = first.indexOf('-') >= 0 || first.indexOf('/') >= 0;
        boolean isCode = first.length() < ColumnProfile.LENGTHS
                && profile.digits[first.length()] * 10 >= profile.filled * 8
                && profile.digits[first.length()] > placeholders.count()
                && table.use(column).systems().isEmpty();
        if (isDate && placeholders.count() < profile.filled || isCode) {
            each(
                    Rule.PLACEHOLDER,
                    column,
                    placeholders,
                    value -> isDate
                            ? new Text("this date stands for an unknown one", "cette date tient lieu de date inconnue")
                            : new Text(
                                    (value.charAt(0) == '0' ? "zeros" : "nines") + " alone stand for an unknown code",
                                    "des " + (value.charAt(0) == '0' ? "zéros" : "neufs")
                                            + " tiennent lieu de code inconnu"));
        }
    }

    /** Codes are of one length; where some are shorter and do not begin with a zero, zeros were lost: of all, or of some only. */
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
            zeros += length < usual ? profile.leadingZeros[length] : 0;
            shortest = shortest == 0 && profile.digits[length] > 0 ? length : shortest;
        }
        long usualCount = codes(profile, usual);
        boolean isKept = profile.leadingZeros[usual] > 0; // then few may be shorter, of which the zeros were lost
        boolean lost =
                shorter > 0 && zeros == 0 && shorter * (isKept ? 4 : 2) <= usualCount && longer * 10 <= usualCount;
        if (lost && usualCount + shorter >= FEWEST_CODES && usual - shortest <= 2) {
            Occurrences first = profile.digitsOfLength[shortest];
            findings.accept(Rule.ZEROS_LIKELY_LOST.at(
                    new Place.InCell(table.name(), first.firstLine(), column, first.first()),
                    "%1$d codes have fewer than the usual %2$d characters, and none of them begins with a zero: were leading zeros lost ('%3$s' for '%4$s')?",
                    "%1$d codes ont moins que les %2$d caractères usuels, et aucun d'eux ne commence par zéro : des zéros initiaux perdus (« %3$s » pour « %4$s ») ?",
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
        if (stray > 0 && areNumbers && table.use(column).systems().isEmpty() && profile.numbers + stray > words) {
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
