package fr.pleiade.bench;

import fr.pleiade.web.PleiadeServer;
import fr.pleiade.web.ServerOptions;
import java.nio.file.Path;

/** Our server alone as a process that is besieged: the state's folder and the base are its arguments. */
final class SiegeRun {
    private SiegeRun() {}

    public static void main(String[] arguments) {
        PleiadeServer server = PleiadeServer.start(
                new ServerOptions(Path.of(arguments[0]), 0, arguments[1], Path.of("fuseki-config/pleiade.ttl")));
        server.warmUp();
        System.out.println("READY " + server.port());
        server.await();
    }
}
