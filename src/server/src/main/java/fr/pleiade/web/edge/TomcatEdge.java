package fr.pleiade.web.edge;

import java.time.Duration;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;

/**
 * What is settled below the filters: escaped slashes in keys are left alone, what Tomcat itself refuses is explained as everything else
 * is, and slow or oversized requests are cut off.
 */
public final class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    static final int LONGEST_HEADER_BYTES = 32 * 1024;

    /** For a head, and for a body as a whole. */
    static final Duration PATIENCE_FOR_A_REQUEST = Duration.ofSeconds(20);

    /** Between two pieces of a body; the whole has its own deadline, in {@link Turnstile}. */
    private static final Duration PATIENCE_FOR_A_PIECE = Duration.ofSeconds(5);

    /** A program that reads a download into a slow one pauses so long before it takes more. */
    private static final Duration PATIENCE_FOR_A_READER = Duration.ofMinutes(5);

    /** A harvester or a proxy keeps its connections; Tomcat would close each after 100 requests. */
    private static final int REQUESTS_PER_CONNECTION = 10_000;

    /**
     * What the kernel holds for a connection that is not read; left to itself it goes up to 4 MB each, which is neither heap nor bounded.
     * A reader who is 100 ms away still gets some 2 MB a second over one connection, and a proxy that is near whatever it takes.
     */
    private static final int UNREAD_BYTES = 256 * 1024;

    private final MessageSource messages;
    private final String base;
    private final Networks proxies;

    /** @param base the address under which everything is published, ending in a slash */
    public TomcatEdge(MessageSource messages, String base, Networks proxies) {
        this.messages = messages;
        this.base = base;
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedConnections.class.getName());
        factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setXpoweredBy(false);
            connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(LONGEST_HEADER_BYTES));
            // Tomcat has one number for a head that comes slowly, which holds no thread, and for a reader who pauses.
            connector.setProperty("connectionTimeout", Long.toString(PATIENCE_FOR_A_READER.toMillis()));
            connector.setProperty("keepAliveTimeout", Long.toString(PATIENCE_FOR_A_REQUEST.toMillis()));
            connector.setProperty("disableUploadTimeout", "false");
            connector.setProperty("connectionUploadTimeout", Long.toString(PATIENCE_FOR_A_PIECE.toMillis()));
            connector.setProperty("maxKeepAliveRequests", Integer.toString(REQUESTS_PER_CONNECTION));
            connector.setProperty("socket.txBufSize", Integer.toString(UNREAD_BYTES));
            connector.setProperty("server", "");
        });
        factory.addContextCustomizers(context -> {
            context.getParent().getPipeline().addValve(new ClientValve(proxies));
            context.getParent().getPipeline().addValve(new ProblemValve(messages, base));
        });
    }
}
