package fr.pleiade.web.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.pleiade.web.edge.EdgeFilter;
import fr.pleiade.web.http.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers this machine. Thread-safe.
 *
 * <p>Listens on the loopback address and answers nobody who calls it by another name than this machine's, so that no page of the web can
 * read what is not published.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int THREADS = 4;
    private static final int LONGEST_BODY = 1 << 24;

    private final Handler handler;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * What is asked.
     *
     * @param method the method
     * @param path the path, with a slash before it
     * @param query the query of the address
     * @param headers the lines of each field, by its name in small letters
     * @param body the body; empty where there is none
     */
    public record Call(String method, String path, Query query, Map<String, List<String>> headers, byte[] body) {
        /** {@return the lines of a field} */
        public List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    /**
     * What is sent.
     *
     * @param headers fields besides those that hold for every answer
     */
    public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
        public Reply {
            headers = Map.copyOf(headers);
        }

        public Reply(int status, String contentType, byte[] body) {
            this(status, contentType, Map.of(), body);
        }

        /** {@return a line of text} */
        public static Reply text(int status, String said) {
            return new Reply(status, "text/plain;charset=utf-8", (said + "\n").getBytes(StandardCharsets.UTF_8));
        }

        /** {@return the same with other fields} */
        public Reply with(Map<String, String> others) {
            return new Reply(status, contentType, others, body);
        }
    }

    /** Answers; is called by several threads. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(Call call);
    }

    private LoopbackServer(Handler handler, HttpServer server) {
        this.handler = handler;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "loopback");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param port the port to listen on; where another program has it, any free one
     */
    public static LoopbackServer start(int port, Handler handler) {
        try {
            LoopbackServer started = new LoopbackServer(handler, bound(port));
            started.server.setExecutor(started.threads);
            started.server.createContext("/", started::handle);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can listen on this machine: " + e.getMessage(), e);
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

    /** {@return its address, ending in a slash} */
    public String address() {
        return "http://localhost:" + port() + "/";
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            reply = answer(exchange);
        } catch (RuntimeException e) {
            LOG.error("no answer at {}", exchange.getRequestURI(), e);
            reply = Reply.text(500, "this is a fault of Pléiade itself: " + e);
        }
        send(exchange, reply);
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        if (!isOurs(exchange)) {
            return Reply.text(403, "this is answered under " + address() + " only");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Reply.text(413, "a body has %d bytes at most".formatted(LONGEST_BODY));
        }
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, lines) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), lines));
        return handler.answer(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                new Query(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")),
                headers,
                body));
    }

    /** A page elsewhere may have its own name lead to this machine; browsers say by which name they came. */
    private boolean isOurs(HttpExchange exchange) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return host.equals("localhost:" + port()) || host.equals("127.0.0.1:" + port());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("Content-Security-Policy", EdgeFilter.CONTENT_POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean isEmpty = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
            exchange.sendResponseHeaders(reply.status(), isEmpty ? -1 : reply.body().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(reply.body());
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
        stopped.countDown();
    }
}
