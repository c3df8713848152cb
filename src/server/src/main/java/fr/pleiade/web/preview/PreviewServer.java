package fr.pleiade.web.preview;

import fr.pleiade.draft.preview.Preview;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Query;
import fr.pleiade.web.loopback.LoopbackServer;
import fr.pleiade.web.loopback.LoopbackServer.Call;
import fr.pleiade.web.loopback.LoopbackServer.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Shows a preview to browsers of this machine. Thread-safe. */
public final class PreviewServer implements AutoCloseable {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "/pleiade.css", "text/css;charset=utf-8",
            "/pleiade.svg", "image/svg+xml",
            "/preview.js", "text/javascript;charset=utf-8");

    private final Preview preview;
    private final LoopbackServer server;

    private PreviewServer(Preview preview, LoopbackServer server) {
        this.preview = preview;
        this.server = server;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @param preview closed with the server
     * @param port the port to listen on; where another program has it, any free one
     */
    public static PreviewServer start(Preview preview, int port) {
        PreviewPage page = new PreviewPage(preview);
        return new PreviewServer(preview, LoopbackServer.start(port, call -> answer(call, preview, page)));
    }

    /** {@return where to look} */
    public String address() {
        return server.address();
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.port();
    }

    private static Reply answer(Call call, Preview preview, PreviewPage page) {
        if (!Set.of("GET", "HEAD").contains(call.method())) {
            return Reply.text(405, "a preview is only read");
        }
        if (call.path().equals("/")) {
            return new Reply(200, HTML, page(call, page).getBytes(StandardCharsets.UTF_8));
        }
        if (call.path().equals("/state")) {
            return new Reply(200, TEXT, preview.state().getBytes(StandardCharsets.UTF_8));
        }
        String type = FILES.get(call.path());
        return type == null
                ? Reply.text(404, "there is nothing at " + call.path() + "; the preview is at /")
                : new Reply(200, type, file("/static" + call.path()));
    }

    private static String page(Call call, PreviewPage page) {
        Query query = call.query();
        Language language = query.parameter("lang")
                .flatMap(Language::ofTag)
                .orElseGet(() -> Language.accepted(call.header("accept-language")));
        return page.of(query, language);
    }

    private static byte[] file(String resource) {
        try (InputStream in = Objects.requireNonNull(PreviewServer.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Waits until the server is closed, or this thread interrupted. */
    public void await() {
        server.await();
    }

    @Override
    public void close() {
        server.close();
        preview.close();
    }
}
