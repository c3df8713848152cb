package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminTest {
    private static final String TOKEN = "a-long-secret";

    @TempDir
    Path folder;

    @Test
    void withoutATokenThereIsNoSuchFace() {
        for (String path : List.of("admin/metrics", "admin/releases", "actuator", "actuator/health", "$/metrics")) {
            assertThat(sample().get(path, "Authorization", "Bearer x").statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theOperatorSeesMetricsAndChoosesTheReleaseAndNobodyElseDoes() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = site.serve(TOKEN)) {
            String first = served(server);
            site.publish("second;Second;");
            assertThat(ask(server, "POST", "admin/releases", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(served(server)).isNotEqualTo(first);
            assertThat(ask(server, "GET", "id/thing/second", "").statusCode()).isEqualTo(303);

            assertThat(ask(server, "POST", "admin/releases/" + first, "Bearer wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(ask(server, "POST", "admin/releases/" + first, "").statusCode())
                    .isEqualTo(401);
            assertThat(ask(server, "POST", "admin/releases/" + first, "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(served(server)).isEqualTo(first);
            assertThat(ask(server, "POST", "admin/releases/nothing", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(404);

            String metrics =
                    ask(server, "GET", "admin/metrics", "Bearer " + TOKEN).body();
            assertThat(metrics).contains("pleiade_http_answers_seconds_count{face=\"admin\",status=\"401\"} 2");
        }
    }

    private static String served(PleiadeServer server) {
        JsonNode answer = JsonMapper.shared()
                .readTree(
                        ask(server, "GET", "admin/releases", "Bearer " + TOKEN).body());
        return answer.get("releases")
                .valueStream()
                .filter(release -> release.get("served").asBoolean())
                .map(release -> release.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> ask(PleiadeServer server, String method, String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
