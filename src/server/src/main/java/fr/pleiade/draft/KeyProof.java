package fr.pleiade.draft;

import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.HashSet64;
import fr.pleiade.sources.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many rows of a file are like an earlier one in some columns: counted with all rows, or with a fair part of them.
 *
 * <p>Memory: 64 MB at most, whatever the file's length: of longer files it reads the rows several times, each time those of one part of
 * the hashes. A hash has 64 bits: of a million rows, two that differ look alike with a chance of 1 in 30 million.
 */
final class KeyProof {
    /** As many rows are looked at in one pass. */
    private static final long MOST_ROWS = 1 << 21;

    private static final int MOST_PLACES = 1 << 23;
    private static final int MOST_AT_ONCE = 4;
    private static final int IN_PART = 1 << 12;

    private final Rows file;
    private final long rows;

    /** A file's rows, which can be read again. */
    interface Rows {
        /** Reads the rows from the first one on, as long as somebody wants one more. */
        void read(Predicate<Row> each);
    }

    /** Some columns that may be a key, and what is known against it. */
    static final class Candidate {
        final int[] columns;
        /** How many rows are like an earlier one; one more than was allowed if it was given up. */
        long repeats;
        /** The line of the first of them. */
        long again = Long.MAX_VALUE;

        private HashSet64 seen = new HashSet64(0);

        Candidate(int... columns) {
            this.columns = columns;
        }

        /** {@return the places of its columns added up: what stands further in front names a row} */
        int places() {
            return Arrays.stream(columns).sum();
        }
    }

    /**
     * @param file the file's rows
     * @param rows how many there are
     */
    KeyProof(Rows file, long rows) {
        this.file = file;
        this.rows = rows;
    }

    /** {@return how many candidates are best given to {@link #count} at once} */
    int atOnce() {
        return Math.max(1, Math.min(MOST_AT_ONCE, MOST_PLACES / HashSet64.capacity(Math.min(rows, MOST_ROWS))));
    }

    /** Counts with all rows. A candidate is given up at more repeats than are allowed. */
    void count(List<Candidate> candidates, long allowed) {
        int parts = (int) ((rows + MOST_ROWS - 1) / MOST_ROWS);
        for (int part = 0; part < parts; part++) {
            pass(candidates, allowed, part, parts);
        }
    }

    /** {@return those candidates in which a fair part of the rows, some thousand, are all different} */
    List<Candidate> likely(List<Candidate> candidates) {
        pass(candidates, 0, 0, (int) Math.max(1, rows / IN_PART));
        return candidates.stream().filter(candidate -> candidate.repeats == 0).toList();
    }

    private void pass(List<Candidate> candidates, long allowed, int part, int parts) {
        List<Candidate> alive = new ArrayList<>(candidates);
        alive.removeIf(candidate -> candidate.repeats > allowed);
        long expected = rows / parts;
        // parts differ in length as chance has it
        alive.forEach(candidate -> candidate.seen = new HashSet64(parts == 1 ? rows : expected + expected / 4 + 64));
        int[] needed = alive.stream()
                .flatMapToInt(candidate -> Arrays.stream(candidate.columns))
                .distinct()
                .toArray();
        long[] hashes = new long[Arrays.stream(needed).max().orElse(0) + 1];
        if (!alive.isEmpty()) {
            file.read(row -> {
                for (int column : needed) {
                    hashes[column] = Hash64.of(row.bytes(), row.start(column), row.end(column));
                }
                alive.removeIf(candidate -> isGivenUp(candidate, hashes, row.line(), allowed, part, parts));
                return !alive.isEmpty();
            });
        }
        candidates.forEach(candidate -> candidate.seen = new HashSet64(0));
    }

    private static boolean isGivenUp(Candidate candidate, long[] hashes, long line, long allowed, int part, int parts) {
        long hash = 0;
        for (int column : candidate.columns) {
            hash = Hash64.mixed(hash * 31 + hashes[column]);
        }
        if ((hash >>> 33) % parts == part && !candidate.seen.add(hash)) {
            candidate.repeats++;
            candidate.again = Math.min(candidate.again, line);
        }
        return candidate.repeats > allowed;
    }
}
