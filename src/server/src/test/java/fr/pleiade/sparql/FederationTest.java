package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.store.Fixture;
import fr.pleiade.store.StoreException;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * P5: {@code SERVICE}, with an allow-list. The endpoint elsewhere is on this machine, under a name that no resolver knows; the resolver
 * that this test puts in the place of {@link PublicAddresses} is the only one that says where it is.
 */
class FederationTest {
    private static final FederatedClient.Limits LIMITS =
            new FederatedClient.Limits(3, Duration.ofMillis(1500), 100_000);
    private static final String ROOM = """
            <http://example.org/id/etablissement/a> <http://example.org/room> "12" <http://elsewhere.example/> .
            <http://example.org/id/etablissement/b> <http://example.org/room> "13" <http://elsewhere.example/> .
            """;

    @TempDir
    static Path folder;

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static SparqlService elsewhere;
    private static LocalServer there;
    private static SparqlService service;
    private static LocalServer here;

    @BeforeAll
    static void serve() throws Exception {
        elsewhere = SparqlService.of(Path.of("fuseki-config", "pleiade.ttl"));
        elsewhere.serve(Fixture.store(folder, "elsewhere", ROOM));
        there = new LocalServer(elsewhere(new ProtocolFilter(elsewhere)), folder);
        service = SparqlService.of(config("allowing.ttl", "elsewhere.example"), new OnlyElsewhere(), LIMITS);
        service.serve(Fixture.store(folder, "here", Fixture.QUADS));
        here = new LocalServer(new ProtocolFilter(service), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        here.close();
        service.close();
        there.close();
        elsewhere.close();
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
    }

    private static final class OnlyElsewhere implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!host.equals("elsewhere.example")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Test
    void p5_anAllowedServiceIsAskedForWhatThePatternNeeds() throws Exception {
        HttpResponse<String> response = here.query(
                "SELECT ?name ?room { ?s <http://example.org/name> ?name FILTER (LANGMATCHES(LANG(?name), 'fr')) %s }"
                        .formatted(call("sparql")),
                "text/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualToIgnoringNewLines("name,room\n\"École \"\"é\"\"\",12\n");
    }

    @Test
    void p5_variablesOfAnInnerScopeKeepTheirNames() throws Exception {
        HttpResponse<String> response = here.query(
                "SELECT ?s ?room { { SELECT ?s (MAX(?r) AS ?room) { SERVICE <%s> { ?s <http://example.org/room> ?r } } GROUP BY ?s } } ORDER BY ?room"
                        .formatted(address("elsewhere.example", "sparql")),
                "text/csv");
        assertThat(response.body()).isEqualToIgnoringNewLines("""
                        s,room
                        http://example.org/id/etablissement/a,12
                        http://example.org/id/etablissement/b,13
                        """);
    }

    @Test
    void p5_anAnswerFromElsewhereIsNotKept() throws Exception {
        String query = "SELECT * { %s }".formatted(call("sparql"));
        here.query(query, "text/csv");
        here.query(query, "text/csv");
        assertThat(ASKED).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "huge", "slow", "broken", "html", "error"})
    void p5_aServiceThatDoesNotAnswerWellFailsTheQueryAndNothingElse(String fault) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> response = here.query("SELECT * { %s }".formatted(call(fault)), "text/csv");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("SERVICE SILENT").doesNotContain("127.0.0.1");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(ASKED).containsExactly("/" + fault);
        assertThat(here.query("ASK {}", "text/csv").statusCode()).isEqualTo(200);
    }

    @Test
    void p5_aSilentCallThatFailsLeavesTheRest() throws Exception {
        HttpResponse<String> response = here.query(
                "SELECT ?code { ?s <http://example.org/code> ?code SERVICE SILENT <%s> { ?s ?p ?o } }"
                        .formatted(address("elsewhere.example", "error")),
                "text/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualToIgnoringNewLines("code\n75056\n");
    }

    @Test
    void p5_oneQueryDoesNotMakeManyCalls() throws Exception {
        HttpResponse<String> response = here.query("SELECT * { ?s ?p ?o %s }".formatted(call("sparql")), "text/csv");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(ASKED).hasSize(LIMITS.calls());
    }

    @Test
    void p5_whatIsNotAllowedIsNotAsked() throws Exception {
        String query = "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }".formatted(address("elsewhere.example", "other"));
        assertThat(here.query(query, "text/csv").statusCode()).isEqualTo(400);
        assertThat(ASKED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "2130706433"})
    void p5_thisMachineIsNeverAskedEvenIfTheOperatorAllowsIt(String host) throws Exception {
        try (SparqlService trusting = SparqlService.of(config("trusting.ttl", host));
                LocalServer other = new LocalServer(new ProtocolFilter(trusting), folder)) {
            trusting.serve(Fixture.store(folder, "trusting-" + host.hashCode(), Fixture.QUADS));
            String query = "SELECT * { SERVICE <%s> { ?s ?p ?o } }".formatted(address(host, "sparql"));
            assertThat(other.query(query, "text/csv").statusCode()).isEqualTo(502);
            assertThat(ASKED).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ftp://elsewhere.example/>",
                "<http://user:word@elsewhere.example/>",
                "<http://elsewhere.example/?default-graph-uri=x>",
                "<http:/sparql>",
                "\"http://elsewhere.example/\"",
            })
    void anAllowedServiceThatIsNoPlainAddressIsRefused(String term) throws Exception {
        Path config = config("odd.ttl", "elsewhere.example");
        Files.writeString(
                config,
                "<#service> <https://w3id.org/pleiade/store#allowedService> " + term + " .\n"
                        + Files.readString(config));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> SparqlService.of(config))
                .withMessageContaining("odd.ttl");
    }

    private static String call(String path) {
        return "SERVICE <%s> { ?s <http://example.org/room> ?room }".formatted(address("elsewhere.example", path));
    }

    private static String address(String host, String path) {
        return "http://" + host + ":" + there.uri("/").getPort() + "/" + path;
    }

    private static Path config(String name, String host) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String path : new String[] {"sparql", "redirect", "huge", "slow", "broken", "html", "error"}) {
            lines.append("store:allowedService <").append(address(host, path)).append("> ;\n");
        }
        String config = Files.readString(Path.of("fuseki-config", "pleiade.ttl"));
        return Fixture.file(folder, name, config.replace("fuseki:dataset :release", lines + "fuseki:dataset :release"));
    }

    private static Filter elsewhere(Filter sparql) {
        return (request, response, chain) -> {
            String path = ((HttpServletRequest) request).getRequestURI();
            ASKED.add(path);
            HttpServletResponse http = (HttpServletResponse) response;
            http.setContentType("application/sparql-results+json");
            switch (path) {
                case "/redirect" -> http.sendRedirect("/sparql");
                case "/huge" -> endless(http, 0);
                case "/slow" -> endless(http, 50);
                case "/broken" -> write(http, "{\"head\": {\"vars\": [\"s\"]}, \"results\": {\"bindings\": [");
                case "/html" -> {
                    http.setContentType("text/html");
                    write(http, "<p>Sorry</p>");
                }
                case "/error" -> http.sendError(500);
                default -> sparql.doFilter(request, response, chain);
            }
        };
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends spaces until nobody listens any more. */
    private static void endless(HttpServletResponse response, long pauseMillis) throws IOException {
        ServletOutputStream out = response.getOutputStream();
        byte[] spaces = " ".repeat(pauseMillis > 0 ? 1 : 8192).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000_000; i++) {
            out.write(spaces);
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
    }
}
