package fr.pleiade.web.edge;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is settled below the filters: escaped slashes in keys are left alone, what Tomcat itself refuses is explained as everything else
 * is, and slow or oversized requests are cut off.
 */
@Component
final class TomcatEdge implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int LONGEST_HEADER_BYTES = 32 * 1024;
    private static final int LONGEST_FORM_BYTES = 1024 * 1024;
    private static final int SLOWEST_MILLIS = 20_000;

    /** A harvester or a proxy keeps its connections; Tomcat would close each after 100 requests. */
    private static final int REQUESTS_PER_CONNECTION = 10_000;

    private final MessageSource messages;

    TomcatEdge(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setMaxPostSize(LONGEST_FORM_BYTES);
            connector.setXpoweredBy(false);
            connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(LONGEST_HEADER_BYTES));
            connector.setProperty("connectionTimeout", Integer.toString(SLOWEST_MILLIS));
            connector.setProperty("maxKeepAliveRequests", Integer.toString(REQUESTS_PER_CONNECTION));
            connector.setProperty("server", "");
        });
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(messages)));
    }
}
