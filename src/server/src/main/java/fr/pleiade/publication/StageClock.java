package fr.pleiade.publication;

import fr.pleiade.release.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Runs stages, tells the observer, and keeps how long each took. */
final class StageClock {
    private final PublishObserver observer;
    private final Map<Stage, Duration> durations = new EnumMap<>(Stage.class);

    StageClock(PublishObserver observer) {
        this.observer = observer;
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T run(Stage stage, Work<T> work) throws IOException {
        observer.begun(stage);
        long start = System.nanoTime();
        T result = work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        durations.put(stage, took);
        observer.ended(stage, took);
        return result;
    }

    /** {@return something to be told amounts, which passes the growing share of a total on to the observer} */
    Progress progress(Stage stage, long total) {
        return new Progress(stage, total);
    }

    Map<Stage, Duration> durations() {
        return durations;
    }

    /** How much of a stage is done; thread-safe. */
    final class Progress {
        private final Stage stage;
        private final long total;
        private long done;
        private long lastThousandth = -1;

        private Progress(Stage stage, long total) {
            this.stage = stage;
            this.total = Math.max(total, 1);
        }

        synchronized void add(String subject, long amount) {
            done += amount;
            long thousandth = Math.min(1000 * done / total, 1000);
            if (thousandth > lastThousandth) {
                lastThousandth = thousandth;
                observer.progressed(stage, subject, thousandth / 1000.0);
            }
        }

        synchronized void reach(String subject, long amount) {
            add(subject, Math.max(amount - done, 0));
        }
    }
}
