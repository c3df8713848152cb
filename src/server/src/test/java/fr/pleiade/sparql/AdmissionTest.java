package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void whenAllPlacesAreTakenTheAnswerIs503() {
        Admission admission = new Admission(2, SHORT);
        admission.enter("a");
        Admission.Place ofB = admission.enter("b");
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> admission.enter("c"))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.headers()).containsKey("Retry-After");
                });
        ofB.close();
        admission.enter("c").close();
    }

    @Test
    void oneClientDoesNotTakeAllPlaces() {
        Admission admission = new Admission(4, SHORT);
        admission.enter("greedy");
        admission.enter("greedy");
        assertThatExceptionOfType(SparqlRefusal.class).isThrownBy(() -> admission.enter("greedy"));
        admission.enter("other").close();
    }

    @Test
    void whoWaitsGetsThePlaceThatComesFree() throws Exception {
        Admission admission = new Admission(2, LONG);
        Admission.Place first = admission.enter("a");
        CompletableFuture<Admission.Place> second = CompletableFuture.supplyAsync(() -> admission.enter("a"));
        assertThat(second).isNotDone();
        first.close();
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void aClientWithTooManyInLineIsRefusedAtOnce() throws Exception {
        Admission admission = new Admission(2, LONG);
        Admission.Place place = admission.enter("a");
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch answered = new CountDownLatch(Admission.MOST_OF_ONE_CLIENT);
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < Admission.MOST_OF_ONE_CLIENT; i++) {
            threads.execute(() -> {
                try (Admission.Place mine = admission.enter("a")) {
                    answered.countDown();
                } catch (SparqlRefusal refusal) {
                    synchronized (refused) {
                        refused.add(refusal.status());
                    }
                    answered.countDown();
                    place.close();
                }
            });
        }
        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(refused).containsExactly(429);
    }
}
