package fr.pleiade.sources.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a server on the loopback interface that misbehaves in one way at a time. */
class DownloaderTest {
    private static final String CSV = "code,name\n1,Bourg\n2,Rennes\n";
    private static final Downloader.Limits LIMITS = new Downloader.Limits(
            1_000,
            3,
            3,
            Duration.ofMillis(400),
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            InetAddress::isLoopbackAddress);

    @TempDir
    Path folder;

    private final List<String> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        file = folder.resolve("sub/towns.csv");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aFileArrives() throws IOException {
        serve(exchange -> send(exchange, 200, CSV));
        assertThat(fetch().state()).isEqualTo(Retrieval.State.NEW);
        assertThat(file).hasContent(CSV);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        serve(exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            send(exchange, same ? 304 : 200, same ? "" : CSV);
        });
        Retrieval first = fetch();
        Retrieval second = fetch();
        assertThat(second).isEqualTo(new Retrieval(first.url(), first.at(), Retrieval.State.UNCHANGED));
    }

    @Test
    void theDateIsAskedByWhereThereIsNoEtag() {
        serve(exchange -> {
            requests.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-Modified-Since")));
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT");
            send(exchange, 200, CSV);
        });
        fetch();
        fetch();
        assertThat(requests).containsExactly("null", "Mon, 23 Nov 2026 10:00:00 GMT");
    }

    @Test
    void aBrokenDownloadIsGoneOnWith() {
        serve(exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(range + " " + exchange.getRequestHeaders().getFirst("If-Range"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (range == null) {
                sendPart(exchange, CSV.length(), CSV.substring(0, 10));
            } else {
                exchange.getResponseHeaders().add("Content-Range", "bytes 10-26/27");
                send(exchange, 206, CSV.substring(10));
            }
        });
        assertThat(fetch().state()).isEqualTo(Retrieval.State.NEW);
        assertThat(file).hasContent(CSV);
        assertThat(requests).containsExactly("null null", "bytes=10- \"v1\"");
    }

    @Test
    void aServerThatAnswersWithAnotherRangeIsAskedForTheWhole() {
        serve(exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(String.valueOf(range));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (requests.size() == 1) {
                sendPart(exchange, CSV.length(), CSV.substring(0, 10));
            } else if (range != null) {
                exchange.getResponseHeaders().add("Content-Range", "bytes 0-26/27");
                send(exchange, 206, CSV);
            } else {
                send(exchange, 200, CSV);
            }
        });
        fetch();
        assertThat(file).hasContent(CSV);
    }

    @Test
    void aTruncatedFileIsNotTaken() {
        serve(exchange -> sendPart(exchange, CSV.length(), CSV.substring(0, 10)));
        assertRefused("the connection broke");
    }

    @Test
    void aServerThatFallsSilentIsLeft() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, CSV.length());
            OutputStream body = exchange.getResponseBody();
            body.write(CSV.substring(0, 10).getBytes(StandardCharsets.UTF_8));
            body.flush();
            await();
        });
        assertRefused("the server said nothing for 400 ms");
    }

    @Test
    void aServerThatDoesNotAnswerIsLeft() {
        serve(exchange -> await());
        assertRefused("no answer");
    }

    @Test
    void aPassingErrorIsTriedAgain() {
        serve(exchange -> {
            requests.add("");
            send(exchange, requests.size() < 3 ? 500 : 200, CSV);
        });
        assertThat(fetch().state()).isEqualTo(Retrieval.State.NEW);
    }

    @Test
    void aLastingErrorIsNotTriedAgain() {
        serve(exchange -> {
            requests.add("");
            send(exchange, 404, "");
        });
        assertRefused("the server answered 404");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aWebPageIsNoSource() {
        serve(exchange -> send(exchange, 200, "\n<!DOCTYPE html><title>Maintenance</title>"));
        assertRefused("found a web page: <!DOCTYPE html>");
    }

    @Test
    void aCsvWithoutAColumnThatItHadIsNotTaken() {
        serve(exchange -> {
            requests.add("");
            send(exchange, 200, requests.size() == 1 ? CSV : "code;label\n1;Bourg\n");
        });
        fetch();
        assertThatThrownBy(this::fetch).hasMessageContaining("its header lacks name");
        assertThat(file).hasContent(CSV);
    }

    @Test
    void aFileThatIsTooLargeIsNotTaken() {
        serve(exchange -> send(exchange, 200, CSV + "3,x\n".repeat(300)));
        assertRefused("more than 1000 bytes");
    }

    @Test
    void redirectionsAreFollowedToAnEnd() {
        server.createContext("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", "/towns.csv");
            send(exchange, 302, "");
        });
        serve(exchange -> send(exchange, 200, CSV));
        URI old = URI.create(url().toString().replace("towns.csv", "old"));
        new Downloader(LIMITS).fetch(old, file, bytes -> {});
        assertThat(file).hasContent(CSV);
    }

    @Test
    void aCircleOfRedirectionsIsLeft() {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "/towns.csv");
            send(exchange, 302, "");
        });
        assertRefused("more than 3 redirections");
    }

    @Test
    void aRedirectionToTheDiskIsNotFollowed() {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
            send(exchange, 302, "");
        });
        assertRefused("which is not followed");
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(this::fetch)
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(url().toString())
                .hasMessageContaining(problem);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/towns.csv",
                "http://[::1]:%d/towns.csv",
                "http://[::ffff:127.0.0.1]:%d/towns.csv",
                "http://localhost:%d/towns.csv",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://192.168.1.1/",
                "http://[fd00::1]/"
            })
    void aMachineThatIsNotOnThePublicInternetIsNotAskedUnlessAllowed(String address) {
        serve(exchange -> {
            requests.add("");
            send(exchange, 200, CSV);
        });
        URI url = URI.create(address.formatted(server.getAddress().getPort()));
        assertThatThrownBy(() -> new Downloader(Downloader.Limits.USUAL).fetch(url, file, bytes -> {}))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("--fetch-from");
        assertThat(requests).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void aRedirectionToAMachineThatMayNotBeAskedIsNotFollowed() {
        serve(exchange -> {
            requests.add("");
            exchange.getResponseHeaders().set("Location", "http://[::1]:1/secret");
            send(exchange, 302, "");
        });
        Downloader.Limits here = limits(Duration.ofMinutes(1), address -> address instanceof Inet4Address);
        assertThatThrownBy(() -> new Downloader(here).fetch(url(), file, bytes -> {}))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("0:0:0:0:0:0:0:1, which is not on the public Internet");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.1/", "file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "jar:file:///x!/y"})
    void whatIsNoAddressOfTheWebIsNamed(String address) {
        assertThatThrownBy(() -> new Downloader(LIMITS).fetch(URI.create(address), file, bytes -> {}))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining(address)
                .hasMessageContaining("http or https");
    }

    @Test
    void aDownloadThatDripsEndsInTime() {
        serve(exchange -> send(exchange, 200, CSV));
        Downloader.Limits hurried = limits(Duration.ZERO, InetAddress::isLoopbackAddress);
        assertThatThrownBy(() -> new Downloader(hurried).fetch(url(), file, bytes -> {}))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("it has not arrived within PT0S");
        assertThat(file).doesNotExist();
    }

    private static Downloader.Limits limits(Duration whole, Predicate<InetAddress> addresses) {
        return new Downloader.Limits(1_000, 3, 1, Duration.ofMillis(400), Duration.ofMillis(1), whole, addresses);
    }

    private Retrieval fetch() {
        return new Downloader(LIMITS).fetch(url(), file, bytes -> {});
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/towns.csv");
    }

    private void serve(HttpHandler handler) {
        server.createContext("/towns.csv", handler);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Promises more than it sends. */
    private static void sendPart(HttpExchange exchange, int promised, String body) throws IOException {
        exchange.sendResponseHeaders(200, promised);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void await() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being stopped
        }
    }
}
