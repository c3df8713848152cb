package fr.pleiade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own on a port of the loopback interface; closing it ends the process. */
final class ServerProcess implements AutoCloseable {
    private static final Path FUSEKI = Path.of("src", "server", "target", "fuseki", "jena-fuseki-server.jar");
    private static final long START_LIMIT_SECONDS = 60;

    private final Process process;
    private final List<Integer> ports;

    private ServerProcess(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = List.copyOf(ports);
    }

    /** Starts a main class of ours, which must print {@code READY <port> …} when it answers. */
    static ServerProcess ours(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", Measurement.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("READY ")) {
                drain(out);
                return new ServerProcess(
                        process,
                        List.of(line.substring(6).split(" ")).stream()
                                .map(Integer::valueOf)
                                .toList());
            }
        }
        throw new IllegalStateException(main.getName() + " ended before it was ready");
    }

    /** What else it says is passed on: a pipe that nobody reads fills up, and holds up whoever writes to it. */
    private static void drain(BufferedReader out) {
        Thread drain = new Thread(() -> out.lines().forEach(System.err::println), "server-output");
        drain.setDaemon(true);
        drain.start();
    }

    /** Starts the Fuseki that anybody can download over a TDB2 directory that it loads from a file of triples or quads first. */
    static ServerProcess fuseki(Path triples, Path directory, String... options)
            throws IOException, InterruptedException {
        String jar = FUSEKI.toAbsolutePath().toString();
        Process load = new ProcessBuilder(
                        java(), "-cp", jar, "tdb2.tdbloader", "--loc=" + directory, triples.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolveSibling("load.log").toFile())
                .start();
        if (load.waitFor() != 0) {
            throw new IllegalStateException("tdb2.tdbloader failed, see " + directory.resolveSibling("load.log"));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx1g",
                "-cp",
                jar,
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port=" + port));
        command.addAll(List.of(options));
        command.addAll(List.of("--tdb2", "--loc=" + directory, "/ds"));
        Process process = new ProcessBuilder(command)
                .directory(directory.resolveSibling("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new ServerProcess(process, List.of(socket.getPort()));
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
        process.destroy();
        throw new IllegalStateException("Fuseki did not start");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** {@return the ports that it named, in its order} */
    List<Integer> ports() {
        return ports;
    }

    /** {@return its number} */
    long pid() {
        return process.pid();
    }

    /** {@return whether it has not ended} */
    boolean isAlive() {
        return process.isAlive();
    }

    /** {@return the processor time that it has used so far, in all its threads} */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
