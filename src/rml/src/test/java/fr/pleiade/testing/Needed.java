package fr.pleiade.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs beyond a JDK and Maven. A test whose need is not met is skipped, and a line says so; in the gate, which sets
 * {@code PLEIADE_STRICT=1}, it fails if its need could have been met: {@code .ci/run} installs what Debian provides.
 */
public final class Needed {
    private static final boolean STRICT = "1".equals(System.getenv("PLEIADE_STRICT"));
    private static final Path SHARED = Path.of(System.getProperty("pleiade.shared", "../shared"));

    private Needed() {}

    /**
     * Asks for a file that a package of Debian brings, such as a program, or that Linux has.
     *
     * @param remedy what to do where it is missing
     */
    public static void file(Path file, String remedy) {
        file(file, remedy, STRICT);
    }

    static void file(Path file, String remedy, boolean strict) {
        need(Files.isReadable(file), "no " + file + ": " + remedy, strict);
    }

    /**
     * {@return a folder beside the project, such as {@code data}, with what is not the project's to give away}
     *
     * <p>Where nothing is beside the project no test can have it; where something is, a missing folder is a fault of the machine.
     */
    public static Path shared(String folder) {
        return shared(SHARED, folder, STRICT);
    }

    /** Likewise, of any folder that may be beside the project. */
    static Path shared(Path beside, String folder, boolean strict) {
        Path path = beside.resolve(folder);
        need(
                Files.isDirectory(path),
                "no folder " + path + " (set -Dpleiade.shared=DIR)",
                strict && Files.isDirectory(beside));
        return path;
    }

    /** Asks for what only the kernel gives or refuses: its absence is said, and is never a failure. */
    public static void ofTheKernel(boolean given, String what) {
        need(given, "the kernel refuses " + what, false);
    }

    /** Asks for a property by which somebody wishes for what takes too long to be run each time: it is never a failure. */
    public static void wanted(String property, String what) {
        need(Boolean.getBoolean(property), what + " by -D" + property + "=true", false);
    }

    private static void need(boolean met, String missing, boolean fatal) {
        if (met) {
            return;
        }
        if (fatal) {
            Assertions.fail("not skipped, since PLEIADE_STRICT=1: " + missing);
        }
        System.out.println("SKIPPED: " + missing);
        Assumptions.abort("skipped: " + missing);
    }
}
