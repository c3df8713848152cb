package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Fixture;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A Tomcat on a free port of the loopback interface, with one filter. */
final class LocalServer implements AutoCloseable {
    private static final Path CONFIG = Path.of("fuseki-config", "pleiade.ttl");

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final AutoCloseable behind;

    LocalServer(Filter filter, Path folder) throws LifecycleException {
        this(filter, folder, () -> {});
    }

    private LocalServer(Filter filter, Path folder, AutoCloseable behind) throws LifecycleException {
        this.behind = behind;
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        quiet(context);
        Tomcat.addServlet(context, "none", new DefaultServlet());
        context.addServletMappingDecoded("/", "none");
        FilterDef definition = new FilterDef();
        definition.setFilterName("sparql");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("sparql");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        tomcat.start();
    }

    /** {@return a server of the SPARQL service over a store of some quads, which ends with it} */
    static LocalServer over(String quads, Path folder) throws Exception {
        return over(quads, folder, CONFIG);
    }

    static LocalServer over(String quads, Path folder, Path config) throws Exception {
        SparqlService service = SparqlService.of(config);
        service.serve(Fixture.store(folder, "tdb2", quads));
        return new LocalServer(new ProtocolFilter(service), folder, service);
    }

    /** {@return the configuration of the service, with limits of 0.3 s to the first answer and 0.6 s to the last} */
    static Path impatient(Path folder) throws IOException {
        String config = Files.readString(CONFIG);
        assertThat(config).contains("\"15000,60000\"");
        return Fixture.file(folder, "impatient.ttl", config.replace("\"15000,60000\"", "\"300,600\""));
    }

    /** Spares the log Tomcat's remarks on the test's own threads. */
    private static void quiet(Context context) {
        if (context instanceof StandardContext standard) {
            standard.setClearReferencesThreadLocals(false);
            standard.setClearReferencesRmiTargets(false);
        }
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + pathAndQuery);
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> get(String pathAndQuery, String accept) throws IOException, InterruptedException {
        return send(request(pathAndQuery).header("Accept", accept));
    }

    HttpResponse<String> query(String sparql, String accept) throws IOException, InterruptedException {
        return get("/sparql?query=" + encode(sparql), accept);
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        behind.close();
    }
}
