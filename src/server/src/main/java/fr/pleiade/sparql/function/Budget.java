package fr.pleiade.sparql.function;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a query may use, and the signal that stops it.
 *
 * <p>{@link #stop} may come from any thread; everything else is the executing thread's. ARQ's iterators look at the same signal between
 * two rows; what works longer than that on one row, or gathers rows, asks here.
 */
public final class Budget {
    /** The longest text that a query may build, in UTF-16 units. */
    public static final int LONGEST_TEXT = 1 << 20;

    /** The most digits of a number that a query may write or work out. */
    public static final int MOST_DIGITS = 2_000;

    /** How much text the groups of a query may gather in all, in UTF-16 units. */
    static final long MOST_GATHERED_TEXT = 16L << 20;

    /** Of a row that is kept, with its nodes, as ARQ and TDB2 hold it: measured on rows of three terms. */
    private static final int BYTES_OF_A_ROW = 200;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final long mostRows;
    private volatile @Nullable Excess excess;
    private volatile boolean hasAnswered;
    private long rows;
    private long gatheredText;

    /** What a query asks too much of. */
    public enum Excess {
        /** It takes too long. */
        TIME,
        /** The whole process is short of memory. */
        MEMORY,
        /** It keeps too many rows at once: to sort them, to group them, to tell which are different, to join them. */
        ROWS,
        /** It builds a text that is too long. */
        TEXT,
        /** It is nested deeper than the stack of the thread that answers it. */
        DEPTH
    }

    /** As many rows at once as fit in a quarter of the heap. */
    public Budget() {
        this(Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_A_ROW);
    }

    /** @param mostRows how many rows may be kept at once */
    public Budget(long mostRows) {
        this.mostRows = mostRows;
    }

    /** {@return what ARQ looks at between two rows} */
    public AtomicBoolean signal() {
        return cancelled;
    }

    /** Stops the execution as soon as it looks; the first reason counts. Thread-safe. */
    public synchronized void stop(Excess reason) {
        if (excess == null) {
            excess = reason;
        }
        cancelled.set(true);
    }

    /** {@return why the execution was stopped, if it was} */
    public Optional<Excess> excess() {
        return Optional.ofNullable(excess);
    }

    /** {@return whether there is a first row, from which on the limit of the whole answer counts} */
    public boolean hasAnswered() {
        return hasAnswered;
    }

    /** Notes that there is a first row. */
    public void answered() {
        hasAnswered = true;
    }

    /** {@return how many rows an execution may keep at once} */
    public long mostRows() {
        return mostRows;
    }

    /**
     * Looks at the signal.
     *
     * @throws QueryCancelledException if it says stop
     */
    public void look() {
        if (cancelled.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Counts a row that is kept until the execution ends. */
    public void keepRow() {
        rows++;
        if (rows > mostRows) {
            throw exceeded(Excess.ROWS);
        }
        look();
    }

    /** Counts text that a group gathers. */
    void gather(int length) {
        gatheredText += length;
        if (gatheredText > MOST_GATHERED_TEXT) {
            throw exceeded(Excess.TEXT);
        }
        look();
    }

    /** Checks the length of a text that is going to be built. */
    void requireLength(long length) {
        if (length > LONGEST_TEXT) {
            throw exceeded(Excess.TEXT);
        }
        look();
    }

    /** Checks how many digits a number is going to have; more are an error of the expression, as a division by zero is. */
    static void requireDigits(long digits) {
        if (digits > MOST_DIGITS) {
            throw new ExprEvalException("a number of more than " + MOST_DIGITS + " digits");
        }
    }

    private QueryCancelledException exceeded(Excess reason) {
        stop(reason);
        return new QueryCancelledException();
    }
}
