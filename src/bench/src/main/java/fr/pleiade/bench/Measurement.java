package fr.pleiade.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one process cost from its start to its end.
 *
 * @param name what was measured
 * @param cpuSeconds user and system time of all threads, the JVM's own included
 * @param wallSeconds from the first line of {@code main} to the last
 * @param peakMegabytes the resident memory's high-water mark; 0 where the system does not tell
 * @param triples the lines written
 */
record Measurement(String name, double cpuSeconds, double wallSeconds, double peakMegabytes, long triples) {
    private static final String MARK = "MEASURED ";

    double triplesPerCpuSecond() {
        return triples / cpuSeconds;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s %8.2f CPU s %8.2f s wall %7.0f MB %,12d triples %,12.0f a CPU s",
                name,
                cpuSeconds,
                wallSeconds,
                peakMegabytes,
                triples,
                triplesPerCpuSecond());
    }

    /** Runs a main class in a process of its own, which must end by {@link #report}. */
    static Measurement of(String name, Class<?> main, List<String> jvmOptions, List<String> arguments) {
        return of(name, main, jvmOptions, classPath(), arguments);
    }

    /** Likewise, with a class path of its own. */
    static Measurement of(
            String name, Class<?> main, List<String> jvmOptions, String classPath, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return out.lines()
                        .filter(line -> line.startsWith(MARK))
                        .map(line -> parse(name, line.substring(MARK.length())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(name + " ended without a measurement"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be started", e);
        }
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** {@return the CPU time of this process so far, of all its threads} */
    static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Prints the cost of this process so far, for {@link #of}. */
    static void report(long triples, long startNanos) throws IOException {
        report(triples, startNanos, kilobytes("VmHWM:") / 1024);
    }

    /** Prints the cost of this process so far with a peak that was measured otherwise, for {@link #of}. */
    static void report(long triples, long startNanos, double peakMegabytes) {
        System.out.printf(
                Locale.ROOT,
                MARK + "%f %f %f %d%n",
                cpuNanos() / 1e9,
                (System.nanoTime() - startNanos) / 1e9,
                peakMegabytes,
                triples);
    }

    /** {@return what the system says of this process's memory under a name; 0 where it does not tell} */
    static double kilobytes(String name) throws IOException {
        return kilobytes(name, ProcessHandle.current().pid());
    }

    /** {@return what the system says of a process's memory under a name; 0 where it does not tell, or when the process has ended} */
    static double kilobytes(String name, long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException | UncheckedIOException ended) {
            return 0;
        }
    }

    private static Measurement parse(String name, String line) {
        String[] values = line.split(" ");
        return new Measurement(
                name,
                Double.parseDouble(values[0]),
                Double.parseDouble(values[1]),
                Double.parseDouble(values[2]),
                Long.parseLong(values[3]));
    }
}
