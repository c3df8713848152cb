package fr.pleiade.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back to the disk what was deleted below a folder while this process had it mapped, as the files of a release that was pruned.
 *
 * <p>Java unmaps a file when its buffer is garbage and is found to be, which in an idle server takes for ever: so this looks every
 * {@value #SECONDS} seconds, lets go of what may hold such a file, and has the garbage collected. What is still mapped then, because a
 * request reads it, is tried again, {@value #TRIES} times in all. Does nothing where the system has no {@code /proc/self/maps}.
 */
final class DeletedFiles implements AutoCloseable {
    private static final int SECONDS = 10;
    private static final int TRIES = 5;
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final String DELETED = " (deleted)";
    private static final Logger LOG = LoggerFactory.getLogger(DeletedFiles.class);

    private final Path folder;
    private final Runnable letGo;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deleted-files");
        thread.setDaemon(true);
        return thread;
    });
    private Set<String> tried = Set.of();
    private int tries;

    /** @param letGo forgets what may hold a file below the folder; called in a thread of its own */
    DeletedFiles(Path folder, Runnable letGo) {
        this.folder = folder;
        this.letGo = letGo;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Looks once. */
    void look() {
        try {
            Set<String> deleted = mapped();
            if (!deleted.equals(tried)) {
                tried = deleted;
                tries = 0;
            }
            if (!deleted.isEmpty() && tries++ < TRIES) {
                letGo.run();
                System.gc();
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("what is mapped cannot be seen: {}", e.getMessage());
        }
    }

    /** {@return the files below the folder that are mapped and deleted} */
    Set<String> mapped() throws IOException {
        if (!Files.isReadable(MAPS) || !Files.isDirectory(folder)) {
            return Set.of();
        }
        String below = folder.toRealPath() + "/";
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.endsWith(DELETED) && line.contains(below))
                    .map(line -> line.substring(line.indexOf(below)))
                    .collect(Collectors.toSet());
        }
    }
}
