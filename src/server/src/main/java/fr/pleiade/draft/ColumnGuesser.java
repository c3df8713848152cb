package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.quality.csv.Looks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guesses what a column holds, from its header and a fair sample of its values. Codes stay codes. */
final class ColumnGuesser {
    private static final double NEARLY_ALL = 0.95;
    private static final int SHOWN = 3;
    private static final Set<String> CODE_WORDS = Set.of(
            "code",
            "codes",
            "id",
            "identifiant",
            "identifiants",
            "num",
            "numero",
            "cle",
            "key",
            "reference",
            "postal",
            "matricule",
            "immatriculation");
    private static final Set<String> COUNT_WORDS = Set.of(
            "nombre",
            "nb",
            "effectif",
            "effectifs",
            "total",
            "taux",
            "part",
            "population",
            "inscrits",
            "montant",
            "pourcentage",
            "moyenne",
            "mediane",
            "number",
            "count",
            "poids",
            "duree",
            "places",
            "femmes",
            "hommes");
    private static final Set<String> YEAR_WORDS = Set.of(
            "annee",
            "an",
            "year",
            "exercice",
            "millesime",
            "rentree",
            "session",
            "date",
            "creation",
            "ouverture",
            "fermeture");
    private static final Set<Set<String>> WORDS_OF_YES_AND_NO = Set.of(
            Set.of("0", "1"),
            Set.of("oui", "non"),
            Set.of("o", "n"),
            Set.of("vrai", "faux"),
            Set.of("true", "false"),
            Set.of("yes", "no"));
    private static final Pattern MISSING = Pattern.compile(
            "(?iu)n\\.?[adcrs]\\.?|n/a|ns|nd|nc|nr|so|sans objet|secret|s|fe|\\.{1,3}|-{1,2}|null|none|\\?|\\*");
    private static final Pattern ZERO_FIRST = Pattern.compile("0[0-9A-Z]*[0-9][0-9A-Z]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern UNIT = Pattern.compile(
            "(?iu).*(?:\\((€|k€|m€|%|km|m²|ha|kg|kwh|mwh|jours?|heures?|ans|euros?|mm|cm|m)\\)|\\ben (euros?|%|pourcentage|jours|heures|km|m²))\\s*");
    private static final int CODE_VALUES = 12;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_ITEM = 120;

    private final String header;
    private final DistinctValues values;
    private final List<DistinctValues.Value> kept;
    private final Set<String> words;
    private final List<Text> evidence = new ArrayList<>();
    private boolean namesCode;

    ColumnGuesser(String header, DistinctValues values) {
        this.header = header;
        this.values = values;
        this.kept = values.values();
        this.words = Arrays.stream(Looks.words(header).split(" ")).collect(Collectors.toSet());
    }

    ColumnGuess guess(List<CodeReader> readers, PublishedKeys keys) {
        namesCode = words.stream().anyMatch(CODE_WORDS::contains)
                || readers.stream().map(CodeReader::system).anyMatch(this::isNamed);
        if (values.filled() == 0) {
            evidence.add(new Text("no cell has a value", "aucune cellule n'a de valeur"));
            return made(ColumnGuess.EMPTY, "", List.of(), value -> true, Optional.empty());
        }
        List<String> texts = kept.stream().map(value -> value.text).toList();
        Matcher unit = UNIT.matcher(header);
        if (unit.matches()) {
            evidence.add(new Text("the header names the unit %s", "l'en-tête nomme l'unité %s")
                    .with(unit.group(1) == null ? unit.group(2) : unit.group(1)));
        }
        Optional<SystemGuess> system = SystemGuess.of(header, texts, readers, keys);
        if (system.isPresent()) {
            evidence.addAll(system.get().evidence());
            CodeReader reader = reader(readers, system.get());
            String separator = system.get().separator();
            return made(
                    reader.system().slug(),
                    separator,
                    List.of(),
                    value -> items(value, separator).stream()
                            .allMatch(item -> reader.read(item).isValid()),
                    system.get().link());
        }
        return withoutSystem(texts);
    }

    /** Codes of a named system stay codes although none of them is right, as when all have lost their zeros. */
    private boolean isNamed(IdentifierSystem system) {
        return words.contains(system.slug())
                && (words.size() == 1 || !system.checks().isEmpty());
    }

    private static CodeReader reader(List<CodeReader> readers, SystemGuess guess) {
        return readers.stream()
                .filter(reader -> reader.system().equals(guess.system()))
                .findFirst()
                .orElseThrow();
    }

    private ColumnGuess withoutSystem(List<String> texts) {
        if (isYesOrNo(texts)) {
            return made("boolean", "", List.of(), value -> true, Optional.empty());
        }
        for (ValueType type : ValueType.values()) {
            List<String> missing = type.compareTo(ValueType.YEAR) < 0 ? List.of() : missing(texts);
            long fit = cells(value -> type.isOf(value) || missing.contains(value));
            boolean present = cells(type::isOf) * 5 >= values.keptCells();
            if (present && fit >= values.keptCells() * NEARLY_ALL && !isRefused(type, texts)) {
                if (!missing.isEmpty()) {
                    evidence.add(new Text("%s stand for a missing value", "%s tiennent lieu de valeur manquante")
                            .with(String.join(", ", missing)));
                }
                return made(type.slug(), "", missing, type::isOf, Optional.empty());
            }
        }
        return text(texts);
    }

