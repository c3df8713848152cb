package fr.pleiade.web.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration NEVER = Duration.ofHours(1);

    /** Tasks that have been given a thread, and run when the test says so. */
    private final Queue<Runnable> threads = new ArrayDeque<>();

    private final List<String> begun = new ArrayList<>();

    private void ask(Turns turns, String client, int times) {
        for (int i = 0; i < times; i++) {
            turns.execute(client, false, turn -> begun.add(client));
        }
    }

    private int given() {
        return threads.size();
    }

    @Test
    void givesOneClientHalfOfTheTurns() {
        try (Turns turns = new Turns(threads::add, 200, 16, NEVER)) {
            ask(turns, "a", 100);
            assertEquals(8, given());
            assertEquals(92, turns.inLine());
        }
    }

    @Test
    void givesEverybodyAFirstTurnAtOnce() {
        try (Turns turns = new Turns(threads::add, 200, 4, NEVER)) {
            ask(turns, "a", 100);
            ask(turns, "b", 100);
            int crowded = given();
            ask(turns, "c", 1);
            ask(turns, "d", 1);
            ask(turns, "e", 1);
            assertEquals(crowded + 3, given());
        }
    }

    @Test
    void runsWhatWaitsWhenSomethingHasEnded() {
        try (Turns turns = new Turns(threads::add, 200, 4, NEVER)) {
            ask(turns, "a", 10);
            while (given() > 0) {
                threads.remove().run();
            }
            assertEquals(10, begun.size());
            assertEquals(0, turns.inLine());
        }
    }

    @Test
    void givesTheNextTurnToWhoHasLeast() {
        try (Turns turns = new Turns(threads::add, 200, 4, NEVER)) {
            ask(turns, "a", 3); // has two, and one waits
            ask(turns, "b", 3); // has one, and two wait
            assertEquals(3, given());
            threads.remove().run(); // one of a's: each has one now, and another one each is free
            while (given() > 0) {
                threads.remove().run();
            }
            assertEquals(3, begun.stream().filter("b"::equals).count());
            assertEquals(3, begun.stream().filter("a"::equals).count());
        }
    }

    @Test
    void leavesThreadsFreeThatReadersMayHold() {
        try (Turns turns = new Turns(threads::add, 10, 1000, NEVER)) {
            ask(turns, "a", 100);
            assertEquals(5, given(), "alone half of them");
            ask(turns, "b", 100);
            assertEquals(8, given(), "of the five that are free, three");
            ask(turns, "c", 100);
            assertEquals(9, given());
        }
    }

    @Test
    void givesAProxyAllThreads() {
        try (Turns turns = new Turns(threads::add, 10, 1000, NEVER)) {
            for (int i = 0; i < 10; i++) {
                turns.execute("proxy", true, turn -> begun.add("proxy"));
            }
            assertEquals(10, given());
        }
        threads.clear();
        try (Turns turns = new Turns(threads::add, 10, 2, NEVER)) {
            for (int i = 0; i < 10; i++) {
                turns.execute("proxy", true, turn -> begun.add("proxy"));
            }
            assertEquals(10, given(), "and all turns");
        }
    }

    @Test
    void countsAThreadNoMoreThatWaitsForItsClient() {
        try (Turns turns = new Turns(threads::add, 200, 2, NEVER)) {
            turns.execute("a", false, turn -> {
                turn.pause();
                begun.add("paused with " + given() + " begun");
            });
            ask(turns, "a", 1);
            assertEquals(1, given());
            threads.remove().run();
            assertEquals(List.of("paused with 1 begun"), begun);
        }
    }

    @Test
    void countsATurnNoMoreThatTakesTooLong() {
        try (Turns turns = new Turns(threads::add, 200, 2, Duration.ZERO)) {
            turns.execute("a", false, turn -> {
                turns.look();
                begun.add("after its time with " + given() + " begun");
            });
            ask(turns, "a", 1);
            threads.remove().run();
            assertTrue(begun.get(0).startsWith("after its time with 1 begun"), begun::toString);
        }
    }

    @Test
    void countsAThreadNoMoreThatWaitsForSomethingElse() throws InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool();
        CountDownLatch query = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (Turns turns = new Turns(pool, 200, 2, Duration.ofMillis(50))) {
            turns.execute("a", false, turn -> await(query));
            turns.execute("a", false, turn -> other.countDown());
            await(other); // long before fifty milliseconds have passed forty times, or never
            assertEquals(1, query.getCount());
        } finally {
            query.countDown();
            pool.shutdown();
        }
    }

    @Test
    void letsAThreadGoOnOnlyWhenItIsItsTurnAgain() throws InterruptedException {
        ExecutorService pool = Executors.newCachedThreadPool();
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch otherIsDone = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);
        CountDownLatch otherHasBegun = new CountDownLatch(1);
        try (Turns turns = new Turns(pool, 200, 2, NEVER)) {
            turns.execute("a", false, turn -> {
                turn.pause();
                paused.countDown();
                await(otherHasBegun);
                turn.renew();
                begun.add("resumed");
                resumed.countDown();
            });
            await(paused);
            turns.execute("a", false, turn -> {
                otherHasBegun.countDown();
                await(otherIsDone);
                begun.add("other");
            });
            await(otherHasBegun);
            assertEquals(1, resumed.getCount());
            otherIsDone.countDown();
            await(resumed);
            assertEquals(List.of("other", "resumed"), begun);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void forgetsATaskThatNoThreadTakes() {
        try (Turns turns = new Turns(
                task -> {
                    throw new RejectedExecutionException();
                },
                10,
                10,
                NEVER)) {
            for (int i = 0; i < 100; i++) {
                assertThrows(RejectedExecutionException.class, () -> turns.execute("a", false, turn -> {}));
            }
            assertEquals(0, turns.inLine());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
