package fr.pleiade.web.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MakersTest {
    private final Makers makers = new Makers(2);

    private Optional<Makers.Place> now(String... askers) throws InterruptedException {
        return makers.enter(() -> List.of(askers), System.nanoTime(), () -> false);
    }

    @Test
    void oneClientHasFewerThanAll() throws InterruptedException {
        assertThat(now("a")).isPresent();
        assertThat(now("a")).isEmpty();
        assertThat(now("b")).isPresent();
        assertThat(now("c")).isEmpty();
    }

    @Test
    void whatSeveralWaitForIsMadeOnTheAccountOfWhoHasLeast() throws InterruptedException {
        assertThat(now("a")).isPresent();
        assertThat(now("a", "b")).isPresent();
    }

    @Test
    void aPlaceIsGivenBack() throws InterruptedException {
        now("a").orElseThrow().close();
        assertThat(now("a")).isPresent();
    }

    @Test
    void theOnlyPlaceIsForEverybody() throws InterruptedException {
        Makers one = new Makers(1);
        assertThat(one.enter(() -> List.of("a"), System.nanoTime(), () -> false))
                .isPresent();
        assertThat(one.enter(() -> List.of("b"), System.nanoTime(), () -> false))
                .isEmpty();
    }

    @Test
    void whoWaitsInVainLeavesTheLine() throws InterruptedException {
        assertThat(now("a")).isPresent();
        AtomicBoolean isAsked = new AtomicBoolean();
        assertThat(makers.enter(() -> List.of("a"), System.nanoTime() + TimeUnit.MINUTES.toNanos(1), () -> {
                    isAsked.set(true);
                    return true;
                }))
                .isEmpty();
        assertThat(isAsked).isTrue();
    }

    /** The greedy one stands in line first; the other one comes later, and goes first. */
    @Test
    void aFreePlaceGoesToWhoHasNone() throws InterruptedException {
        Makers three = new Makers(3);
        long later = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        Makers.Place first =
                three.enter(() -> List.of("greedy"), later, () -> false).orElseThrow();
        three.enter(() -> List.of("other"), later, () -> false).orElseThrow();
        three.enter(() -> List.of("third"), later, () -> false).orElseThrow();
        BlockingQueue<String> served = new ArrayBlockingQueue<>(2);
        AtomicBoolean greedyWaits = new AtomicBoolean();
        AtomicBoolean newWaits = new AtomicBoolean();
        Thread greedy = waiting(three, "other", later, greedyWaits, served);
        Thread fresh = waiting(three, "new", later, newWaits, served);
        first.close();
        assertThat(served.poll(10, TimeUnit.SECONDS)).isEqualTo("new");
        greedy.interrupt();
        greedy.join();
        fresh.join();
    }

    private static Thread waiting(
            Makers makers, String client, long deadline, AtomicBoolean waits, BlockingQueue<String> served) {
        Thread thread = new Thread(() -> {
            try {
                makers.enter(() -> List.of(client), deadline, () -> {
                    waits.set(true);
                    return false;
                });
                served.add(client);
            } catch (InterruptedException over) {
                return;
            }
        });
        thread.start();
        while (!waits.get()) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
