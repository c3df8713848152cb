package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.sparql.SparqlService;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that takes long to read: what is in it was altered, or was not, and the server answers meanwhile. */
class LargeIndexTest {
    private static final long EVERY_INDEX = 0;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private SmallSite site;
    private Releases releases;
    private SparqlService sparql;
    private CurrentRelease served;

    @BeforeEach
    void publish(@TempDir Path folder) {
        site = new SmallSite(folder);
        site.publish("first;The first of all;");
        releases = Releases.in(folder.resolve("state"));
        sparql = SparqlService.of(Path.of("fuseki-config/pleiade.ttl"));
        served = new CurrentRelease(releases, sparql, new ServedReleases(), EVERY_INDEX, new WhenTold());
    }

    @AfterEach
    void close() {
        served.close();
        sparql.close();
    }

    /** Does in the background what the test takes out of the queue. */
    private final class WhenTold extends ScheduledThreadPoolExecutor {
        WhenTold() {
            super(1);
        }

        @Override
        public void execute(Runnable task) {
            background.add(task);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            background.add(task);
            return super.schedule(() -> {}, 0, unit);
        }
    }

    @Test
    void isReadInTheBackgroundWhileTheGraphsAreServed() {
        served.follow();
        Release release = served.now();
        assertThat(release.id()).isEqualTo(releases.currentId().orElseThrow());
        assertThatThrownBy(served::view).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.headers()).containsEntry("Retry-After", "30");
        });
        background.remove().run();
        assertThat(triples()).isPositive();
        assertThat(served.damaged()).isZero();
        assertThat(background).isEmpty();
    }

    @Test
    void isBuiltAgainInTheBackgroundIfItWasAltered() {
        Release release = releases.current().orElseThrow();
        alter(release);
        served.follow();
        assertThat(served.damaged()).isZero();
        background.remove().run();
        assertThat(served.damaged()).isOne();
        assertThat(release.indexProblem()).isEmpty();
        assertThat(triples()).isPositive();
    }

    @Test
    void isTriedAgainIfItCannotBeBuiltNow() throws IOException {
        alter(releases.current().orElseThrow());
        served.follow();
        Path graph = served.now().graphFile("things");
        Path elsewhere = Files.move(graph, graph.resolveSibling("elsewhere"));
        background.remove().run();
        assertThatThrownBy(served::view).isInstanceOf(Refusal.class);
        Files.move(elsewhere, graph);
        background.remove().run();
        assertThat(triples()).isPositive();
    }

    @Test
    void isForgottenWhenAnotherReleaseIsServedBeforeItIsRead() {
        served.follow();
        String first = served.now().id();
        site.publish("second;The second of all;");
        served.follow();
        assertThat(served.now().id()).isNotEqualTo(first);
        assertThat(triples()).as("what was just published is not read").isPositive();
        background.remove().run();
        assertThat(served.now().id()).isNotEqualTo(first);
        assertThat(background).isEmpty();
    }

    private long triples() {
        try (CurrentRelease.View view = served.view()) {
            return view.reading().store().graphs().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Changes one bit of a text. */
    private static void alter(Release release) {
        Path file = release.tdb2().resolve("Data-0001/nodes-data.obj");
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[40] ^= 0x20;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(release.indexProblem()).isPresent();
    }
}
