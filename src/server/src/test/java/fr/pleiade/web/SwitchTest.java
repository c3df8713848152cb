package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
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
        }
    }

    @Test
    void aPortThatIsTakenIsSaidClearly() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = site.serve()) {
            ServerOptions taken = new ServerOptions(
                    folder.resolve("state"),
                    server.port(),
                    ServedSample.BASE,
                    Path.of("fuseki-config/pleiade.ttl"),
                    folder.resolve("mappings"),
                    folder.resolve("ontology"));
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
