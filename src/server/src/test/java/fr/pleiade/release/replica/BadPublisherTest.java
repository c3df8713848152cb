package fr.pleiade.release.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.Publisher;
import fr.pleiade.publication.SmallSite;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishers that give what is no release, or not the one, or half of it: nothing of that becomes current. */
class BadPublisherTest {
    private static final String GRAPH = "graphs/schools.nq";

    @TempDir
    static Path published;

    private static Release release;

    @TempDir
    Path state;

    private final Map<String, byte[]> answers = new HashMap<>();
    private final List<String> ranges = new ArrayList<>();
    private String cutOnce = "";
    private String cutAlways = "";
    private HttpServer server;

    @BeforeAll
    static void publish() {
        SmallSite site = new SmallSite(published);
        site.publish();
        release = site.current();
    }

    @BeforeEach
    void answerAsAPublisherDoes() throws IOException {
        answers.put("release/history", bytes("1 " + release.id() + "\n"));
        FileList files = FileList.of(release);
        answers.put("release/" + release.id() + "/files", files.toBytes());
        for (FileList.Entry entry : files.entries()) {
            answers.put(path(entry.name()), Files.readAllBytes(release.folder().resolve(entry.name())));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGoodOneIsTaken() {
        assertThat(replica().pull().orElseThrow().release().id()).isEqualTo(release.id());
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWas() {
        cutOnce = path(GRAPH);
        replica().pull().orElseThrow();
        long half = release.graph("schools").orElseThrow().bytes() / 2;
        assertThat(ranges).containsExactly("bytes=" + half + "-");
    }

    @Test
    void aFileOfWhichHalfArrivesEachTimeIsToldOf() {
        cutAlways = path(GRAPH);
        refused(GRAPH);
        cutAlways = "";
        assertThat(replica().pull().orElseThrow().release().id())
                .as("it goes on once the publisher is well again")
                .isEqualTo(release.id());
    }

    @Test
    void aPageInPlaceOfTheManifestIsRefused() {
        byte[] page = bytes("<!DOCTYPE html><title>Log in</title>");
        answers.put(path(FileList.MANIFEST), page);
        refused(FileList.MANIFEST + ": its SHA-256 is ");
        answers.put(
                "release/" + release.id() + "/files",
                new FileList(FileList.of(release).entries().stream()
                                .map(entry -> entry.name().equals(FileList.MANIFEST)
                                        ? new FileList.Entry(
                                                FileList.MANIFEST,
                                                page.length,
                                                Sha256.of(new String(page, StandardCharsets.UTF_8)))
                                        : entry)
                                .toList())
                        .toBytes());
        refused(FileList.MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>Welcome</title>",
                "1 0123456789ab\n3 0123456789ab\n",
                "one 0123456789ab",
                "1 ../x"
            })
    void whatIsNoHistoryIsRefused(String text) {
        answers.put("release/history", bytes(text));
        refused("release/history");
    }

    @Test
    void aPublisherThatHasPublishedNothingIsToldOf() {
        answers.put("release/history", new byte[0]);
        refused("nothing is published there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "/etc/outside",
                "graphs/../../outside",
                "graphs//x",
                "tdb2/Data-0001/nodes.dat",
                "names/x",
                "..\\outside",
                "graphs/a\tb"
            })
    void aNameThatIsNoneOfAReleaseIsRefused(String name) throws IOException {
        String digest = Sha256.of("evil");
        answers.put("release/" + release.id() + "/files", bytes(digest + " 4 " + name + "\n"));
        answers.put(path(name), bytes("evil"));
        refused("is no name of a file of a release");
        assertThat(state.resolve("outside")).doesNotExist();
    }

    @Test
    void aListOfFilesThatIsAPageIsRefused() {
        answers.put("release/" + release.id() + "/files", bytes("<html><body>Log in"));
        refused("expected '<SHA-256> <bytes> <name>', found '<html><body>Log in'");
    }

    @Test
    void aFileThatIsNotWhatTheListSaysIsRefused() {
        answers.put(path(GRAPH), bytes("<http://a.example> <http://b.example> <http://c.example> .\n"));
        refused(GRAPH + ": its SHA-256 is ");
    }

    @Test
    void aReleaseThatItsManifestContradictsIsRefused() {
        byte[] other = bytes(
                "<http://a.example> <http://b.example> <http://c.example> <http://localhost:8080/dataset/schools> .\n");
        answers.put(path(GRAPH), other);
        FileList list = FileList.of(release);
        answers.put(
                "release/" + release.id() + "/files",
                new FileList(list.entries().stream()
                                .map(entry -> entry.name().equals(GRAPH)
                                        ? new FileList.Entry(
                                                GRAPH,
                                                other.length,
                                                Sha256.of(new String(other, StandardCharsets.UTF_8)))
                                        : entry)
                                .toList())
                        .toBytes());
        refused("the manifest says");
    }

    @Test
    void aListThatLacksAFileIsRefused() {
        FileList list = FileList.of(release);
        answers.put(
                "release/" + release.id() + "/files",
                new FileList(list.entries().stream()
                                .filter(entry -> !entry.name().startsWith("pages/"))
                                .toList())
                        .toBytes());
        refused("pages");
    }

    @Test
    void anotherReleaseUnderTheIdIsRefused() {
        answers.put("release/history", bytes("1 0123456789ab\n"));
        FileList files = FileList.of(release);
        answers.put("release/0123456789ab/files", files.toBytes());
        files.entries()
                .forEach(entry ->
                        answers.put("release/0123456789ab/files/" + entry.name(), answers.get(path(entry.name()))));
        refused("it gives release " + release.id() + " as 0123456789ab");
    }

    @Test
    void anotherSitesReleaseIsRefused(@TempDir Path elsewhere) {
        Path there = new SmallSite(elsewhere).state();
        Site site =
                Site.read(elsewhere.resolve("mappings"), elsewhere.resolve("ontology"), "https://elsewhere.example/");
        new Publisher(site, elsewhere.resolve("sources"), there, PublishOptions.USUAL).publish(PublishObserver.NONE);
        Replica replica = new Replica(address(), there, limits());
        String kept = Releases.in(there).currentId().orElseThrow();
        assertThatThrownBy(replica::pull)
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("its site is http://localhost:8080/, and here is https://elsewhere.example/");
        assertThat(Releases.in(there).currentId()).contains(kept);
    }

    @Test
    void aStateFolderWithoutRoomIsToldOf() {
        FileList list = FileList.of(release);
        answers.put(
                "release/" + release.id() + "/files",
                new FileList(list.entries().stream()
                                .map(entry -> entry.name().equals(GRAPH)
                                        ? new FileList.Entry(GRAPH, 900_000_000_000_000L, Sha256.of("large"))
                                        : entry)
                                .toList())
                        .toBytes());
        refused("and the disk has");
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> replica().pull())
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
        assertThat(Releases.in(state).currentId()).isEmpty();
        assertThat(Releases.in(state).all()).isEmpty();
    }

    private Replica replica() {
        return new Replica(address(), state, limits());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static Replica.Limits limits() {
        Downloader.Limits usual = Downloader.Limits.USUAL;
        Downloader.Limits patient = new Downloader.Limits(
                usual.bytes(), 0, 2, Duration.ofSeconds(5), Duration.ofMillis(1), usual.whole(), address -> true);
        return new Replica.Limits(patient, 0, 2);
    }

    private static String path(String name) {
        return "release/" + release.id() + "/files/" + name;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers with what is prepared, and breaks off in the middle of a file, once or always. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        byte[] body = answers.get(path);
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        exchange.getResponseHeaders().set("ETag", '"' + Sha256.of(path) + '"');
        int from = 0;
        if (range != null) {
            ranges.add(range);
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, body.length - 1, body.length));
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, body.length - from == 0 ? -1 : body.length - from);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            boolean cut = path.equals(cutOnce) && range == null;
            int to = path.equals(cutAlways) ? from + (body.length - from) / 2 : cut ? body.length / 2 : body.length;
            out.write(body, from, to - from);
        }
    }
}
