package fr.pleiade.release;

import fr.pleiade.quads.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Pléiade this is. */
public final class Software {
    /** The name with the version, for people. */
    public static final String NAME = "Pléiade "
            + Optional.ofNullable(Software.class.getPackage().getImplementationVersion())
                    .orElse("(development)");

    /** Differs between two builds of the code, so that a graph made by other code is not taken for up to date. */
    public static final String FINGERPRINT = fingerprint(NAME, System.getProperty("java.class.path"));

    private Software() {}

    static String fingerprint(String name, String classPath) {
        StringBuilder text = new StringBuilder(name);
        for (String element : classPath.split(File.pathSeparator)) {
            Path path = Path.of(element);
            boolean ours =
                    path.endsWith("classes") || path.getFileName().toString().startsWith("pleiade");
            if (ours && Files.exists(path)) {
                text.append(' ').append(newest(path));
            }
        }
        return Sha256.of(text.toString());
    }

    private static long newest(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
