package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenRefine itself reconciles a column against the service and extends it; skipped, and says so, where it is not installed
 * ({@code .ci/run} installs it).
 */
class OpenRefineTest {
    private static final Path PROGRAM = Path.of("/usr/bin/openrefine");
    private static final String TYPE = "http://www.w3.org/ns/org#Organization";
    private static final int NAMES = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ENGINE = "{\"facets\": [], \"mode\": \"row-based\"}";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Process program;
    private String address = "";
    private String token = "";

    private void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "http://127.0.0.1:" + port + "/";
        program = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-p",
                        Integer.toString(port),
                        "-d",
                        folder.resolve("projects").toString(),
                        "-m",
                        "512M",
                        "-x",
                        "refine.headless=true")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Instant end = Instant.now().plus(PATIENCE);
        while (token.isEmpty()) {
            assertThat(Instant.now()).as("OpenRefine did not start").isBefore(end);
            assertThat(program.isAlive()).isTrue();
            try {
                token = json("command/core/get-csrf-token").get("token").asString();
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.descendants().forEach(ProcessHandle::destroy);
            program.destroy();
            if (!program.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
                program.descendants().forEach(ProcessHandle::destroyForcibly);
                program.destroyForcibly();
            }
        }
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode command(String name, String project, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf_token", token);
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + "command/core/" + name + "?project=" + project))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        JsonNode read = JsonMapper.shared().readTree(answer.body());
        assertThat(read.path("code").asString("ok")).as(answer.body()).isIn("ok", "pending");
        return read;
    }

    /** {@return the new project's key} */
    private String project(List<String> names) throws IOException, InterruptedException {
        String boundary = "----pleiade";
        String csv = "Nom\n" + names.stream().map(name -> "\"" + name + "\"\n").collect(Collectors.joining());
        String body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"project-name\"\r\n\r\nnames\r\n".formatted(boundary)
                        + "--%1$s\r\nContent-Disposition: form-data; name=\"project-file\"; filename=\"names.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                                .formatted(boundary)
                        + csv + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + "command/core/create-project-from-upload?csrf_token="
                                + token + "&format=text/line-based/*sv&options="
                                + URLEncoder.encode(
                                        "{\"separator\": \",\", \"headerLines\": 1, \"encoding\": \"UTF-8\", \"trimStrings\": false}",
                                        StandardCharsets.UTF_8)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String location = answer.headers().firstValue("Location").orElse(answer.body());
        assertThat(location).contains("project=");
        return location.replaceFirst(".*project=", "");
    }

    private void awaitProcesses(String project) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (json("command/core/get-processes?project=" + project)
                        .get("processes")
                        .size()
                > 0) {
            assertThat(Instant.now()).as("OpenRefine did not end").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void aColumnOfTypedNamesIsReconciledAndExtended() throws IOException, InterruptedException {
        Needed.file(PROGRAM, "install openrefine");
        String service = sample().origin() + "reconcile";
        long seed = 20_260_101;
        List<TypedNames.Typed> typed = TypedNames.of(NAMES, seed);
        start();
        String project = project(typed.stream().map(TypedNames.Typed::text).toList());
        JsonNode guessed = command("guess-types-of-column", project, Map.of("columnName", "Nom", "service", service));
        assertThat(guessed.at("/types").toString()).contains(TYPE);
        Map<String, String> spaces = Map.of("identifierSpace", BASE, "schemaSpace", BASE + "vocab");
        command("reconcile", project, Map.of("columnName", "Nom", "engine", ENGINE, "config", """
                {"mode": "standard-service", "service": "%s", "identifierSpace": "%s", "schemaSpace": "%s",
                 "type": {"id": "%s", "name": "x"}, "autoMatch": true, "columnDetails": [], "limit": 0}
                """.formatted(
                        service, spaces.get("identifierSpace"), spaces.get("schemaSpace"), TYPE)));
        awaitProcesses(project);
        List<String> wrong = new ArrayList<>();
        int right = 0;
        JsonNode rows = json("command/core/get-rows?project=" + project + "&start=0&limit=" + NAMES)
                .get("rows");
        JsonNode recons = json("command/core/get-rows?project=" + project + "&start=0&limit=" + NAMES);
        assertThat(rows.size()).isEqualTo(NAMES);
        for (int i = 0; i < NAMES; i++) {
            JsonNode recon = recon(recons, rows.get(i).at("/cells/0"));
            String expected = BASE + "id/etablissement/" + typed.get(i).meant();
            if (recon.path("j").asString("").equals("matched")) {
                String found = recon.at("/m/id").asString();
                right += found.equals(expected) ? 1 : 0;
                if (!found.equals(expected)) {
                    wrong.add(typed.get(i).text() + " → " + found);
                }
            }
        }
        System.out.printf(
                "OpenRefine: %d of %d names matched by themselves, %d wrong (seed %d)%n",
                right, NAMES, wrong.size(), seed);
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(right).as("seed " + seed).isGreaterThanOrEqualTo(NAMES * 9 / 10);
        command(
                "extend-data",
                project,
                Map.of(
                        "engine",
                        ENGINE,
                        "baseColumnName",
                        "Nom",
                        "endpoint",
                        service,
                        "identifierSpace",
                        BASE,
                        "schemaSpace",
                        BASE + "vocab",
                        "columnInsertIndex",
                        "1",
                        "extension",
                        "{\"properties\": [{\"id\": \"uai\", \"name\": \"UAI\"}]}"));
        awaitProcesses(project);
        JsonNode columns = json("command/core/get-models?project=" + project).at("/columnModel/columns");
        assertThat(columns.toString()).contains("\"UAI\"");
        JsonNode extended = json("command/core/get-rows?project=" + project + "&start=0&limit=1000")
                .get("rows");
        long filled = extended.valueStream()
                .filter(row -> row.at("/cells/1/v").asString("").matches("\\d{7}[A-Z]"))
                .count();
        assertThat(filled).isGreaterThanOrEqualTo(right * 9L / 10);
    }

    /** {@return the judgement of a cell: it stands in the cell, or in a pool to which the cell points} */
    private static JsonNode recon(JsonNode answer, JsonNode cell) {
        JsonNode in = cell.path("r");
        return in.isObject() ? in : answer.at("/pool/recons").path(in.asString("-"));
    }
}
