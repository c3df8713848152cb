package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdminTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TOKEN = "a-long-secret";
    private static final ExecutorService CROWD = Executors.newFixedThreadPool(60);

    @AfterAll
    static void disperse() {
        CROWD.shutdownNow();
    }

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

    @Test
    void aScheduledSelfCheckIsMadeWithoutBeingAskedForAndSeenInTheMetrics() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = PleiadeServer.start(
                site.options(SmallSite.FUSEKI_CONFIG).withAdmin(TOKEN).withSelfCheck(Duration.ofHours(1)))) {
            assertThat(metric(server, "pleiade_selfcheck_promises{outcome=\"kept\"}", value -> value > 0))
                    .isGreaterThan(30);
            assertThat(metric(server, "pleiade_selfcheck_last_seconds", value -> value > 0))
                    .isCloseTo(Instant.now().getEpochSecond(), within(60.0));
        }
    }

    @Test
    void askingAgainMakesNoOtherCheck() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = site.serve(TOKEN)) {
            assertThat(metric(server, "pleiade_selfcheck_last_seconds", value -> true))
                    .isZero();
            String first = ask(server, "GET", "conformance.ttl", "").body();
            assertThat(ask(server, "GET", "conformance.ttl", "").body()).isEqualTo(first);
            assertThat(ask(server, "GET", "conformance.ttl?again", "").body()).isEqualTo(first);
        }
    }

    @Test
    void whoAsksWhileTheChecksAreBeingMadeIsAskedToComeAgain() {
        SmallSite site = new SmallSite(folder).publish("first;First;");
        try (PleiadeServer server = site.serve()) {
            List<Integer> statuses = IntStream.range(0, 300)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> ask(server, "GET", "conformance.ttl", "").statusCode(), CROWD))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 503);
            assertThat(ask(server, "GET", "conformance.ttl", "").body()).doesNotContain("no answer");
        }
    }

    /** {@return a metric's value as soon as it is as expected, or after ten seconds} */
    private static double metric(PleiadeServer server, String name, DoublePredicate expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        double value;
        do {
            value = ask(server, "GET", "admin/metrics", "Bearer " + TOKEN)
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(0);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        } while (!expected.test(value) && System.nanoTime() < end);
        return value;
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
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
