package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
 * Publishes in a process of its own, again and again with another source, and kills the process (SIGKILL) at a random instant of each
 * publication; after each kill, the release that would be served must be a complete one.
 */
public final class KilledPublications {
    private final SmallSite site;
    private final Path folder;
    private final Random random;
    private final Set<String> served = new TreeSet<>();
    private final SortedMap<String, Integer> deaths = new TreeMap<>();
    private Duration whole = Duration.ZERO;

    public KilledPublications(Path folder, long seed) {
        this.folder = folder;
        this.site = new SmallSite(folder);
        this.random = new Random(seed);
    }

    /** {@return one sentence on what happened} */
    public String run(int kills) throws IOException, InterruptedException {
        site.schools(schools(0));
        whole = publishAndKillAfter(Duration.ofMinutes(1));
        deaths.clear();
        requireCompleteRelease();
        for (int kill = 1; kill <= kills; kill++) {
            site.schools(schools(kill));
            long latest =
                    whole.toMillis() * 3 / 2; // so that the last stages have their share, even on a busier machine
            publishAndKillAfter(Duration.ofMillis(random.nextLong(latest + 1)));
            requireCompleteRelease();
        }
        return "%d kills, %s, %d releases served, none incomplete".formatted(kills, deaths, served.size());
    }

    private static String schools(int version) {
        return "id,name,town,sister\na,Alpha %d,35,\nb,Beta,01,\n".formatted(version);
    }

    /** {@return the time from the publication's first stage to its end, or to its death} */
    private Duration publishAndKillAfter(Duration delay) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.pleiade.cli.Pleiade",
                        "publish",
                        "--site",
                        folder.toString(),
                        "--sources",
                        site.sources().toString(),
                        "--state",
                        site.state().toString()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String first = output.readLine(); // printed when the first stage ends
            long start = System.nanoTime();
            boolean ended = process.waitFor(delay.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                assertThat(process.exitValue()).as("%s", first).isZero();
                whole = Duration.ofNanos(System.nanoTime() - start);
            }
            process.toHandle().destroyForcibly(); // leaves what it has printed to be read
            process.waitFor();
            Duration life = Duration.ofNanos(System.nanoTime() - start);
            long stagesBehind =
                    1 + output.lines().takeWhile(line -> !line.isBlank()).count();
            deaths.merge(ended ? "after the end" : "after %d of 6 stages".formatted(stagesBehind), 1, Integer::sum);
            return life;
        }
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
        assertThat(site.state())
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("building-"));
    }
}
