package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.testing.Needed;
import fr.pleiade.web.http.RequestPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pruned under a running server is gone from the disk. */
@Tag("garbage")
class PrunedWhileServedTest {
    @TempDir
    Path folder;

    @Test
    void itsFilesAreLetGoItsDownloadsAreGoneAndItIsReadAsBefore() throws Exception {
        Needed.file(Path.of("/proc/self/maps"), "run on Linux");
        SmallSite site = new SmallSite(folder);
        site.publish("stays;Old name;https://there.example/", "gone;Gone;");
        Releases releases = Releases.in(folder.resolve("state"));
        String earlier = releases.currentId().orElseThrow();
        try (PleiadeServer server = site.serve()) {
            assertThat(status(server, "doc/thing/gone.nt")).isEqualTo(200);
            site.publish("stays;New name;https://there.example/");
            await().atMost(Duration.ofSeconds(30)).until(() -> status(server, "doc/thing/gone.nt") == 410);
            String pinned = "release/" + earlier + "/";
            assertThat(status(server, pinned + "doc/thing/gone.nt")).isEqualTo(200);
            assertThat(status(server, pinned + "dump/all.ttl")).isEqualTo(200);
            Path dumps = folder.resolve("state/dumps").resolve(earlier);
            assertThat(names(dumps)).contains("all.ttl");

            assertThat(releases.prune(1)).extracting(Release::id).containsExactly(earlier);
            assertThat(dumps).doesNotExist();
            DeletedFiles deleted = new DeletedFiles(folder.resolve("state/releases"), () -> {});
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(deleted.mapped()).isEmpty());

            assertThat(status(server, pinned + "doc/thing/gone.nt")).isEqualTo(200);
            assertThat(status(server, "doc/thing/gone.nt")).isEqualTo(410);
            assertThat(status(server, pinned + "dump/all.ttl")).isEqualTo(200);
            assertThat(names(dumps)).contains("all.ttl");
            releases.prune(1);
            assertThat(dumps).doesNotExist();
        }
    }

    /** A robot's addresses, spelled in every way: the tombstone of what was there is still found, and nothing else. */
    @Test
    void onlyWhatWasThereIsGone() {
        SmallSite site = new SmallSite(folder);
        site.publish("a/b;One;", "é à;Two;", "x.ttl;Three;", "stays;Stays;");
        site.publish("stays;Stays;", "é à;Two;");
        site.publish("stays;Stays;", "back;Back;", "x.ttl;Three;");
        try (PleiadeServer server = site.serve()) {
            for (int again = 0; again < 2; again++) { // before and after the index of what vanished is made
                for (String gone : List.of("thing/a%2Fb", "Thing/a%2fb", "thing/%C3%A9%20%C3%A0", "thing/é%20à")) {
                    String path = RequestPath.toUri(gone).replace("%25", "%");
                    for (String end : List.of("", ".ttl", ".html", ".nt")) {
                        assertThat(status(server, "doc/" + path + end))
                                .as(path + end)
                                .isEqualTo(410);
                    }
                    assertThat(status(server, "id/" + path)).as(path).isEqualTo(410);
                }
                for (String here : List.of("stays", "back", "x.ttl")) {
                    assertThat(status(server, "doc/thing/" + here)).as(here).isEqualTo(200);
                }
                for (String never : List.of("thing/never", "thing/a", "wp/login.php", "thing/stays.doc", "a", "")) {
                    assertThat(status(server, "doc/" + never)).as(never).isEqualTo(404);
                    assertThat(status(server, "id/" + never)).as(never).isEqualTo(404);
                }
            }
        }
    }

    private static int status(PleiadeServer server, String path) {
        return SmallSite.get(server, path).statusCode();
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
