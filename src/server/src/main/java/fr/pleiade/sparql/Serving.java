package fr.pleiade.sparql;

import fr.pleiade.sparql.plan.PlannedEngine;
import fr.pleiade.store.Store;
import fr.pleiade.store.count.StoreCounts;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.server.DataAccessPoint;

/** A store with Fuseki's service over it, from when it is put to service until its last reader has left. Thread-safe. */
final class Serving {
    private final Store store;
    private final DataAccessPoint accessPoint;
    private final AnswerCache answers = new AnswerCache();

    /** The readers, and one more while the store is the current one; at 0 the store is closed for good. */
    private final AtomicInteger holds = new AtomicInteger(1);

    Serving(Store store, DataAccessPoint accessPoint) {
        this.store = store;
        this.accessPoint = accessPoint;
        PlannedEngine.install(accessPoint.getDataService().getDataset(), StoreCounts.read(store.directory()));
    }

    /** {@return whether the reader is in; {@code false} if the store has been closed meanwhile} */
    boolean enter() {
        return holds.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    void leave() {
        if (holds.decrementAndGet() == 0) {
            store.close();
        }
    }

    Store store() {
        return store;
    }

    /** {@return answers that need not be worked out again, as long as this store is served} */
    AnswerCache answers() {
        return answers;
    }

    DataAccessPoint accessPoint() {
        return accessPoint;
    }
}
