package fr.pleiade.bench;

import fr.pleiade.release.Releases;
import fr.pleiade.web.PleiadeServer;
import fr.pleiade.web.ServerOptions;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;

/** Our server as a measured process, and beside it a bare Tomcat that serves the release's graph files as static files. */
final class ServingRun {
    private ServingRun() {}

    public static void main(String[] arguments) throws Exception {
        Path state = Path.of(arguments[0]);
        Path config = Path.of(arguments.length > 2 ? arguments[2] : "fuseki-config/pleiade.ttl");
        PleiadeServer server = PleiadeServer.start(new ServerOptions(state, 0, arguments[1], config));
        server.warmUp();
        Path files =
                Releases.in(state).current().orElseThrow().graphFile("catalog").resolveSibling("");
        System.out.println("READY " + server.port() + " " + bareTomcat(state.resolve("tomcat"), files));
        server.await();
    }

    @SuppressWarnings("deprecation")
    private static int bareTomcat(Path folder, Path files) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "10000");
        Context context = tomcat.addContext("", files.toAbsolutePath().toString());
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMappingDecoded("/", "default");
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }
}
