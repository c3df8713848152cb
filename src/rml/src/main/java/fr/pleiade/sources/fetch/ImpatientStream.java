package fr.pleiade.sources.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A response's body that is closed if the server says nothing for too long; what breaks is the network's fault, not the disk's. */
final class ImpatientStream extends FilterInputStream {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "download-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final URI url;
    private final Duration silence;
    private final ScheduledFuture<?> watch;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean tooSilent;

    ImpatientStream(InputStream body, URI url, Duration silence) {
        super(body);
        this.url = url;
        this.silence = silence;
        long period = Math.max(silence.toMillis() / 4, 1);
        this.watch = WATCH.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (System.nanoTime() - lastRead > silence.toNanos()) {
            tooSilent = true;
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws DownloadException if the connection breaks, or the server is too silent */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            int read = super.read(buffer, offset, length);
            lastRead = System.nanoTime();
            return read;
        } catch (IOException e) {
            throw DownloadException.passing(
                    url,
                    tooSilent
                            ? "the server said nothing for " + silence.toMillis() + " ms"
                            : "the connection broke: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
