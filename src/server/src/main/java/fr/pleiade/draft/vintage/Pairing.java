package fr.pleiade.draft.vintage;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which column of one file is which of another: those of the same name; then, best first, those that have the same values in the rows of the
 * same keys, or among all rows where no key is in both, and names with common words.
 */
final class Pairing {
    private static final double ENOUGH = 0.4;
    private static final double SAME_VALUES = 0.75;
    private static final double SAME_NAMES = 0.6;
    /** What equal cells count, before that both columns are filled in the same rows. */
    private static final double EQUAL = 0.8;

    private static final double ENOUGH_FOR_A_KEY = 0.3;

    /** So many distinct values in common are no chance. */
    private static final double DISTINCT = 4;

    private static final int ROWS = 5;

    private final Cells before;
    private final Cells now;
    private final List<String> old;
    private final List<String> fresh;
    private final List<TreeSet<Long>> oldValues;
    private final List<TreeSet<Long>> freshValues;
    private final Map<Integer, Pair> pairs = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private Pairing(Cells before, Cells now) {
        this.before = before;
        this.now = now;
        this.old = before.profile().columns().stream().map(ColumnGuess::header).toList();
        this.fresh = now.profile().columns().stream().map(ColumnGuess::header).toList();
        this.oldValues = before.values();
        this.freshValues = now.values();
    }

    /**
     * {@return the pairs in the order of the first file's columns}
     *
     * @param key the columns of the first file that name a row
     * @param known columns of the first file that are known to be columns of the other
     */
    static List<Pair> of(Cells before, Cells now, List<String> key, Map<String, String> known) {
        Pairing pairing = new Pairing(before, now);
        known.forEach((column, other) -> pairing.pair(
                pairing.old.indexOf(column),
                pairing.fresh.indexOf(other),
                1,
                new Text("the sheet says so", "la feuille le dit")));
        pairing.byName();
        List<Integer> names = key.stream().map(pairing.old::indexOf).toList();
        names.forEach(pairing::key);
        pairing.byValues(pairing.alike(names));
        return List.copyOf(pairing.pairs.values());
    }

    /** How like two columns are by their values, from 0 to 1, and what is said of it; nothing where both have none. */
    private record Likeness(double share, double distinct, Text why) {
        double score() {
            return share * Math.min(1, distinct / DISTINCT);
        }
    }

    private interface Values {
        Optional<Likeness> likeness(int column, int other);
    }

    private void byName() {
        for (int i = 0; i < old.size(); i++) {
            int other = fresh.indexOf(old.get(i));
            if (other >= 0 && !pairs.containsKey(i) && !taken.contains(other)) {
                pair(i, other, 1, new Text("the same name", "le même nom"));
            }
        }
        for (int i = 0; i < old.size(); i++) {
            List<Integer> same = new ArrayList<>();
            for (int j = 0; j < fresh.size() && !pairs.containsKey(i); j++) {
                if (!taken.contains(j) && Names.areSame(old.get(i), fresh.get(j))) {
                    same.add(j);
                }
            }
            if (same.size() == 1) {
                pair(i, same.get(0), 1, new Text("the same words", "les mêmes mots"));
            }
        }
    }

    private void pair(int column, int other, double likeness, Text why) {
        pairs.put(column, new Pair(old.get(column), fresh.get(other), likeness, why));
        taken.add(other);
    }

    /** A key is the column that has its values. */
    private void key(int column) {
        if (column < 0 || pairs.containsKey(column)) {
            return;
        }
        proposals(List.of(column), this::amongAll, ENOUGH_FOR_A_KEY).stream()
                .findFirst()
                .ifPresent(this::take);
    }

    private record Proposal(int column, int other, double score, Text why) {}

    private void take(Proposal proposal) {
        pair(proposal.column(), proposal.other(), Math.min(1, proposal.score()), proposal.why());
    }

