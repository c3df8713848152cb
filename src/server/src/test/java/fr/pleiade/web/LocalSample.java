package fr.pleiade.web;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * The bundled sample at the address under which it is published, for programs that follow its links; {@link ServedSample} is elsewhere, as
 * behind a proxy.
 */
public final class LocalSample implements AutoCloseable {
    private final String base;
    private final PleiadeServer server;

    private LocalSample(String base, PleiadeServer server) {
        this.base = base;
        this.server = server;
    }

    /** Publishes it into a state folder and serves it on a free port. */
    public static LocalSample start(Path state) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String base = "http://localhost:" + port + "/";
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), base);
        new Publisher(site, Path.of("data"), state).publish(PublishObserver.NONE);
        Path config = Path.of("fuseki-config/pleiade.ttl");
        return new LocalSample(base, PleiadeServer.start(new ServerOptions(state, port, base, config)));
    }

    /** {@return its address, ending in a slash} */
    public String base() {
        return base;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
