package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Stage;
import fr.pleiade.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Publishes in a process of its own, again and again with another source, and kills the process (SIGKILL) in each of its stages in turn,
 * at a random instant of it; the last one is the pruning of earlier releases. After each kill, the release that would be served must be
 * a complete one, and all others must be readable.
 */
public final class KilledPublications {
    private static final int STAGES = Stage.values().length;

    private final SmallSite site;
    private final Path folder;
    private final Random random;
    private final Set<String> served = new TreeSet<>();
    private final SortedMap<String, Integer> deaths = new TreeMap<>();

    /** How many milliseconds each stage took in a publication that was left alone, and then what came after the last. */
    private final long[] millis = new long[STAGES + 1];

    public KilledPublications(Path folder, long seed) {
        this.folder = folder;
        this.site = new SmallSite(folder);
        this.random = new Random(seed);
    }

    /** {@return one sentence on what happened} */
    public String run(int kills) throws IOException, InterruptedException {
        site.schools(schools(0));
        measure();
        requireCompleteRelease();
        for (int kill = 1; kill <= kills; kill++) {
            site.schools(schools(kill));
            int stage = kill % millis.length;
            long latest = millis[stage] * 3 / 2; // so that its end has its share even when the machine got busier
            publishAndKill(stage, Duration.ofMillis(random.nextLong(latest + 1)));
            requireCompleteRelease();
        }
        return "%d kills, stages that had ended: %s, %d releases served, none incomplete"
                .formatted(kills, deaths, served.size());
    }

    private static String schools(int version) {
        return "id,name,town,sister\na,Alpha %d,35,\nb,Beta,01,\n".formatted(version);
    }

    private void measure() throws IOException, InterruptedException {
        Process process = publish();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            long before = System.nanoTime();
            for (int stage = 0; stage < STAGES; stage++) {
                assertThat(output.readLine()).as("stage %d", stage).isNotNull();
                millis[stage] = Duration.ofNanos(System.nanoTime() - before).toMillis();
                before = System.nanoTime();
            }
            assertThat(process.waitFor()).isZero();
            millis[STAGES] = Duration.ofNanos(System.nanoTime() - before).toMillis();
        }
    }

    /**
     * Kills a publication.
     *
     * @param stages how many stages are to have ended
     * @param delay how long after the last of them; a line is printed when a stage ends
     */
    private void publishAndKill(int stages, Duration delay) throws IOException, InterruptedException {
        Process process = publish();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int stage = 0; stage < stages; stage++) {
                assertThat(output.readLine()).as("stage %d", stage).isNotNull();
            }
            boolean ended = process.waitFor(delay.toMillis(), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly(); // leaves what was printed to be read
            process.waitFor();
            long more = output.lines().takeWhile(line -> !line.isBlank()).count();
            deaths.merge(ended ? "all, and the process" : Long.toString(stages + more), 1, Integer::sum);
            assertThat(ended && process.exitValue() != 0).as("failed by itself").isFalse();
        }
    }

    private Process publish() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.pleiade.cli.Pleiade",
                        "publish",
                        "--keep",
                        "1",
                        "--site",
                        folder.toString(),
                        "--sources",
                        site.sources().toString(),
                        "--state",
                        site.state().toString()))
                .redirectErrorStream(true)
                .start();
    }

    private void requireCompleteRelease() {
        Releases releases = Releases.in(site.state());
        Release release = releases.toServe(problem -> {
                    throw problem;
                })
                .orElseThrow();
        assertThat(releases.currentId()).contains(release.id());
        try (Store store = Store.open(release.tdb2())) {
            for (PublishedGraph graph : release.graphs()) {
                assertThat(store.count(graph.iri())).as(graph.slug()).isEqualTo(graph.triples());
            }
        }
        served.add(release.id());
        releases.clean();
        assertThat(releases.damaged()).isEmpty();
        releases.all().forEach(Release::verifyGraphs);
        assertThat(site.state())
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("building-"));
    }
}
