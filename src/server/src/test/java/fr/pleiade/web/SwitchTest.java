package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.Releases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchTest {
    @TempDir
    Path folder;

    @Test
    void beforeTheFirstReleaseTheAnswerIs503AndAfterwardsEachNewOneIsServed() {
        SmallSite site = new SmallSite(folder);
        try (PleiadeServer server = site.serve()) {
            assertThat(status(server, "catalog")).isEqualTo(503);
            site.publish("first;First;");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(server, "id/thing/first") == 303);
            site.publish("second;Second;");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(server, "id/thing/second") == 303);
            assertThat(status(server, "id/thing/first")).isEqualTo(410);
            assertThat(SmallSite.get(server, "feed.atom").body())
                    .containsPattern("depuis la version [0-9a-f]{12} : créations 1, suppressions 1, modifications 0");
        }
    }

    @Test
    void aChangedSiteIsServedAtOnceAndTheReleaseBeforeStaysWhatItWas() {
        SmallSite site = new SmallSite(folder).publish("first;First;https://there.example/");
        String before = current();
        List<String> pinned = Stream.of(
                        "catalog.ttl",
                        "catalog.html",
                        "dataset/things.ttl",
                        "dataset/things.html",
                        "doc/thing/first.ttl",
                        "doc/thing/first.jsonld",
                        "doc/thing/first.html",
                        "context.jsonld",
                        "dump/things.ttl",
                        "dump/things.csv")
                .map(path -> "release/" + before + "/" + path)
                .toList();
        List<String> old;
        try (PleiadeServer server = site.serve()) {
            old = answers(server, pinned);
            changeSite(site);
            String after = current();
            assertThat(after).isNotEqualTo(before);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> SmallSite.get(server, "health").body().contains(after));
            assertThat(SmallSite.get(server, "?lang=en", "Accept", "text/html").body())
                    .contains("Renamed", "More things");
            assertThat(SmallSite.get(server, "catalog.html?lang=en").body()).contains("Renamed", "More things");
            assertThat(SmallSite.get(server, "doc/thing/first.ttl").body())
                    .contains("https://other-licence.example/", "nouv:")
                    .doesNotContain("https://licence.example/");
            assertThat(SmallSite.get(server, "context.jsonld").body()).contains("https://nouv.example/");
            assertThat(SmallSite.get(server, "dump/more.csv-metadata.json").body())
                    .contains("More things", "https://other-licence.example/");
            assertThat(answers(server, pinned)).isEqualTo(old);
        }
        try (PleiadeServer server = site.serve()) {
            assertThat(answers(server, pinned)).isEqualTo(old);
        }
    }

    /** Another title, another licence, another prefix, and a dataset more. */
    private static void changeSite(SmallSite site) {
        site.write("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix nouv: <https://nouv.example/> .
                <catalog> a dcat:Catalog ; dct:title "Renamed"@en , "Renommé"@fr ; dct:license <https://other-licence.example/> .
                """);
        site.write("mappings/more/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/more> a dcat:Dataset ; dct:title "More things"@en ; dct:license <https://other-licence.example/> .
                """);
        site.write(
                "mappings/more/mapping.ttl",
                SmallSite.MAPPING.replace("things.csv", "more.csv").replace("id/thing/", "id/more/"));
        site.write("data/more.csv", "key;label;link\nm;M;\n");
        site.write("data/things.csv", "key;label;link\nfirst;First;https://nouv.example/x\n");
        site.publishAgain();
    }

    private static List<String> answers(PleiadeServer server, List<String> paths) {
        return paths.stream()
                .map(path -> SmallSite.get(server, path))
                .map(response -> response.uri() + " " + response.statusCode() + " "
                        + response.headers().firstValue("ETag").orElse("") + "\n" + response.body())
                .map(answer -> answer.replaceFirst("http://[^/]*", ""))
                .peek(answer -> assertThat(answer).contains(" 200 "))
                .toList();
    }

    private String current() {
        return Releases.in(folder.resolve("state")).currentId().orElseThrow();
    }

    @Test
    void aPortThatIsTakenIsSaidClearly() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = site.serve()) {
            ServerOptions taken = new ServerOptions(
                    folder.resolve("state"), server.port(), ServedSample.BASE, Path.of("fuseki-config/pleiade.ttl"));
            assertThatThrownBy(() -> PleiadeServer.start(taken))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("port " + server.port())
                    .hasMessageContaining("--port");
        }
    }

    private static int status(PleiadeServer server, String path) throws IllegalStateException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
