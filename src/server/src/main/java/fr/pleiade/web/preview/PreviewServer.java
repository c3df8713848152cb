package fr.pleiade.web.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.pleiade.draft.preview.Preview;
import fr.pleiade.web.edge.EdgeFilter;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a preview to browsers of this machine. Thread-safe.
 *
 * <p>Listens on the loopback address and answers nobody who calls it by another name than this machine's, so that no page of the web can
 * read what is not published yet.
 */
public final class PreviewServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewServer.class);
    private static final int THREADS = 4;
    private static final String HTML = "text/html;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "/pleiade.css", "text/css;charset=utf-8",
            "/pleiade.svg", "image/svg+xml",
            "/preview.js", "text/javascript;charset=utf-8");

    private final Preview preview;
    private final PreviewPage page;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What is sent. */
    private record Answer(int status, String contentType, byte[] body) {
        static Answer text(int status, String said) {
            return new Answer(status, TEXT, (said + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private PreviewServer(Preview preview, HttpServer server) {
        this.preview = preview;
        this.page = new PreviewPage(preview);
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "preview");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param preview closed with the server
     * @param port the port to listen on; where another program has it, any free one
     */
    public static PreviewServer start(Preview preview, int port) {
        try {
            PreviewServer started = new PreviewServer(preview, bound(port));
            started.server.setExecutor(started.threads);
            started.server.createContext("/", started::handle);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the preview cannot listen on this machine: " + e.getMessage(), e);
        }
    }

    private static HttpServer bound(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException e) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    /** {@return where to look} */
    public String address() {
        return "http://localhost:" + port() + "/";
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (RuntimeException e) {
            LOG.error("the preview failed at {}", exchange.getRequestURI(), e);
            answer = Answer.text(500, "this is a fault of Pléiade itself: " + e);
        }
        send(exchange, answer);
    }

    private Answer answer(HttpExchange exchange) {
        if (!isOurs(exchange)) {
            return Answer.text(403, "a preview is shown under " + address() + " only");
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return Answer.text(405, "a preview is only read");
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            return new Answer(200, HTML, page(exchange).getBytes(StandardCharsets.UTF_8));
        }
        if (path.equals("/state")) {
            return new Answer(200, TEXT, preview.state().getBytes(StandardCharsets.UTF_8));
        }
        String type = FILES.get(path);
        return type == null
                ? Answer.text(404, "there is nothing at " + path + "; the preview is at " + address())
                : new Answer(200, type, file("/static" + path));
    }

    /** A page elsewhere may have its own name lead to this machine; browsers say by which name they came. */
    private boolean isOurs(HttpExchange exchange) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return host.equals("localhost:" + port()) || host.equals("127.0.0.1:" + port());
    }

    private String page(HttpExchange exchange) {
        Query query =
                new Query(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
        Language language = query.parameter("lang")
                .flatMap(Language::ofTag)
                .orElseGet(() ->
                        Language.accepted(exchange.getRequestHeaders().getOrDefault("Accept-Language", List.of())));
        return page.of(query, language);
    }

    private static byte[] file(String resource) {
        try (InputStream in = Objects.requireNonNull(PreviewServer.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Content-Security-Policy", EdgeFilter.CONTENT_POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), isHead ? -1 : answer.body().length);
            if (!isHead) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /** Waits until the server is closed, or this thread interrupted. */
    public void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        preview.close();
        stopped.countDown();
    }
}
