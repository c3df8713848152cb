package fr.pleiade.sparql;

import fr.pleiade.store.Store;

/**
 * A reader's hold on the store that is being served: as long as it is open, the store is, even if another one takes its place.
 *
 * <p>Shape: {@code try (Reading reading = service.read()) { reading.store().select(…) }}. Close it once, soon, in any thread.
 */
public final class Reading implements AutoCloseable {
    private final Serving serving;
    private boolean open = true;

    Reading(Serving serving) {
        this.serving = serving;
    }

    /**
     * {@return the store, the same one for the whole reading}
     *
     * @throws IllegalStateException if the reading is closed
     */
    public Store store() {
        requireOpen();
        return serving.store();
    }

    Serving serving() {
        requireOpen();
        return serving;
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            serving.leave();
        }
    }

    private synchronized void requireOpen() {
        if (!open) {
            throw new IllegalStateException("this reading is closed");
        }
    }
}
