package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.replica.Following;
import fr.pleiade.release.replica.Replica;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a site on another machine, here in another folder, that follows what the site publishes. */
class ReplicaTest {
    @TempDir
    static Path published;

    private static SmallSite site;
    private static PleiadeServer server;

    @TempDir
    Path copied;

    @BeforeAll
    static void publish() {
        site = new SmallSite(published);
        site.write("ontology/une classe.ttl", "<vocab/small#Thing> a <http://www.w3.org/2002/07/owl#Class> .");
        site.publish("first;First;");
        server = site.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aReleaseIsTakenWholeAndServedAsThePublisherDoes() {
        Release taken = replica().pull().orElseThrow().release();
        assertThat(taken.id()).isEqualTo(current(published));
        taken.verify();
        assertThat(taken.indexProblem()).isEmpty();
        assertThat(taken.namesProblem()).isEmpty();
        assertThat(replica().pull()).as("nothing is new").isEmpty();
        try (PleiadeServer copy = PleiadeServer.start(
                new ServerOptions(copied.resolve("state"), 0, ServedSample.BASE, SmallSite.FUSEKI_CONFIG))) {
            for (String path : List.of(
                    "doc/thing/first.ttl",
                    "catalog.ttl",
                    "dump/things.nt",
                    "sparql?query=SELECT%20*%20%7B?s%20?p%20?o%7D%20ORDER%20BY%20?s%20?p%20?o")) {
                HttpResponse<String> here = SmallSite.get(copy, path, "Accept", "*/*");
                HttpResponse<String> there = SmallSite.get(server, path, "Accept", "*/*");
                assertThat(here.body()).as(path).isEqualTo(there.body());
                assertThat(here.headers().firstValue("ETag"))
                        .as(path)
                        .isEqualTo(there.headers().firstValue("ETag"));
            }
        }
    }

    @Test
    void whatHasNotChangedIsNotAskedForAgain() throws IOException {
        Release before = replica().pull().orElseThrow().release();
        site.publish("first;First;", "other;Other;");
        Release after = replica().pull().orElseThrow().release();
        assertThat(after.id()).isEqualTo(current(published)).isNotEqualTo(before.id());
        assertThat(after.graphFile(PublishedGraph.VOCABULARY))
                .as("a link to what was here")
                .matches(file -> isSameFile(file, before.graphFile(PublishedGraph.VOCABULARY)));
        assertThat(isSameFile(after.graphFile("things"), before.graphFile("things")))
                .isFalse();
        assertThat(copied.resolve("state/following")).doesNotExist();
    }

    @Test
    void largeGraphsAndTablesArePackedOnTheWay() throws IOException {
        String[] rows = IntStream.range(0, 2_000)
                .mapToObj(n -> "thing-%d;Thing number %d of a large graph;".formatted(n, n))
                .toArray(String[]::new);
        site.publish(rows);
        Replica.Taken taken = replica().pull().orElseThrow();
        Release release = taken.release();
        long graph = Files.size(release.graphFile("things"));
        assertThat(graph).isGreaterThan(500_000);
        assertThat(Files.size(release.tableFile("things").orElseThrow())).isGreaterThan(64_000);
        assertThat(taken.bytes()).isLessThan(graph / 3);
        release.verify();
        assertThat(copied.resolve("state/following")).doesNotExist();
    }

    @Test
    void aReleaseThatWasAlteredHereIsTakenAnew() throws IOException {
        String first = replica().pull().orElseThrow().release().id();
        site.publish("first;First;", "anew;Anew;");
        replica().pull();
        Release altered = Releases.in(copied.resolve("state")).withId(first).orElseThrow();
        Files.writeString(altered.graphFile("things"), "");
        Releases there = Releases.in(published.resolve("state"));
        there.makeCurrent(there.find(first));
        assertThat(replica().pull().orElseThrow().release().id()).isEqualTo(first);
        Releases.in(copied.resolve("state")).current().orElseThrow().verify();
    }

    @Test
    void aRollbackIsFollowed() {
        String first = current(published);
        site.publish("first;First;", "rolled;Back;");
        replica().pull().orElseThrow().release();
        Releases there = Releases.in(published.resolve("state"));
        there.makeCurrent(there.find(first));
        assertThat(replica().pull().orElseThrow().release().id()).isEqualTo(first);
    }

    @Test
    void aReleaseIsTakenAsSoonAsItIsPublishedAndThePresentOneServedWhileThePublisherIsAway() {
        Replica replica = replica();
        replica.pull();
        try (Following following = Following.begin(replica, Duration.ofMillis(50))) {
            site.publish("first;First;", "followed;Followed;");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> current(copied).equals(current(published)));
        }
        Replica nowhere = replica("http://127.0.0.1:9/");
        assertThatThrownBy(nowhere::pull)
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("no answer")
                .hasMessageNotContaining("\n");
        assertThat(current(copied)).isEqualTo(current(published));
    }

