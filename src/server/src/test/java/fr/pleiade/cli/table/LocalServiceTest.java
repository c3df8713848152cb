package fr.pleiade.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.SmallSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pleiade reconcile --serve}, as a client of the protocol asks it. */
class LocalServiceTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Thread command;
    private String address = "";

    /** Starts the command, and waits until it says where it is. */
    private void start(String... arguments) throws InterruptedException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        CommandLine line = new CommandLine(new ReconcileCommand());
        line.setOut(new PrintWriter(new StringWriter()) {
            @Override
            public void println(String text) {
                said.add(text);
            }
        });
        StringWriter err = new StringWriter();
        line.setErr(new PrintWriter(err));
        command = new Thread(() -> said.add("ended with " + line.execute(arguments) + " " + err), "command");
        command.start();
        String first = said.poll(60, TimeUnit.SECONDS);
        Matcher at = Pattern.compile("http://localhost:\\d+/reconcile").matcher(first);
        assertThat(at.find()).as(first).isTrue();
        address = at.group();
    }

    private void startOverTable() throws IOException, InterruptedException {
        Path table = Files.writeString(folder.resolve("own.csv"), """
                cle;Nom;Ville;Élèves
                k1;Université de la mer;Brest;120
                k2;Institut des arts;Lille;
                k3;Institut des arts;Lyon;7
                k4;<b>Gras</b>;Lille;1
                """);
        start(
                "--serve",
                "--port",
                "0",
                "--against",
                table.toString(),
                "--key",
                "cle",
                "--column",
                "Nom",
                "--place",
                "Ville");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (command != null) {
            command.interrupt();
            command.join(10_000);
            assertThat(command.isAlive()).isFalse();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> form(String field, String value) throws IOException, InterruptedException {
        String body = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode answered(String field, String value) throws IOException, InterruptedException {
        HttpResponse<String> answer = form(field, value);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theRowsOfATableAreReconciledAgainstAndExtended() throws Exception {
        startOverTable();
        JsonNode manifest = json("");
        assertThat(manifest.get("versions").toString()).contains("0.2");
        assertThat(manifest.get("name").asString()).isEqualTo("own.csv");
        assertThat(manifest.at("/extend/propose_properties/service_url").asString())
                .isEqualTo(address);
        JsonNode batch = answered(
                "queries",
                "{\"a\": {\"query\": \"Universite de la Mer\"}, \"b\": {\"query\": \"institut des arts\"}, \"c\": {\"query\": \"k3\"}}");
        assertThat(batch.at("/a/result/0/id").asString()).isEqualTo("k1");
        assertThat(batch.at("/a/result/0/match").asBoolean()).isTrue();
        assertThat(batch.at("/b/result/0/match").asBoolean()).isFalse(); // there are two
        assertThat(batch.at("/c/result/0/score").asDouble()).isEqualTo(100);
        JsonNode proposed = json("/extend/propose");
        assertThat(proposed.toString()).contains("\"name\":\"Élèves\"", "\"name\":\"Ville\"");
        String id = "";
        for (JsonNode property : proposed.get("properties")) {
            id = property.get("name").asString().equals("Élèves")
                    ? property.get("id").asString()
                    : id;
        }
        JsonNode extended = answered(
                "extend", "{\"ids\": [\"k1\", \"k2\", \"k9\"], \"properties\": [{\"id\": \"%s\"}]}".formatted(id));
        assertThat(extended.at("/meta/0/name").asString()).isEqualTo("Élèves");
        assertThat(extended.get("rows").get("k1").get(id).get(0).get("str").asString())
                .isEqualTo("120");
        assertThat(extended.get("rows").get("k2").get(id).size()).isZero();
        assertThat(extended.get("rows").get("k9").get(id).size()).isZero();
        assertThat(json("/suggest/entity?prefix=universi").at("/result/0/id").asString())
                .isEqualTo("k1");
        assertThat(json("/suggest/property?prefix=vil").at("/result/0/name").asString())
                .isEqualTo("Ville");
        assertThat(json("/flyout/entity?id=k4").get("html").asString()).contains("&lt;b&gt;Gras");
        assertThat(get("/preview?id=k4").body())
                .contains("&lt;b&gt;Gras&lt;/b&gt;", "Lille")
                .doesNotContain("<b>");
        assertThat(get("/preview?id=k9").statusCode()).isEqualTo(404);
    }

    @Test
    void noPageOfTheWebReadsSomebodysTable() throws Exception {
        startOverTable();
        assertThat(get("", "Origin", "http://127.0.0.1:3333").headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://127.0.0.1:3333");
        for (String origin : new String[] {
            "https://evil.example", "null", "http://localhost.evil.example", "http://localhost:3333.evil.example"
        }) {
            assertThat(get("", "Origin", origin).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
        }
        assertThat(get("?callback=f").body()).startsWith("{"); // never a script
        HttpResponse<String> options = send(HttpRequest.newBuilder(URI.create(address))
                .header("Origin", "http://localhost:3333")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
    }

    @Test
    void whatIsNoQueryIsRefused() throws Exception {
        startOverTable();
        for (String batch : new String[] {"", "[", "7", "{\"q\": 1}"}) {
            assertThat(form("queries", batch).statusCode()).as(batch).isEqualTo(400);
        }
        assertThat(form("extend", "{}").statusCode()).isEqualTo(400);
        assertThat(form("queries", "{\"q\": {\"query\": \"\", \"type\": \"x\", \"limit\": -1}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/nothing/at/all").statusCode()).isEqualTo(404);
        assertThat(get("/suggest/nothing?prefix=a").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(address)).DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void whatIsPublishedIsServedToo() throws Exception {
        SmallSite site = new SmallSite(folder.resolve("site"));
        site.publish();
        start("--serve", "--port", "0", "--state", site.state().toString());
        JsonNode batch = answered("queries", "{\"a\": {\"query\": \"ALPHA\"}}");
        assertThat(batch.at("/a/result/0/match").asBoolean()).isTrue();
        assertThat(batch.at("/a/result/0/id").asString()).startsWith("http");
        String id = URLEncoder.encode(batch.at("/a/result/0/id").asString(), StandardCharsets.UTF_8);
        assertThat(get("/preview?id=" + id).body()).containsIgnoringCase("alpha");
    }
}
