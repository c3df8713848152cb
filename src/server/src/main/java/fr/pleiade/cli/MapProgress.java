package fr.pleiade.cli;

import fr.pleiade.mapping.Mapping;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** How much of the sources has been read: a bar on a terminal, nothing elsewhere. */
final class MapProgress implements LongConsumer, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long NANOSECONDS_BETWEEN_DRAWINGS = 100_000_000;

    private final PrintStream out;
    private final boolean drawn;
    private final long total;
    private long read;
    private long lastDrawing;
    private boolean onScreen;

    private MapProgress(PrintStream out, boolean drawn, long total) {
        this.out = out;
        this.drawn = drawn;
        this.total = total;
    }

    static MapProgress of(Mapping plan, Path sources, PrintStream out, boolean quiet) {
        boolean drawn = !quiet && Boolean.getBoolean("pleiade.terminal");
        long total = drawn
                ? plan.sourceFiles(sources).stream()
                        .mapToLong(file -> file.toFile().length())
                        .sum()
                : 0;
        return new MapProgress(out, drawn && total > 0, total);
    }

    @Override
    public void accept(long bytes) {
        read += bytes;
        long now = System.nanoTime();
        if (drawn && now - lastDrawing > NANOSECONDS_BETWEEN_DRAWINGS) {
            lastDrawing = now;
            int done = (int) Math.min(WIDTH, WIDTH * read / total);
            out.printf(
                    "\r[%s%s] %3d %%", "#".repeat(done), ".".repeat(WIDTH - done), Math.min(100, 100 * read / total));
            out.flush();
            onScreen = true;
        }
    }

    /** Takes the bar away, so that something else can be printed. */
    void interrupt() {
        if (onScreen) {
            out.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            onScreen = false;
        }
    }

    @Override
    public void close() {
        interrupt();
    }
}
