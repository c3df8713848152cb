package fr.pleiade.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code map} on Spark as a measured process; Spark is on the class path of that one alone. */
final class SparkProcess {
    private static final Pattern QUADS = Pattern.compile("\"quads\": ([0-9]+)");

    private SparkProcess() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        long start = System.nanoTime();
        Path report = Path.of(arguments[arguments.length - 1], "report.json");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> report(report, start)));
        Method command = Class.forName("fr.pleiade.spark.SparkMap").getDeclaredMethod("main", String[].class);
        command.setAccessible(true);
        command.invoke(null, (Object) Arrays.copyOf(arguments, arguments.length));
    }

    private static void report(Path report, long start) {
        try {
            Matcher quads = QUADS.matcher(Files.readString(report));
            Measurement.report(quads.find() ? Long.parseLong(quads.group(1)) : 0, start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
