package fr.pleiade.mapping.engine;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tasks that run in parallel and whose results are taken in the order in which they were submitted, on the submitting thread.
 *
 * <p>With one thread, tasks run on the submitting one.
 *
 * <p>Memory: as many results as {@link #RESULTS_PER_THREAD} times the threads; submitting waits beyond that.
 */
final class OrderedTasks<T> implements AutoCloseable {
    private static final int RESULTS_PER_THREAD = 3;

    private final ExecutorService threads;
    private final Executor executor;
    private final ArrayDeque<CompletableFuture<T>> pending = new ArrayDeque<>();
    private final int most;
    private final Consumer<T> results;

    OrderedTasks(int number, Consumer<T> results) {
        this.threads = Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, "mapping");
            thread.setDaemon(true);
            return thread;
        });
        this.executor = number == 1 ? Runnable::run : threads;
        this.most = number * RESULTS_PER_THREAD;
        this.results = results;
    }

    void submit(Supplier<T> task) {
        if (pending.size() == most) {
            takeFirst();
        }
        pending.add(CompletableFuture.supplyAsync(task, executor));
    }

    /** Waits for all results. */
    void finish() {
        while (!pending.isEmpty()) {
            takeFirst();
        }
    }

    /** Gives up what has not been taken. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void takeFirst() {
        try {
            results.accept(pending.remove().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
