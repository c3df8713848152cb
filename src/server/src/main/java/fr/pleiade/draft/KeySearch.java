package fr.pleiade.draft;

import fr.pleiade.draft.KeyProof.Candidate;
import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns, up to three, name a row: all cells filled, no two rows alike.
 *
 * <p>A column that is a key alone needs no other beside it. Combinations that repeat among the first rows, or among a fair part of all,
 * are given up; those that last are proved with all rows, a few at a time, what stands further in front first.
 */
final class KeySearch {
    private static final int WIDEST = 24;
    private static final int IN_ONE_PASS = 256;
    private static final Set<String> NAMING = Set.of("code", "school-year", "year", "date", "text");
    private static final Set<String> NEVER =
            Set.of("url", "email", "point", "integer", "decimal", "boolean", ColumnGuess.EMPTY);
    private static final double NEARLY = 0.99;

    private final List<ColumnGuess> columns;
    private final long rows;
    private final FirstRows first;
    private final KeyProof proof;
    private List<String> key = List.of();
    private Optional<Candidate> nearly = Optional.empty();

    /**
     * @param repeats the columns in which a value is known to repeat
     * @param first the file's first rows
     * @param file all of them
     */
    KeySearch(List<ColumnGuess> columns, long rows, Set<String> repeats, FirstRows first, KeyProof.Rows file) {
        this.columns = columns;
        this.rows = rows;
        this.first = first;
        this.proof = new KeyProof(file, rows);
        List<Candidate> unlike = new ArrayList<>();
        List<Candidate> alike = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnGuess column = columns.get(i);
            if (isFilled(i) && isNaming(i, true)) {
                if (!repeats.contains(column.header())) {
                    unlike.add(new Candidate(i));
                } else if (column.distinct() >= rows * NEARLY * 0.97) {
                    alike.add(new Candidate(i));
                }
            }
        }
        key = firstProved(unlike, fewRepeats());
        if (key.isEmpty()) {
            nearly = nearlyUnique(unlike, alike);
        }
        if (key.isEmpty() && nearly.isEmpty()) {
            key = together();
        }
    }

    /** {@return the headers of the first candidate in which no two rows are alike} */
    private List<String> firstProved(List<Candidate> candidates, long allowed) {
        int atOnce = proof.atOnce();
        for (int from = 0; from < candidates.size(); from += atOnce) {
            List<Candidate> some = candidates.subList(from, Math.min(candidates.size(), from + atOnce));
            proof.count(some, allowed);
            Optional<Candidate> proved =
                    some.stream().filter(candidate -> candidate.repeats == 0).findFirst();
            if (proved.isPresent()) {
                return headers(proved.get());
            }
        }
        return List.of();
    }

    /** {@return the first column that names all rows but a few} */
    private Optional<Candidate> nearlyUnique(List<Candidate> counted, List<Candidate> others) {
        List<Candidate> found = new ArrayList<>(counted);
        int atOnce = proof.atOnce();
        for (int from = 0; from < others.size() && found.stream().noneMatch(this::isNearlyUnique); from += atOnce) {
            List<Candidate> some = others.subList(from, Math.min(others.size(), from + atOnce));
            proof.count(some, fewRepeats());
            found.addAll(some);
        }
        return found.stream().filter(this::isNearlyUnique).min(Comparator.comparingInt(Candidate::places));
    }

    private boolean isNearlyUnique(Candidate candidate) {
        return candidate.repeats > 0 && candidate.repeats <= fewRepeats();
    }

    /** {@return the two columns, or else the three, that together are a key; of several, those that stand in front} */
    private List<String> together() {
        int[] parts = parts();
        List<Candidate> pairs = new ArrayList<>();
        List<Candidate> triples = new ArrayList<>();
        for (int a = 0; a < parts.length; a++) {
            for (int b = a + 1; b < parts.length; b++) {
                offer(pairs, parts[a], parts[b]);
                for (int c = b + 1; c < parts.length; c++) {
                    offer(triples, parts[a], parts[b], parts[c]);
                }
            }
        }
        List<String> two = best(pairs);
        return two.isEmpty() ? best(triples) : two;
    }

    /** Fewer combinations of values than rows can be no key. */
    private void offer(List<Candidate> candidates, int... parts) {
        double most = 1;
        for (int part : parts) {
            most *= columns.get(part).distinct();
        }
        if (most >= rows * 0.95) {
            candidates.add(new Candidate(parts));
        }
    }

    private List<String> best(List<Candidate> offered) {
        List<Candidate> candidates = offered.stream()
                .filter(candidate -> first.areDifferent(candidate.columns))
                .sorted(Comparator.comparingInt(Candidate::places))
                .toList();
        for (int from = 0; from < candidates.size(); from += IN_ONE_PASS) {
            List<String> proved = firstProved(
                    proof.likely(candidates.subList(from, Math.min(candidates.size(), from + IN_ONE_PASS))), 0);
            if (!proved.isEmpty()) {
                return proved;
            }
        }
        return List.of();
    }

    /** {@return the first columns that may be parts of a key, without those that only say again what one of them says} */
    private int[] parts() {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < columns.size() && parts.size() < WIDEST; i++) {
            int column = i;
            if (isFilled(i)
                    && isNaming(i, false)
                    && columns.get(i).distinct() > 1
                    && parts.stream().noneMatch(part -> saysTheSame(part, column))) {
                parts.add(i);
            }
        }
        return parts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@return whether two columns have a value each for each value of the other, as a code and its name do} */
    private boolean saysTheSame(int one, int other) {
        int distinct = first.distinct(one);
        return columns.get(one).distinct() == columns.get(other).distinct()
                && distinct == columns.get(one).distinct()
                && first.distinct(other) == distinct
                && first.distinct(one, other) == distinct;
    }

    private boolean isFilled(int column) {
        return columns.get(column).filled() == rows;
    }

    private boolean isNaming(int column, boolean alone) {
        ColumnGuess guess = columns.get(column);
        if (NEVER.contains(guess.type())
                || !guess.separator().isEmpty()
                || guess.personal().isPresent()) {
            return false;
        }
        boolean words = guess.type().equals("text");
        return alone
                ? !words || NAMING.contains(guess.type()) && guess.example().indexOf(' ') < 0 && !isLabel(guess)
                : !words || guess.distinct() <= 200 && guess.distinct() * 10 <= rows;
    }

    private static boolean isLabel(ColumnGuess guess) {
        return LabelSearch.isNamedLabel(guess.header());
    }

    private List<String> headers(Candidate candidate) {
        return Arrays.stream(candidate.columns)
                .mapToObj(column -> columns.get(column).header())
                .toList();
    }

    private long fewRepeats() {
        return (long) (rows * (1 - NEARLY));
    }

    /** {@return the narrowest key; of several, the one that stands first; none if there is none} */
    List<String> key() {
        return key;
    }

    /** {@return an identifier that names nearly every row and repeats: the file has two rows for one thing} */
    Optional<Text> repeating() {
        return nearly.map(candidate -> new Text(
                        "'%s' names nearly every row, but repeats on line %d; mend the file, or make the key of more columns",
                        "« %s » nomme presque toutes les lignes, mais se répète à la ligne %d ; corriger le fichier, ou composer la clé de plus de colonnes")
                .with(columns.get(candidate.columns[0]).header(), candidate.again));
    }

    /** {@return the column that nearly is a key, or nothing} */
    Optional<String> nearlyKey() {
        return nearly.map(candidate -> columns.get(candidate.columns[0]).header());
    }
}
