package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deleted or edited a file in the site folder of a release. */
class DamagedSiteTest {
    @TempDir
    Path folder;

    private SmallSite site;
    private Releases releases;
    private String earlier = "";
    private String current = "";

    @BeforeEach
    void publishTwice() {
        site = new SmallSite(folder);
        site.publish("first;First;");
        releases = Releases.in(folder.resolve("state"));
        earlier = releases.currentId().orElseThrow();
        site.publish("second;Second;");
        current = releases.currentId().orElseThrow();
    }

    @Test
    void aPinnedReleaseIsAnswered503AndTheOthersAsEver() throws IOException {
        Files.delete(file(earlier));
        try (PleiadeServer server = site.serve()) {
            for (String path : List.of("doc/thing/first.ttl", "dataset/things.ttl", "catalog.html", "context.jsonld")) {
                HttpResponse<String> response =
                        SmallSite.get(server, "release/" + earlier + "/" + path, "Accept-Language", "fr");
                assertThat(response.statusCode()).as(path).isEqualTo(503);
                assertThat(response.body()).contains("Version endommagée").doesNotContain(folder.toString());
            }
            assertThat(SmallSite.get(server, "doc/thing/second.ttl").statusCode())
                    .isEqualTo(200);
            assertThat(SmallSite.get(server, "doc/thing/first.ttl").statusCode())
                    .isEqualTo(410);
            assertThat(SmallSite.get(server, "feed.atom").body()).contains(earlier);
        }
    }

    @Test
    void aFileThatWasEditedOrIsNoTurtleIsDamageToo() throws IOException {
        Path file = file(earlier);
        String text = Files.readString(file);
        for (String altered : List.of(text.replace("Things", "Others"), text + "nonsense")) {
            assertThat(altered).isNotEqualTo(text);
            Files.writeString(file, altered);
            try (PleiadeServer server = site.serve()) {
                assertThat(SmallSite.get(server, "release/" + earlier + "/doc/thing/first.ttl")
                                .statusCode())
                        .isEqualTo(503);
            }
        }
    }

    @Test
    void theCurrentOneIsPassedOverForTheOneBefore() throws IOException {
        Files.delete(file(current));
        try (PleiadeServer server = site.serve()) {
            assertThat(SmallSite.get(server, "doc/thing/first.ttl").statusCode())
                    .isEqualTo(200);
            assertThat(SmallSite.get(server, "health").body()).contains(earlier);
        }
    }

    @Test
    void itIsSaid() throws IOException {
        assertThat(releases.find(earlier).problem()).isEmpty();
        Files.delete(file(earlier));
        assertThat(releases.find(earlier).problem().orElseThrow())
                .hasMessageContaining("dataset.ttl: the manifest names it, but it is missing");
        assertThat(releases.all()).extracting(Release::id).containsExactly(current, earlier);
    }

    private Path file(String id) {
        return folder.resolve("state/releases").resolve(id).resolve("site/mappings/things/dataset.ttl");
    }
}
