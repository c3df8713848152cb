package fr.pleiade.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What the system and the JVM's own tools say of a server's process. Linux only. Closing it ends the watch over its memory. */
final class Vitals implements AutoCloseable {
    private static final long EACH_NANOS = 100_000_000;

    private final ServerProcess server;
    private final AtomicBoolean isDone = new AtomicBoolean();
    private final Thread watch = new Thread(this::watch, "memory-watch");
    private volatile double mostMegabytes;

    Vitals(ServerProcess server) {
        this.server = server;
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!isDone.get()) {
            mostMegabytes = Math.max(mostMegabytes, residentMegabytes());
            LockSupport.parkNanos(EACH_NANOS);
        }
    }

    /** {@return resident memory now, without files that are mapped, which the system takes back when it needs the room} */
    private double residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(server.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024;
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** {@return the most that was resident since this was last asked} */
    double takeMostMegabytes() {
        double most = Math.max(mostMegabytes, residentMegabytes());
        mostMegabytes = 0;
        return most;
    }

    /** {@return how many processors it uses, over so long} */
    double processors(long millis) {
        double before = server.cpuSeconds();
        LockSupport.parkNanos(millis * 1_000_000);
        return (server.cpuSeconds() - before) * 1000 / millis;
    }

    /**
     * {@return the threads that there are for a reason: none of the JVM's own, and of those that serve requests the ones that do}
     */
    List<String> threadsAtWork() throws IOException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        List<String> threads = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(tool.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder thread = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.isEmpty()) {
                    add(threads, thread.toString());
                    thread.setLength(0);
                } else {
                    thread.append(line).append('\n');
                }
            }
        }
        return threads;
    }

    private static void add(List<String> threads, String thread) {
        boolean isJava = thread.startsWith("\"") && thread.contains("java.lang.Thread.State");
        boolean waitsForWork = thread.contains("-exec-") && thread.contains("TaskQueue.");
        if (isJava && !waitsForWork && !thread.contains("CompilerThread") && !thread.contains("\"Attach Listener\"")) {
            threads.add(thread.substring(1, thread.indexOf('"', 1)));
        }
    }

    /** {@return how many bytes the files below a folder have} */
    static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                try {
                    sum += Files.isRegularFile(file) ? Files.size(file) : 0;
                } catch (NoSuchFileException justGone) {
                    continue;
                }
            }
        } catch (UncheckedIOException justGone) {
            return bytes(folder);
        }
        return sum;
    }

    @Override
    public void close() {
        isDone.set(true);
    }
}