    private ColumnGuess text(List<String> texts) {
        long lists = cells(value -> value.indexOf(';') >= 0);
        boolean isList = lists * 20 >= values.keptCells()
                && texts.stream().filter(text -> text.indexOf(';') >= 0).noneMatch(ColumnGuesser::isProse);
        boolean isCode = words.stream().anyMatch(CODE_WORDS::contains) && areShort(texts) || areCodes(texts);
        String type = isCode ? "code" : "text";
        if (isList) {
            evidence.add(
                    new Text("%d cells hold several values", "%d cellules contiennent plusieurs valeurs").with(lists));
        }
        return made(type, isList ? ";" : "", List.of(), value -> true, Optional.empty());
    }

    /** {@return whether the parts of a text between semicolons are sentences, not items} */
    private static boolean isProse(String text) {
        return text.length()
                > LONGEST_ITEM * (1 + text.chars().filter(c -> c == ';').count());
    }

    private static boolean areShort(List<String> texts) {
        return texts.stream().allMatch(text -> text.indexOf(';') >= 0 || text.length() <= LONGEST_CODE);
    }

    private static boolean areCodes(List<String> texts) {
        return texts.stream()
                .allMatch(text -> text.length() <= 15 && text.matches("[0-9A-Za-z._-]*[0-9][0-9A-Za-z._-]*"));
    }

    /** Nothing that may begin with a zero becomes a number, and no other code does. */
    private boolean isRefused(ValueType type, List<String> texts) {
        if (type.compareTo(ValueType.YEAR) < 0) {
            return false;
        }
        if (type == ValueType.YEAR) {
            boolean recent = texts.stream()
                    .filter(type::isOf)
                    .allMatch(year -> year.compareTo("1900") >= 0 && year.compareTo("2060") < 0);
            return !(words.stream().anyMatch(YEAR_WORDS::contains)
                    || recent && values.distinct() * 5 <= values.filled());
        }
        if (type == ValueType.PARTIAL_DATE) {
            return texts.stream().noneMatch(ValueType.DATE::isOf);
        }
        if (type == ValueType.INTEGER
                && texts.stream()
                        .anyMatch(text -> !type.isOf(text)
                                && ValueType.DECIMAL.isOf(text)
                                && !ZERO_FIRST.matcher(text).matches())) {
            return true;
        }
        if (namesCode && words.stream().noneMatch(COUNT_WORDS::contains)
                || texts.stream().anyMatch(ZERO_FIRST.asMatchPredicate())) {
            return true;
        }
        return areCodesOfDigits(texts);
    }

    /** Digits of one length, or a few short ones again and again, count nothing. */
    private boolean areCodesOfDigits(List<String> texts) {
        boolean digits = texts.stream().allMatch(DIGITS.asMatchPredicate());
        boolean oneLength = texts.stream().mapToInt(String::length).distinct().count() == 1;
        boolean few = texts.size() <= CODE_VALUES && values.filled() >= 10L * texts.size();
        boolean counts = words.stream().anyMatch(COUNT_WORDS::contains);
        return digits
                && !counts
                && (oneLength && texts.get(0).length() >= 5 && texts.size() > 1
                        || few && texts.get(0).length() <= 2);
    }

    /** {@return the words among numbers that stand for a value that is not there} */
    private static List<String> missing(List<String> texts) {
        return texts.stream().filter(MISSING.asMatchPredicate()).sorted().toList();
    }

    private boolean isYesOrNo(List<String> texts) {
        Set<String> lower = texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean one =
                lower.size() == 1 && DIGITS.matcher(lower.iterator().next()).matches() && values.filled() < 20;
        return values.isExact()
                && !namesCode
                && !one
                && WORDS_OF_YES_AND_NO.stream().anyMatch(pair -> pair.containsAll(lower));
    }

    private long cells(Predicate<String> what) {
        return kept.stream()
                .filter(value -> what.test(value.text))
                .mapToLong(value -> value.cells)
                .sum();
    }

    private static List<String> items(String value, String separator) {
        return separator.isEmpty()
                ? List.of(value)
                : Arrays.stream(value.split(Pattern.quote(separator)))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    private ColumnGuess made(
            String type, String separator, List<String> missing, Predicate<String> right, Optional<Overlap> link) {
        List<String> bad = kept.stream()
                .map(value -> value.text)
                .filter(value -> !right.test(value) && !missing.contains(value))
                .limit(SHOWN)
                .toList();
        long badKept = cells(value -> !right.test(value) && !missing.contains(value));
        long badCells =
                values.isExact() ? badKept : Math.round((double) badKept * values.filled() / values.keptCells());
        damage();
        return new ColumnGuess(
                header,
                values.filled(),
                values.distinct(),
                values.first(),
                type,
                separator,
                missing,
                bad,
                badCells,
                type.equals(ColumnGuess.EMPTY)
                        ? Optional.empty()
                        : Looks.personal(
                                header, kept.stream().map(value -> value.text).toList()),
                link,
                Optional.empty(),
                Asked.NOTHING,
                evidence);
    }

    private void damage() {
        kept.stream()
                .filter(value -> Looks.mended(value.text).isPresent())
                .findFirst()
                .ifPresent(value -> evidence.add(new Text(
                                "damaged: '%2$s' on line %1$d was decoded by a wrong encoding",
                                "abîmé : « %2$s », ligne %1$d, décodé avec un mauvais encodage")
                        .with(value.line, value.text)));
    }
}
