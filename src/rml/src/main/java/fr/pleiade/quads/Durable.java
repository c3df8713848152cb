package fr.pleiade.quads;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Makes what was written survive a loss of power. */
public final class Durable {
    private static final int TOGETHER = 16;

    private Durable() {}

    /** Forces one file's content, or one folder's list of names, to the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Forces every file and folder below the folder, and the folder itself, to the disk: {@value #TOGETHER} at a time, for a file system
     * writes its journal once for all that wait for it.
     *
     * @throws IOException if one of them cannot be, or the thread is interrupted
     */
    public static void forceAll(Path folder) throws IOException {
        ExecutorService together = Executors.newFixedThreadPool(TOGETHER);
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Callable<Void>> tasks = walk.map(Durable::task).toList();
            for (Future<Void> forced : together.invokeAll(tasks)) {
                forced.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed
                    ? failed
                    : new IOException(folder.toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(folder + ": interrupted while it was forced to the disk");
        } finally {
            together.shutdownNow();
        }
    }

    private static Callable<Void> task(Path file) {
        return () -> {
            force(file);
            return null;
        };
    }
}
