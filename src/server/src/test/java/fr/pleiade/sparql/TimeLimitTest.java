package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fr.pleiade.store.Fixture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeLimitTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    private static final String ENDLESS_STREAM = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = LocalServer.over(Fixture.schools(1_000, "a"), folder, LocalServer.impatient(folder));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void p4_aQueryThatTakesTooLongAnswers503AndUsesNoProcessorAfterwards() throws Exception {
        assertThat(server.query(ENDLESS, "text/csv").statusCode()).isEqualTo(503);
        assertThatServerThreadsComeToRest();
    }

    @Test
    void p6_aResultThatIsCutShortDoesNotLookComplete() throws Exception {
        assertThatIOException().isThrownBy(() -> server.query(ENDLESS_STREAM, "application/sparql-results+json"));
        assertThatServerThreadsComeToRest();
        assertThat(server.query("ASK {}", "application/sparql-results+json").statusCode())
                .isEqualTo(200);
    }

    @Test
    void queriesAreStoppedWhenMemoryRunsShort() throws Exception {
        try (SparqlService patient = SparqlService.of(Path.of("fuseki-config", "pleiade.ttl"));
                LocalServer other = new LocalServer(new ProtocolFilter(patient), folder)) {
            patient.serve(Fixture.store(folder, "other", Fixture.schools(1_000, "a")));
            CompletableFuture<HttpResponse<String>> endless = CompletableFuture.supplyAsync(() -> {
                try {
                    return other.query(ENDLESS, "text/csv");
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            while (!endless.isDone()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                patient.stopQueries();
            }
            assertThat(endless.get().statusCode()).isEqualTo(503);
            assertThat(other.query("ASK {}", "text/csv").statusCode()).isEqualTo(200);
        }
    }

    private static void assertThatServerThreadsComeToRest() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Duration used;
        do {
            long before = cpuNanosOfServerThreads();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            used = Duration.ofNanos(cpuNanosOfServerThreads() - before);
        } while (used.toMillis() > 20 && System.nanoTime() < deadline);
        assertThat(used).as("CPU time of the server's threads in 100 ms").isLessThan(Duration.ofMillis(20));
    }

    private static long cpuNanosOfServerThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains("-exec-")) {
                nanos += Math.max(threads.getThreadCpuTime(thread.getThreadId()), 0);
            }
        }
        return nanos;
    }
}
