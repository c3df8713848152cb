package fr.pleiade.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The Fuseki that anybody can download, in a process and a folder of its own, on a free port of the loopback interface. */
public final class StandaloneFuseki implements AutoCloseable {
    private static final Path JAR = Path.of("src", "server", "target", "fuseki", "jena-fuseki-server.jar");
    private static final long START_LIMIT_SECONDS = 60;

    private final Process process;
    private final int port;

    /** Starts it in the folder with these options; returns when it answers. */
    public StandaloneFuseki(Path folder, String... options) throws IOException, InterruptedException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                JAR.toAbsolutePath().toString(),
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--ping",
                "--port=" + port));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fuseki.log").toFile())
                .start();
        awaitAnswer(folder);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public String query(String path, String sparql) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(sparql))
                .build();
        return newConnection()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    int update(String path, String update) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString(update))
                .build();
        return newConnection()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Fuseki closes a connection whose request it refused unread; one that is kept may be used while it does so. */
    private static HttpClient newConnection() {
        return HttpClient.newHttpClient();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private void awaitAnswer(Path folder) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        HttpRequest ping = HttpRequest.newBuilder(uri("/$/ping")).build();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                newConnection().send(ping, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (ConnectException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        close();
        throw new IllegalStateException("Fuseki did not start:\n" + Files.readString(folder.resolve("fuseki.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
