package fr.pleiade.inbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts uses in memory until they are taken to be kept. Thread-safe; counting takes well under a microsecond and waits for nobody.
 *
 * <p>Memory: {@value #MOST} ways of use, some hundred kilobytes; what is used in yet another way is counted together.
 */
public final class UseCounter {
    static final int MOST = 4_096;

    private final Map<Use, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one use. */
    public void count(Use use) {
        boolean isKnown = counts.containsKey(use) || counts.size() < MOST;
        Use counted = isKnown ? use : new Use("", "other", "", use.client());
        counts.computeIfAbsent(counted, key -> new LongAdder()).increment();
    }

    /** {@return what was counted since the last time that this was called} */
    Map<Use, Long> take() {
        Map<Use, Long> taken = new TreeMap<>(UseStore.ORDER);
        for (Use use : counts.keySet()) {
            LongAdder adder = counts.get(use);
            long count = adder == null ? 0 : adder.sumThenReset();
            if (count > 0) {
                taken.put(use, count);
            }
        }
        return taken;
    }

    /** Takes back what could not be kept. */
    void putBack(Map<Use, Long> taken) {
        taken.forEach((use, count) ->
                counts.computeIfAbsent(use, key -> new LongAdder()).add(count));
    }
}
