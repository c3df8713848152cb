package fr.pleiade.draft;

import fr.pleiade.findings.Text;
import fr.pleiade.quads.Hash64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns, up to three, name a row: all cells filled, no two rows alike.
 *
 * <p>Each candidate is given up at its first pair of like rows, so that only those that last need memory: eight bytes a row and one of
 * them, as hashes of 64 bits.
 */
final class KeySearch {
    private static final int WIDEST = 12;
    private static final Set<String> NAMING = Set.of("code", "school-year", "year", "date", "text");
    private static final Set<String> NEVER =
            Set.of("url", "email", "point", "integer", "decimal", "boolean", ColumnGuess.EMPTY);
    private static final double NEARLY = 0.99;

    private final List<ColumnGuess> columns;
    private final long rows;
    private final List<Candidate> candidates = new ArrayList<>();

    /** Some columns that may be a key, as long as no two rows are alike in them. */
    private static final class Candidate {
        final int[] columns;
        final Set<Long> seen = new HashSet<>();
        /** How many rows are like an earlier one, until it is given up. */
        long repeats;
        /** The line of the first of them. */
        long again;

        Candidate(int... columns) {
            this.columns = columns;
        }

        void add(long[] hashes, long line, long mostRepeats) {
            if (repeats > mostRepeats) {
                return;
            }
            long hash = 0;
            for (int column : columns) {
                hash = Hash64.mixed(hash * 31 + hashes[column]);
            }
            if (!seen.add(hash)) {
                again = repeats++ == 0 ? line : again;
                if (repeats > mostRepeats) {
                    seen.clear();
                }
            }
        }
    }

    KeySearch(List<ColumnGuess> columns, long rows) {
        this.columns = columns;
        this.rows = rows;
        List<Integer> single = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (isFilled(i) && isNaming(i, true) && columns.get(i).distinct() >= rows * NEARLY * 0.97) {
                single.add(i);
            }
        }
        single.forEach(column -> candidates.add(new Candidate(column)));
        combine();
    }

    private void combine() {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < columns.size() && parts.size() < WIDEST; i++) {
            if (isFilled(i) && isNaming(i, false) && columns.get(i).distinct() > 1) {
                parts.add(i);
            }
        }
        for (int a = 0; a < parts.size(); a++) {
            for (int b = a + 1; b < parts.size(); b++) {
                offer(parts.get(a), parts.get(b));
                for (int c = b + 1; c < parts.size(); c++) {
                    offer(parts.get(a), parts.get(b), parts.get(c));
                }
            }
        }
    }

    /** Fewer combinations of values than rows can be no key. */
    private void offer(int... parts) {
        double most = 1;
        for (int part : parts) {
            most *= columns.get(part).distinct();
        }
        if (most >= rows * 0.95) {
            candidates.add(new Candidate(parts));
        }
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

    /** Looks at one row. */
    void add(long[] hashes, long line) {
        for (Candidate candidate : candidates) {
            candidate.add(hashes, line, candidate.columns.length == 1 ? fewRepeats() : 0);
        }
    }

    /** {@return the narrowest key; of several, the one that stands first} */
    List<String> key() {
        if (candidates.stream().anyMatch(candidate -> candidate.columns.length == 1 && isUnique(candidate))) {
            return best(1).orElse(List.of());
        }
        if (repeating().isPresent()) {
            return List.of();
        }
        return best(2).or(() -> best(3)).orElse(List.of());
    }

    private static boolean isUnique(Candidate candidate) {
        return candidate.repeats == 0;
    }

    private Optional<List<String>> best(int width) {
        return candidates.stream()
                .filter(candidate -> candidate.columns.length == width && isUnique(candidate))
                .min(Comparator.comparingInt((Candidate candidate) -> {
                    int places = 0;
                    for (int column : candidate.columns) {
                        places += column;
                    }
                    return places;
                }))
                .map(candidate -> {
                    List<String> headers = new ArrayList<>();
                    for (int column : candidate.columns) {
                        headers.add(columns.get(column).header());
                    }
                    return headers;
                });
    }

    /** {@return an identifier that names nearly every row and repeats: the file has two rows for one thing} */
    Optional<Text> repeating() {
        return nearlyUnique()
                .map(candidate -> new Text(
                                "'%s' names nearly every row, but repeats on line %d; mend the file, or make the key of more columns",
                                "« %s » nomme presque toutes les lignes, mais se répète à la ligne %d ; corriger le fichier, ou composer la clé de plus de colonnes")
                        .with(columns.get(candidate.columns[0]).header(), candidate.again));
    }

    private Optional<Candidate> nearlyUnique() {
        return candidates.stream()
                .filter(candidate -> candidate.columns.length == 1 && candidate.repeats > 0)
                .filter(candidate -> candidate.repeats <= fewRepeats())
                .findFirst();
    }

    private long fewRepeats() {
        return (long) (rows * (1 - NEARLY));
    }

    /** {@return the column that nearly is a key, or nothing} */
    Optional<String> nearlyKey() {
        return nearlyUnique().map(candidate -> columns.get(candidate.columns[0]).header());
    }
}
