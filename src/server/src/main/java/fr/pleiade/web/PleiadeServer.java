package fr.pleiade.web;

import fr.pleiade.findings.Severity;
import fr.pleiade.web.http.Language;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running server. Thread-safe; {@link #close()} lets the requests in flight finish.
 *
 * <p>Shape: {@code try (PleiadeServer server = PleiadeServer.start(options)) { server.port() … }}.
 */
public final class PleiadeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PleiadeServer.class);
    private static final String OURS = "fr.pleiade.";

    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);

    PleiadeServer(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                stopped.countDown();
            }
        });
    }

    /**
     * Starts a server; it answers when this returns, and serves each new release a second or so after it has become current.
     *
     * @throws ServerException if the port is taken
     */
    public static PleiadeServer start(ServerOptions options) {
        try {
            return new PleiadeServer(application(options).run());
        } catch (RuntimeException e) {
            throw explained(e, options);
        }
    }

    /** {@return the server before it is started} */
    static SpringApplication application(ServerOptions options) {
        SpringApplication application = new SpringApplication(WebConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(settings(options));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(ServerOptions.class, () -> options));
        return application;
    }

    /** Finds, below Spring's layers, what went wrong: a port that is taken, or a fault that one of our packages explains. */
    private static RuntimeException explained(RuntimeException failure, ServerOptions options) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return portInUse(options, failure);
            }
            if (cause instanceof RuntimeException ours
                    && cause.getClass().getName().startsWith(OURS)) {
                return ours;
            }
        }
        return failure;
    }

    /**
     * Tries the port, for a caller who has long work to do before the server starts.
     *
     * @throws ServerException if the port is taken
     */
    public static void requireFreePort(ServerOptions options) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(options.address(), options.port()));
        } catch (IOException e) {
            throw portInUse(options, e);
        }
    }

    private static ServerException portInUse(ServerOptions options, Exception cause) {
        return new ServerException(
                "port %d of %s is in use; stop the other program, or choose another port with --port"
                        .formatted(options.port(), options.address().getHostAddress()),
                cause);
    }

    private static Map<String, Object> settings(ServerOptions options) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("server.address", options.address().getHostAddress());
        settings.put("server.port", options.port());
        settings.put("server.shutdown", "graceful");
        settings.put("server.error.whitelabel.enabled", false);
        settings.put("server.tomcat.redirect-context-root", false);
        settings.put("spring.mvc.servlet.load-on-startup", 1);
        settings.put("spring.servlet.multipart.enabled", false); // who takes a form in parts reads it: see FormParts
        settings.put("spring.web.resources.add-mappings", false);
        settings.put("spring.mvc.throw-exception-if-no-handler-found", true);
        settings.put("spring.thymeleaf.check-template-location", false);
        settings.put("spring.main.log-startup-info", false);
        settings.put("logging.level.root", "WARN");
        settings.put("logging.level.fr.pleiade", "INFO");
        // A failure to start reaches the caller as an exception, which says it in one sentence.
        settings.put("logging.level.org.springframework.boot.diagnostics", "OFF");
        settings.put("logging.level.org.springframework.boot.web", "ERROR");
        settings.put("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR");
        settings.put("logging.level.org.apache.jena.fuseki.Fuseki", "ERROR");
        settings.put("logging.level.org.apache.jena.fuseki.Request", "OFF");
        return settings;
    }

    /** {@return the port that it listens on} */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /**
     * Asks itself for the pages that people come to first, so that the first of them does not wait until classes are loaded and templates
     * parsed. Takes a second or two; what is not answered is nobody's loss.
     */
    public void warmUp() {
        List<String> pages = new ArrayList<>(List.of("", "catalog.html", "sparql"));
        context.getBean(CurrentRelease.class)
                .release()
                .flatMap(release -> release.graphs().stream()
                        .max(Comparator.comparingLong(graph -> graph.findings(Severity.WARNING))))
                .ifPresent(graph -> pages.add("dataset/" + graph.slug() + ".html"));
        HttpClient client = HttpClient.newHttpClient();
        String host = context.getBean(ServerOptions.class).address().getHostAddress();
        for (String page : pages) {
            for (Language language : Language.values()) {
                try {
                    URI address = new URI("http", null, host, port(), "/" + page, "lang=" + language.tag(), null);
                    client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.discarding());
                } catch (IOException | URISyntaxException e) {
                    LOG.debug("{} did not warm up: {}", page, e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Waits until the server has stopped, which a signal to the process brings about. */
    public void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
