package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops an execution when its time is up: that to the first row, if there is none then, and that for the whole answer. Close it when the
 * answer is complete.
 */
public final class TimeLimit implements AutoCloseable {
    private final Future<?> first;
    private final Future<?> whole;

    private TimeLimit(Future<?> first, Future<?> whole) {
        this.first = first;
        this.whole = whole;
    }

    /** @param clock whose thread has nothing else to do that takes long */
    public static TimeLimit start(Budget budget, Duration toFirstRow, Duration toEnd, ScheduledExecutorService clock) {
        Future<?> first = clock.schedule(
                () -> {
                    if (!budget.hasAnswered()) {
                        budget.stop(Budget.Excess.TIME);
                    }
                },
                toFirstRow.toMillis(),
                TimeUnit.MILLISECONDS);
        Future<?> whole =
                clock.schedule(() -> budget.stop(Budget.Excess.TIME), toEnd.toMillis(), TimeUnit.MILLISECONDS);
        return new TimeLimit(first, whole);
    }

    @Override
    public void close() {
        first.cancel(false);
        whole.cancel(false);
    }
}
