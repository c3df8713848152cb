package fr.pleiade.bench;

import fr.pleiade.publication.KilledPublications;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kills two hundred publications at random instants: {@code mvn -Pall -DskipTests verify -Dbench=KillBenchmark}. */
public final class KillBenchmark {
    private static final int KILLS = Integer.getInteger("kills", 200);

    private KillBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory("pleiade-kills-");
        System.out.println(new KilledPublications(folder, seed).run(KILLS));
    }
}