    private void byValues(Values values) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!pairs.containsKey(i)) {
                columns.add(i);
            }
        }
        for (Proposal proposal : proposals(columns, values, ENOUGH)) {
            if (!pairs.containsKey(proposal.column()) && !taken.contains(proposal.other())) {
                take(proposal);
            }
        }
    }

    /** {@return what may be paired, the likeliest first} */
    private List<Proposal> proposals(List<Integer> columns, Values values, double enough) {
        List<Proposal> all = new ArrayList<>();
        for (int column : columns) {
            for (int other = 0; other < fresh.size(); other++) {
                if (!taken.contains(other)) {
                    proposal(column, other, values)
                            .filter(proposal -> proposal.score() >= enough)
                            .ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparingDouble(Proposal::score)
                .reversed()
                .thenComparing(Proposal::column)
                .thenComparing(Proposal::other));
        return all;
    }

    private Optional<Proposal> proposal(int column, int other, Values values) {
        double name = Names.likeness(old.get(column), fresh.get(other));
        if (name < 0) {
            return Optional.empty();
        }
        Optional<Likeness> likeness = values.likeness(column, other);
        double byValues = likeness.map(Likeness::score).orElse(0.0) * SAME_VALUES + name * (1 - SAME_VALUES);
        boolean sameType = before.profile()
                .columns()
                .get(column)
                .type()
                .equals(now.profile().columns().get(other).type());
        double byName = sameType ? name * SAME_NAMES : 0;
        Text why = byValues >= byName && likeness.isPresent()
                ? likeness.get().why()
                : new Text("like names", "des noms semblables");
        return Optional.of(new Proposal(column, other, Math.max(byValues, byName), why));
    }

    /** {@return a comparison by the rows that have the same key in both files; by all values where there are too few} */
    private Values alike(List<Integer> key) {
        List<Integer> others = new ArrayList<>();
        for (int column : key) {
            if (!pairs.containsKey(column)) {
                return this::amongAll;
            }
            others.add(fresh.indexOf(pairs.get(column).now()));
        }
        if (key.isEmpty()) {
            return this::amongAll;
        }
        TreeMap<Long, long[]> rows = before.rows(key);
        TreeMap<Long, long[]> otherRows = now.rows(others);
        rows.keySet().retainAll(otherRows.keySet());
        if (rows.size() < ROWS) {
            return this::amongAll;
        }
        return (column, other) -> inRows(column, other, rows, otherRows);
    }

    private static Optional<Likeness> inRows(
            int column, int other, TreeMap<Long, long[]> rows, TreeMap<Long, long[]> otherRows) {
        int filled = 0;
        int both = 0;
        int equal = 0;
        Set<Long> values = new HashSet<>();
        for (Map.Entry<Long, long[]> row : rows.entrySet()) {
            long one = row.getValue()[column];
            long two = Objects.requireNonNull(otherRows.get(row.getKey()))[other];
            filled += one != 0 || two != 0 ? 1 : 0;
            both += one != 0 && two != 0 ? 1 : 0;
            if (one != 0 && one == two) {
                equal++;
                values.add(one);
            }
        }
        return filled == 0
                ? Optional.empty()
                : Optional.of(new Likeness(
                        both == 0 ? 0 : EQUAL * equal / both + (1 - EQUAL) * both / filled,
                        values.size(),
                        new Text(
                                        "the same value in %d of %d rows where both have one",
                                        "la même valeur dans %d lignes sur %d où les deux en ont une")
                                .with(equal, both)));
    }

    private static long end(TreeSet<Long> values) {
        return values.size() < Cells.VALUES ? Long.MAX_VALUE : values.last();
    }

    /** By the distinct values with the smallest hashes, up to where both files have kept all. */
    private Optional<Likeness> amongAll(int column, int other) {
        TreeSet<Long> some = oldValues.get(column);
        TreeSet<Long> others = freshValues.get(other);
        if (some.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        long end = Math.min(end(some), end(others));
        Set<Long> comparable = some.headSet(end, true);
        Set<Long> all = new HashSet<>(others.headSet(end, true));
        Set<Long> common = new HashSet<>(comparable);
        common.retainAll(all);
        int smaller = Math.max(1, Math.min(comparable.size(), all.size()));
        all.addAll(comparable);
        double share = ((double) common.size() / smaller + (double) common.size() / all.size()) / 2;
        return Optional.of(new Likeness(
                share,
                common.size(),
                new Text("%d of %d values that were compared", "%d valeurs sur %d qui ont été comparées")
                        .with(common.size(), all.size())));
    }
}
