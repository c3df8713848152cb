package fr.pleiade.mappings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real files, which are no part of the project: tests that need them say that they are skipped where they are absent. */
final class Shared {
    private Shared() {}

    /** {@return the folder of the real sources} */
    static Path sources() {
        Path data = Path.of(System.getProperty("pleiade.shared", "../shared")).resolve("data");
        if (!Files.isDirectory(data)) {
            System.out.println("skipped: no real files in " + data + " (set -Dpleiade.shared=DIR)");
        }
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: no real files in " + data);
        return data;
    }
}
