package fr.pleiade.quads;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does the same with several things at a time; what comes of it, a failure too, does not tell in which order they were done. */
public final class Together {
    /** What is done with a thing, in a thread of its own. */
    @FunctionalInterface
    public interface Work<T, R> {
        R with(T thing) throws IOException;
    }

    private Together() {}

    /**
     * {@return what the work gave, in the order of the things}
     *
     * @param threads how many are done at a time; with one, this thread does them
     * @throws IOException as the work with the first thing that failed; so are unchecked exceptions
     * @throws InterruptedIOException if this thread is interrupted; what is being done then is interrupted too
     */
    public static <T, R> List<R> each(Collection<T> things, int threads, Work<T, R> work) throws IOException {
        List<R> results = new ArrayList<>(things.size());
        if (threads == 1) {
            for (T thing : things) {
                results.add(work.with(thing));
            }
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Stream<Callable<R>> tasks = things.stream().map(thing -> () -> work.with(thing));
            for (Future<R> done : pool.invokeAll(tasks.toList())) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            pool.shutdownNow();
        }
    }

    private static IOException failure(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }
}
