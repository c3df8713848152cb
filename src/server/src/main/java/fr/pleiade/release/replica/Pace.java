package fr.pleiade.release.replica;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Slows a download down to so many bytes a second: told of what has arrived, it waits until that was due. For one thread. */
final class Pace implements LongConsumer {
    private final long bytesPerSecond;
    private final long begun = System.nanoTime();
    private long arrived;

    /** @param bytesPerSecond above 0 */
    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void accept(long bytes) {
        arrived += bytes;
        long due = (long) (arrived * (1e9 / bytesPerSecond));
        long early = due - (System.nanoTime() - begun);
        try {
            TimeUnit.NANOSECONDS.sleep(early);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the download notices
        }
    }
}
