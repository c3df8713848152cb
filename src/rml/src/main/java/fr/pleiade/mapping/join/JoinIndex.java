package fr.pleiade.mapping.join;

import fr.pleiade.mapping.bytes.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The parent's subjects, in N-Quads syntax, by join key, in the order of the parent's rows.
 *
 * <p>Filled by one thread, then completed, then read by any number. Memory: up to a bound of entries; beyond it they are sorted into
 * files, and an entry of a table in memory stands for some four kilobytes of them.
 */
public final class JoinIndex implements AutoCloseable {
    private static final int MOST_BYTES = 64 << 20;

    private final int mostBytes;
    private final JoinRuns runs = new JoinRuns();
    private JoinEntries entries = new JoinEntries();
    private Optional<SortedEntries> sorted = Optional.empty();

    public JoinIndex() {
        this(MOST_BYTES);
    }

    JoinIndex(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds each subject for each key. */
    public void add(Terms keys, Terms subjects) {
        for (int k = 0; k < keys.size(); k++) {
            for (int s = 0; s < subjects.size(); s++) {
                entries.add(keys, k, subjects, s);
            }
        }
        if (entries.bytes() > mostBytes) {
            spill();
        }
    }

    /** Ends the filling. */
    public void complete() {
        if (runs.isEmpty()) {
            entries.index();
        } else {
            spill();
            sorted = Optional.of(runs.merge());
        }
    }

    private void spill() {
        runs.write(entries);
        entries = new JoinEntries();
    }

    /** Appends the subjects of all keys. */
    public void write(Terms keys, Terms out) {
        for (int k = 0; k < keys.size(); k++) {
            int from = keys.start(k);
            int to = keys.endOf(k);
            if (sorted.isPresent()) {
                sorted.get().write(keys.bytes().array(), from, to, out);
            } else {
                entries.write(keys.bytes().array(), from, to, out);
            }
        }
    }

    @Override
    public void close() {
        try {
            if (sorted.isPresent()) {
                sorted.get().close();
            }
            runs.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file of a join cannot be removed: " + e.getMessage(), e);
        }
    }
}
