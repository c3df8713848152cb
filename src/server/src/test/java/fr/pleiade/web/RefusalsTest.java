package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Releases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is refused is refused in the one way: a program gets problem+json, a browser a page in its reader's language, and both are told
 * what would have worked.
 */
class RefusalsTest {
    private static final String PROGRAM = "application/json";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String FRENCH = "fr-FR,fr;q=0.9,en;q=0.5";
    private static final String QUERY = "application/sparql-query";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BODIES_OF_ONE = 16;

    /**
     * A request that is refused.
     *
     * @param headers names and values in turn, beside those that say who asks
     * @param remedy what is among the words about what would have worked, and its French
     */
    record Wrong(
            int status,
            String code,
            String method,
            String path,
            List<String> headers,
            String body,
            String remedy,
            String frenchRemedy) {
        static Wrong get(int status, String code, String path, String remedy, String frenchRemedy) {
            return new Wrong(status, code, "GET", path, List.of(), "", remedy, frenchRemedy);
        }

        Wrong with(String... more) {
            return new Wrong(status, code, method, path, List.of(more), body, remedy, frenchRemedy);
        }

        Wrong by(String otherMethod, String content) {
            return new Wrong(status, code, otherMethod, path, headers, content, remedy, frenchRemedy);
        }

        @Override
        public String toString() {
            return "%d %s: %s /%.50s".formatted(status, code, method, path);
        }

        HttpResponse<String> send(String... who) {
            String[] all = Stream.concat(headers.stream(), Stream.of(who)).toArray(String[]::new);
            return sample().send(
                            method,
                            path,
                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                            all);
        }
    }

