package fr.pleiade.bench;

import fr.pleiade.store.load.BulkLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Our loader as a measured process: directory, N-Quads file. Its memory is what the system cannot take back: pages of the files that are
 * being written do not count.
 */
final class LoadRun {
    private LoadRun() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        AtomicLong loaded = new AtomicLong();
        LongAccumulator peakKilobytes = new LongAccumulator(Long::max, 0);
        new BulkLoad(Path.of(arguments[0]), List.of(Path.of(arguments[1])), quads -> {
                    loaded.set(quads);
                    peakKilobytes.accumulate(anonymousKilobytes());
                })
                .run();
        Measurement.report(loaded.get(), start, peakKilobytes.get() / 1024.0);
    }

    private static long anonymousKilobytes() {
        try {
            return (long) Measurement.kilobytes("RssAnon:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
