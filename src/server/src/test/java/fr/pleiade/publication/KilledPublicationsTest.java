package fr.pleiade.publication;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills in every build; {@code mvn -Pall -DskipTests verify -Dbench=KillBenchmark} does two hundred. */
class KilledPublicationsTest {
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void aKilledPublicationLeavesACompleteReleaseToServe() throws Exception {
        System.out.println("seed " + SEED + ": " + new KilledPublications(folder, SEED).run(4));
    }
}
