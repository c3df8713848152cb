package fr.pleiade.web.edge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shares threads and processors between clients: who has nothing in hand begins at once, whatever the others ask for.
 *
 * <p>Of the threads, and of the turns to work, a client may have as many as are still free: alone it gets half of them, with seven others
 * a ninth, and there are always some for the next one to come. Its first is never refused. What is beyond that waits, without a thread,
 * in a line of the client's own. A turn is given back while a thread {@linkplain Turn#pause waits} for its client; one that takes longer
 * than its length counts no more if its thread waits for something else, or when it is {@value #PATIENCE} times as long, and needs
 * {@linkplain Turn#renew a new one} when it sends something. Memory: an entry for each task that runs or waits. Thread-safe.
 */
final class Turns implements AutoCloseable {
    /** How much longer a turn may be of a thread that works: on a machine that is busy, a short task takes long too. */
    private static final int PATIENCE = 40;

    private final Executor threads;
    private final int mostThreads;
    private final int mostTurns;
    private final long lengthNanos;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Set<Client> waiting = new HashSet<>();
    private final Set<Turn> working = new HashSet<>();
    private final ScheduledThreadPoolExecutor clock;
    private int running;
    private boolean isClockSet;

    /**
     * Nobody is here yet.
     *
     * @param threads what runs tasks
     * @param mostThreads how many of them there are
     * @param mostTurns how many work at the same time, but for the first of each client
     * @param length of a turn
     */
    Turns(Executor threads, int mostThreads, int mostTurns, Duration length) {
        this.threads = threads;
        this.mostThreads = mostThreads;
        this.mostTurns = mostTurns;
        this.lengthNanos = length.toNanos();
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "turns");
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.prestartCoreThread();
    }

    /** What one client has in hand. */
    private static final class Client {
        final String name;
        final ArrayDeque<Turn> resuming = new ArrayDeque<>();
        final ArrayDeque<Start> starting = new ArrayDeque<>();
        int threads;
        int turns;

        Client(String name) {
            this.name = name;
        }
    }

    /** A task that waits for a thread and a turn. */
    private record Start(Turn turn, Consumer<Turn> task) {}

    /** Where a turn is. */
    private enum State {
        WORKING,
        WAITING,
        UNCOUNTED
    }

    /** The right of one thread to work for a client. To be used by that thread. */
    final class Turn {
        private final Client client;
        private final boolean isOfMany;
        private volatile State state = State.WAITING;
        private volatile @Nullable Thread thread;
        private long sinceNanos;

        private Turn(Client client, boolean isOfMany) {
            this.client = client;
            this.isOfMany = isOfMany;
        }

        /** Begins to wait for the client, which takes no processor. */
        void pause() {
            uncount(this);
        }

        /** Waits until it is this thread's turn again, unless it still is. */
        void renew() {
            if (state != State.WORKING) {
                awaitTurn(this);
            }
        }
    }

    /**
     * Runs a task, now or when it is its client's turn.
     *
     * @param isOfMany whether the client asks on behalf of many others, which may have all threads and turns
     * @throws RejectedExecutionException if no task is run any more
     */
    void execute(String name, boolean isOfMany, Consumer<Turn> task) {
        Start start;
        synchronized (this) {
            Client client = clients.computeIfAbsent(name, Client::new);
            start = new Start(new Turn(client, isOfMany), task);
            if (!client.starting.isEmpty() || !mayStart(client, isOfMany)) {
                client.starting.add(start);
                standInLine(client);
                return;
            }
            begin(start);
        }
        run(start);
    }

    private void run(Start start) {
        Turn turn = start.turn();
        try {
            threads.execute(() -> {
                turn.thread = Thread.currentThread();
                try {
                    start.task().accept(turn);
                } finally {
                    end(turn);
                }
            });
        } catch (RejectedExecutionException e) {
            end(turn);
            throw e;
        }
    }

    /** Is called with the lock held. */
    private void begin(Start start) {
        start.turn().client.threads++;
        running++;
        count(start.turn());
    }

    private void count(Turn turn) {
        turn.state = State.WORKING;
        turn.sinceNanos = System.nanoTime();
        turn.client.turns++;
        working.add(turn);
    }

    private boolean mayWork(Client client) {
        return client.turns == 0 || client.turns < mostTurns - working.size();
    }

    private boolean mayStart(Client client, boolean isOfMany) {
        return isOfMany || (mayWork(client) && (client.threads == 0 || client.threads < mostThreads - running));
    }

    private void standInLine(Client client) {
        waiting.add(client);
        if (!isClockSet && !clock.isShutdown()) {
            isClockSet = true;
            clock.schedule(this::look, lengthNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void awaitTurn(Turn turn) {
        synchronized (this) {
            if (turn.isOfMany || (turn.client.resuming.isEmpty() && mayWork(turn.client))) {
                count(turn);
                return;
            }
            turn.state = State.WAITING;
            turn.client.resuming.add(turn);
            standInLine(turn.client);
        }
        while (turn.state == State.WAITING) {
            LockSupport.park(this);
            if (Thread.currentThread().isInterrupted()) {
                leave(turn);
            }
        }
    }

    /** Who is interrupted waits no longer. */
    private synchronized void leave(Turn turn) {
        if (turn.state == State.WAITING) {
            turn.client.resuming.remove(turn);
            turn.state = State.UNCOUNTED;
            tidy(turn.client);
        }
    }

    private void tidy(Client client) {
        if (client.resuming.isEmpty() && client.starting.isEmpty()) {
            waiting.remove(client);
        }
    }

    private void uncount(Turn turn) {
        List<Start> next;
        synchronized (this) {
            if (!isGivenUp(turn)) {
                return;
            }
            next = next();
        }
        next.forEach(this::runIfAnything);
    }

    private boolean isGivenUp(Turn turn) {
        if (turn.state != State.WORKING) {
            return false;
        }
        turn.state = State.UNCOUNTED;
        turn.client.turns--;
        working.remove(turn);
        return true;
    }

    private void end(Turn turn) {
        List<Start> next;
        synchronized (this) {
            isGivenUp(turn);
            turn.client.threads--;
            running--;
            next = next();
            forget(turn.client);
        }
        next.forEach(this::runIfAnything);
    }

    private void forget(Client client) {
        if (client.threads == 0 && client.starting.isEmpty()) {
            clients.remove(client.name);
        }
    }

    private void runIfAnything(Start start) {
        try {
            run(start);
        } catch (RejectedExecutionException stopped) {
            return; // the server ends, and its connections with it
        }
    }

    /** Counts those no more whose turn is over. */
    void look() {
        List<Start> next;
        synchronized (this) {
            isClockSet = false;
            long now = System.nanoTime();
            new ArrayList<>(working).stream().filter(turn -> isOver(turn, now)).forEach(this::isGivenUp);
            next = next();
            waiting.stream().findAny().ifPresent(this::standInLine);
        }
        next.forEach(this::runIfAnything);
    }

    private boolean isOver(Turn turn, long now) {
        long length = now - turn.sinceNanos;
        return length >= lengthNanos && (length >= PATIENCE * lengthNanos || isWaiting(turn.thread));
    }

    /** {@return whether a thread waits: for a lock, a query, a place; one that has not begun waits for the processor} */
    private static boolean isWaiting(@Nullable Thread thread) {
        return thread != null && thread.getState() != Thread.State.RUNNABLE;
    }

    /** {@return the tasks whose turn it is, begun; wakes threads whose turn it is} */
    private List<Start> next() {
        List<Start> begun = new ArrayList<>();
        Optional<Client> first = first();
        while (first.isPresent()) {
            Client client = first.get();
            Turn resumed = client.resuming.poll();
            if (resumed != null) {
                count(resumed);
                LockSupport.unpark(resumed.thread);
            } else {
                Start start = client.starting.remove();
                begin(start);
                begun.add(start);
            }
            tidy(client);
            first = first();
        }
        return begun;
    }

    /** {@return of those who wait and may go on the one who has least} */
    private Optional<Client> first() {
        return waiting.stream().filter(this::mayGoOn).min(Comparator.comparingInt(client -> client.turns));
    }

    private boolean mayGoOn(Client client) {
        if (!client.resuming.isEmpty()) {
            return mayWork(client);
        }
        Start start = client.starting.peek();
        return start != null && mayStart(client, start.turn().isOfMany);
    }

    /** {@return how many tasks wait for a thread} */
    synchronized int inLine() {
        return clients.values().stream()
                .mapToInt(client -> client.starting.size())
                .sum();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