    static List<Wrong> wrong() {
        String ask = "sparql?query=" + encode("ASK {}");
        return List.of(
                Wrong.get(400, "query-syntax", "sparql?query=" + encode("SELECT * {"), "line 1", "ligne 1"),
                Wrong.get(400, "query-repeated", ask + "&query=x", "send one", "envoyez-en une seule"),
                Wrong.get(400, "query-missing", "sparql?query=", "'query'", "« query »"),
                Wrong.get(400, "status-400", "sparql?query=%C3%28", "%XX, UTF-8", "%XX, UTF-8"),
                Wrong.get(400, "not-utf-8", "sparql", "send it in UTF-8", "envoyez-la en UTF-8")
                        .with("Content-Type", QUERY + ";charset=utf-16")
                        .by("POST", "ASK {}"),
                Wrong.get(400, "graph-unknown", ask + "&default-graph-uri=x:y", BASE + "dataset/regions", BASE),
                Wrong.get(400, "graph-unknown", "sparql?query=" + encode("ASK FROM <x:y> {}"), BASE + "dataset/", BASE),
                Wrong.get(400, "unknown-format", ask + "&format=zzz", "csv", "csv"),
                Wrong.get(400, "unknown-profile", "catalog?_profile=zzz", "dcat-ap", "dcat-ap"),
                Wrong.get(400, "list-sort", "list/region?sort=99", "name · ", "name · "),
                Wrong.get(400, "graph-parameter", "data?graph=", "?graph=", "?graph="),
                Wrong.get(
                        400,
                        "service-refused",
                        "sparql?query=" + encode("ASK { SERVICE <x:y> {} }"),
                        "remove SERVICE",
                        "retirez SERVICE"),
                Wrong.get(400, "status-400", "doc/%00", "%XX", "%XX"),
                Wrong.get(
                        403,
                        "update-refused",
                        "sparql?update=" + encode("CLEAR ALL"),
                        "send a query",
                        "envoyez une requête"),
                Wrong.get(403, "update-refused", "sparql", "send a query", "envoyez une requête")
                        .with("Content-Type", "application/sparql-update")
                        .by("POST", "LOAD <file:///etc/passwd>"),
                Wrong.get(404, "not-found", "nothing", "The catalogue", "Le catalogue"),
                Wrong.get(404, "not-found", "doc/region/none.ttl", "The catalogue", "Le catalogue"),
                Wrong.get(404, "not-found", "dump/none.nq", "The catalogue", "Le catalogue"),
                Wrong.get(404, "unknown-release", "release/000000000000/catalog", "/feed.atom", "/feed.atom"),
                Wrong.get(404, "graph-not-found", "data?graph=x:y", "catalogue", "catalogue"),
                Wrong.get(405, "method-not-allowed", "sparql", "GET or POST", "GET ou POST")
                        .by("PUT", ""),
                Wrong.get(405, "method-not-allowed", "data?default", "GET", "GET")
                        .by("DELETE", ""),
                Wrong.get(405, "method-not-allowed", "catalog", "GET, HEAD, OPTIONS", "GET, HEAD, OPTIONS")
                        .by("POST", "x"),
                Wrong.get(
                        406,
                        "not-acceptable",
                        "catalog?_mediatype=image/png",
                        "the alternatives",
                        "celles qui suivent"),
                Wrong.get(406, "no-coding", "catalog.ttl", "identity", "identity")
                        .with("Accept-Encoding", "identity;q=0"),
                Wrong.get(412, "status-412", "catalog.ttl", "without them", "sans eux")
                        .with("If-Match", "\"x\""),
                Wrong.get(413, "status-413", "sparql", "1 MiB", "1 Mio")
                        .with("Content-Type", QUERY)
                        .by("POST", "ASK {}#" + "a".repeat(1 << 20)),
                Wrong.get(415, "media-type", "sparql", QUERY, QUERY)
                        .with("Content-Type", "text/plain")
                        .by("POST", "ASK {}"),
                Wrong.get(415, "status-415", "sparql", "uncompressed", "sans la compresser")
                        .with("Content-Type", FORM, "Content-Encoding", "gzip")
                        .by("POST", "query=ASK%7B%7D"),
                Wrong.get(416, "status-416", "dump/regions.nq", "HEAD", "HEAD").with("Range", "bytes=999999999-"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aProgramGetsProblemJsonWithWhatWouldHaveWorked(Wrong wrong) {
        HttpResponse<String> answer = wrong.send("Accept", PROGRAM);
        assertProblem(answer, wrong.status(), wrong.code(), wrong.remedy());
        assertThat(field(answer, "Content-Language")).isEqualTo("en");
        HttpResponse<String> french = wrong.send("Accept", PROGRAM, "Accept-Language", FRENCH);
        assertProblem(french, wrong.status(), wrong.code(), wrong.frenchRemedy());
        assertThat(field(french, "Content-Language")).isEqualTo("fr");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aFrenchBrowserGetsAFrenchPageWithWhatWouldHaveWorked(Wrong wrong) {
        assertPage(wrong.send("Accept", BROWSER, "Accept-Language", FRENCH), wrong.status(), wrong.frenchRemedy());
    }

    @Test
    void whatSaysThatItWasRefusedForTheMethodSaysWhichThereAre() {
        assertThat(field(sample().send("PUT", "sparql", BodyPublishers.noBody()), "Allow"))
                .isEqualTo("GET, HEAD, POST, OPTIONS");
        assertThat(field(sample().send("POST", "catalog", BodyPublishers.noBody()), "Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void whatIsGoneIsStillInARelease(@TempDir Path folder) {
        SmallSite site = new SmallSite(folder);
        site.publish("first;First;");
        String earlier = releaseIn(folder);
        site.publish("second;Second;");
        String remedy = BASE + "release/" + earlier + "/doc/thing/first";
        try (PleiadeServer server = site.serve()) {
            HttpResponse<String> page =
                    SmallSite.get(server, "doc/thing/first", "Accept", BROWSER, "Accept-Language", FRENCH);
            assertPage(page, 410, remedy);
            HttpResponse<String> data = SmallSite.get(server, "id/thing/first", "Accept", PROGRAM);
            assertThat(data.statusCode()).isEqualTo(410);
            assertThat(data.body()).contains("invalidatedAtTime", BASE + "id/thing/first");
        }
    }

    @Test
    void whatIsDamagedIsToldFromWhatIsNot(@TempDir Path folder) throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish("first;First;");
        String earlier = releaseIn(folder);
        site.publish("second;Second;");
        Files.delete(folder.resolve("state/releases/" + earlier + "/site/mappings/things/dataset.ttl"));
        try (PleiadeServer server = site.serve()) {
            assertBoth(server, "release/" + earlier + "/catalog", 503, "damaged-release", "/release/", "/release/");
        }
    }

    @Test
    void whoComesBeforeTheFirstReleaseIsToldWhenToComeAgain(@TempDir Path folder) {
        ServerOptions options = new ServerOptions(folder, 0, BASE, SmallSite.FUSEKI_CONFIG);
        try (PleiadeServer server = PleiadeServer.start(options)) {
            assertBoth(server, "catalog", 503, "nothing-published", "half a minute", "demi-minute");
            assertThat(field(SmallSite.get(server, "catalog"), "Retry-After")).isEqualTo("30");
        }
    }

    @Test
    void aQueryThatTakesTooLongIsToldTheLimit(@TempDir Path folder) throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish(Stream.iterate(0, i -> i < 300, i -> i + 1)
                .map(i -> i + ";Thing " + i + ";")
                .toArray(String[]::new));
        String query =
                encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a != ?j) }");
        try (PleiadeServer server = site.serveWithin(300)) {
            assertBoth(server, "sparql?query=" + query, 503, "time-limit", "LIMIT", "LIMIT");
        }
    }

    /** What fails for no reason that anybody foresaw is not the client's fault, and nothing of our insides is told. */
    @Test
    void aFailureOfOursIsCalledSo(@TempDir Path folder) throws NoSuchMethodException {
        SmallSite site = new SmallSite(folder);
        site.publish("first;First;");
        try (ConfigurableApplicationContext context =
                PleiadeServer.application(site.options(SmallSite.FUSEKI_CONFIG)).run()) {
            RequestMappingHandlerMapping mapping =
                    context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            mapping.registerMapping(
                    RequestMappingInfo.paths("/fails")
                            .options(mapping.getBuilderConfiguration())
                            .build(),
                    new Failing(),
                    Failing.class.getDeclaredMethod("fail"));
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            String origin = "http://127.0.0.1:" + port + "/";
            HttpResponse<String> program = SmallSite.getAt(origin + "fails", "Accept", PROGRAM);
            assertProblem(program, 500, "failure", "trying again later");
            HttpResponse<String> browser =
                    SmallSite.getAt(origin + "fails", "Accept", BROWSER, "Accept-Language", FRENCH);
            assertPage(browser, 500, "réessayer plus tard");
            assertThat(program.body() + browser.body()).doesNotContain("the secret", "Exception");
        }
    }

    private static final class Failing {
        void fail() {
            throw new IllegalStateException("the secret of our insides");
        }
    }

    /** A body that does not come, and more of them than one client may have. */
    @Test
    void whoKeepsUsWaitingIsToldToSendAgainAndWhoDoesSoOftenToGoSlower() throws IOException {
        for (boolean isBrowser : new boolean[] {false, true}) {
            String head =
                    "POST /sparql HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.%d\r\n".formatted(isBrowser ? 1 : 2)
                            + (isBrowser
                                    ? "Accept: " + BROWSER + "\r\nAccept-Language: " + FRENCH + "\r\n"
                                    : "Accept: " + PROGRAM + "\r\n")
                            + "Content-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nASK";
            List<Socket> open = new ArrayList<>();
            for (int i = 0; i <= BODIES_OF_ONE; i++) {
                open.add(send(head));
            }
            List<String> answers = new ArrayList<>();
            for (Socket socket : open) {
                answers.add(rest(socket));
            }
            List<String> tooMany =
                    answers.stream().filter(answer -> status(answer) == 429).toList();
            List<String> tooLate =
                    answers.stream().filter(answer -> status(answer) == 408).toList();
            assertThat(answers.stream().map(RefusalsTest::status))
                    .as(answers.get(0))
                    .containsOnly(408, 429);
            assertThat(tooMany).hasSize(1);
            assertThat(tooLate).hasSize(BODIES_OF_ONE);
            assertRaw(tooMany.get(0), isBrowser, "status-429", isBrowser ? "Retry-After, puis" : "Retry-After, then");
            assertThat(tooMany.get(0)).contains("\r\nRetry-After: 5\r\n");
            assertRaw(tooLate.get(0), isBrowser, "status-408", isBrowser ? "Envoyez-la de nouveau" : "Send it again");
        }
    }

    /** Of a head that was not read to its end nobody knows who sent it: a program can read it, and so can a reader of either language. */
    @Test
    void whoseHeadIsTooLongIsToldInBothLanguages() throws IOException {
        String long40 = "a".repeat(40_000);
        String address =
                rest(send("GET /sparql?query=" + long40 + " HTTP/1.1\r\nHost: x\r\nAccept: " + BROWSER + "\r\n\r\n"));
        String headers = rest(send("GET /catalog HTTP/1.1\r\nHost: x\r\nX-Long: " + long40 + "\r\n\r\n"));
        String broken = rest(send("GET /sparql?query=<> HTTP/1.1\r\nHost: x\r\nAccept: " + BROWSER + "\r\n\r\n"));
        assertBilingual(address, 414, "with POST", "par POST");
        assertBilingual(headers, 431, "shorter headers", "en-têtes, ou plus courts");
        assertBilingual(broken, 400, "%XX", "%XX");
    }

    private static void assertBilingual(String answer, int status, String remedy, String frenchRemedy) {
        assertThat(status(answer)).isEqualTo(status);
        JsonNode problem = JsonMapper.shared().readTree(body(answer));
        assertThat(problem.get("type").asString()).isEqualTo(BASE + "problems#status-" + status);
        assertThat(problem.get("title").asString()).isNotBlank().contains(" / ");
        assertThat(problem.get("detail").asString()).contains(remedy, frenchRemedy);
        assertThat(answer).contains("\r\nContent-Language: en, fr\r\n", "Content-Type: application/problem+json");
    }

    private static void assertBoth(
            PleiadeServer server, String path, int status, String code, String remedy, String frenchRemedy) {
        assertProblem(SmallSite.get(server, path, "Accept", PROGRAM), status, code, remedy);
        assertPage(SmallSite.get(server, path, "Accept", BROWSER, "Accept-Language", FRENCH), status, frenchRemedy);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code, String remedy) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
        assertMembers(answer.body(), status, code, remedy);
    }

    private static void assertMembers(String body, int status, String code, String remedy) {
        JsonNode problem = JsonMapper.shared().readTree(body);
        assertThat(problem.get("type").asString()).isEqualTo(BASE + "problems#" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString())
                .isNotBlank()
                .satisfies(title -> assertThat(title.contains("malformed") || title.contains("mal formée"))
                        .as("%s of %s", title, code)
                        .isEqualTo(code.equals("status-400")));
        assertThat(problem.get("detail").asString()).contains(remedy).doesNotContain("{0}", "java.", "Exception");
    }

    private static void assertPage(HttpResponse<String> answer, int status, String remedy) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(field(answer, "Content-Type")).startsWith("text/html");
        assertThat(field(answer, "Content-Language")).isEqualTo("fr");
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(HtmlUtils.htmlUnescape(answer.body()))
                .contains("<html lang=\"fr\"", "<p class=\"kicker\">Erreur " + status, remedy)
                .doesNotContain("{0}", "Exception");
    }

    private static void assertRaw(String answer, boolean isBrowser, String code, String remedy) {
        if (isBrowser) {
            assertThat(answer).contains("Content-Type: text/html", "<html lang=\"fr\"", remedy);
        } else {
            assertThat(answer).contains("Content-Type: application/problem+json");
            assertMembers(body(answer), status(answer), code, remedy);
        }
    }

    private static String releaseIn(Path folder) {
        return Releases.in(folder.resolve("state")).currentId().orElseThrow();
    }

    private static Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sample().port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String body(String answer) {
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return body.startsWith("{") ? body : body.substring(body.indexOf("{"), body.lastIndexOf('}') + 1); // in chunks
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
