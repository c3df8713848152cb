package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
    private static final int THINGS = 300;
    private static final int READERS = 8;
    private static final int SWITCHES = 20;
    private static final String RELEASES = "SELECT ?release { ?s <http://example.org/release> ?release }";

    @TempDir
    Path folder;

    private final SparqlService service = SparqlService.of(Path.of("fuseki-config", "pleiade.ttl"));

    @Test
    void switchesUnderLoadFailNoRequestAndMixNoReleases() throws Exception {
        List<Path> stores = List.of(build("a"), build("b"));
        service.serve(Store.open(stores.get(0)));
        AtomicBoolean switching = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (service;
                LocalServer server = new LocalServer(new ProtocolFilter(service), folder)) {
            List<Future<Set<String>>> seen = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                seen.add(readers.submit(() -> readWhile(switching, server)));
            }
            for (int i = 1; i <= SWITCHES; i++) {
                service.serve(Store.open(stores.get(i % 2)));
                server.query(RELEASES, "text/csv");
            }
            switching.set(false);
            Set<String> releases = new TreeSet<>();
            for (Future<Set<String>> reader : seen) {
                releases.addAll(reader.get());
            }
            assertThat(releases).containsExactly("a", "b");
        } finally {
            readers.shutdownNow();
        }
        assertThat(stores).noneMatch(SwitchTest::isLocked);
    }

    @Test
    void aReadingKeepsItsStoreUntilItIsClosed() throws IOException {
        Path a = build("a");
        Path b = build("b");
        service.serve(Store.open(a));
        Reading reading = service.read();
        service.serve(Store.open(b));
        assertThat(reading.store().select(RELEASES, Map.of())).hasSize(THINGS);
        assertThat(isLocked(a)).isTrue();
        reading.close();
        reading.close();
        assertThat(isLocked(a)).isFalse();
        assertThatIllegalStateException().isThrownBy(reading::store);
        service.close();
        assertThat(isLocked(b)).isFalse();
    }

    /** {@return the releases that the answers came from; each answer is whole and of one release} */
    private static Set<String> readWhile(AtomicBoolean running, LocalServer server) throws Exception {
        Set<String> seen = new TreeSet<>();
        while (running.get()) {
            HttpResponse<String> response = server.query(RELEASES, "text/csv");
            assertThat(response.statusCode()).isEqualTo(200);
            List<String> values = response.body().lines().skip(1).toList();
            assertThat(values).hasSize(THINGS);
            Set<String> releases = values.stream().collect(Collectors.toSet());
            assertThat(releases).hasSize(1);
            seen.addAll(releases);
        }
        return seen;
    }

    private Path build(String release) throws IOException {
        Fixture.store(folder, release, Fixture.schools(THINGS, release)).close();
        return folder.resolve(release);
    }

    private static boolean isLocked(Path store) {
        try (FileChannel channel = FileChannel.open(store.resolve("tdb.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