    @Test
    void aPublisherThatWasRestoredFromACopyIsNotFollowed() throws IOException {
        site.publish("first;First;", "forgotten;Forgotten;");
        replica().pull().orElseThrow().release();
        String kept = current(copied);
        Path history = published.resolve("state/history.txt");
        String whole = Files.readString(history);
        try {
            Files.writeString(history, whole.lines().findFirst().orElseThrow() + "\n");
            assertThatThrownBy(() -> replica().pull())
                    .isInstanceOf(PublicationException.class)
                    .hasMessageContaining("restored from a copy, or is another publisher")
                    .hasMessageContaining("following.txt");
            assertThat(current(copied)).isEqualTo(kept);
        } finally {
            Files.writeString(history, whole);
        }
    }

    @Test
    void filesAreListedWithTheirDigestsAndSentInRanges() {
        String release = "release/" + current(published);
        String list = SmallSite.get(server, release + "/files").body();
        assertThat(list.lines()).anyMatch(line -> line.matches("[0-9a-f]{64} \\d+ graphs/things\\.nq"));
        assertThat(list.lines()).anyMatch(line -> line.matches("[0-9a-f]{64} \\d+ manifest\\.ttl"));
        assertThat(list).doesNotContain(" tdb2/").doesNotContain(" names/").doesNotContain(" inverse/");
        HttpResponse<String> part =
                SmallSite.get(server, release + "/files/site/ontology/une%20classe.ttl", "Range", "bytes=0-6");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("<vocab/");
        for (String absent : List.of(
                "/files/nothing", "/files/tdb2/Data-0001/nodes.dat", "/files/..%2F..%2Flock", "/files/%2e%2e/lock")) {
            assertThat(SmallSite.get(server, release + absent).statusCode())
                    .as(absent)
                    .isBetween(400, 404);
        }
        assertThat(SmallSite.get(server, "release/history").body()).matches("\\d+ " + current(published) + "\n");
        assertThat(SmallSite.get(server, "release/history?since=1").body()).startsWith("1 ");
        assertThat(SmallSite.get(server, "release/history?since=99999").body()).isEmpty();
        assertThat(SmallSite.get(server, "release/history?since=x").statusCode())
                .isEqualTo(400);
    }

    private Replica replica() {
        return replica("http://127.0.0.1:" + server.port() + "/");
    }

    private Replica replica(String publisher) {
        Downloader.Limits usual = Downloader.Limits.USUAL;
        Downloader.Limits impatient = new Downloader.Limits(
                usual.bytes(), 0, 2, Duration.ofSeconds(5), Duration.ofMillis(1), usual.whole(), address -> true);
        return new Replica(URI.create(publisher), copied.resolve("state"), new Replica.Limits(impatient, 0, 2));
    }

    private static String current(Path folder) {
        return Releases.in(folder.resolve("state")).currentId().orElseThrow();
    }

    private static boolean isSameFile(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
