package fr.pleiade.publication;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The real files of places and institutions, published with the mappings of this project once for all tests of this JVM. Who asks for them
 * without having them is skipped. The statistics and directories, ten times as much, are published by {@code StatisticsBenchmark}.
 */
public final class RealFiles {
    public static final String BASE = "http://localhost:8080/";

    private static final Set<String> LARGE = Set.of(
            "annuaire-education",
            "effectifs",
            "evenements-etablissements",
            "finances",
            "insertion-master",
            "ror",
            "structures-recherche");

    private static final class Holder {
        static final RealFiles PUBLISHED = new RealFiles();
    }

    private final PublishReport report;
    private final Release release;

    private RealFiles() {
        try {
            Path state = Files.createTempDirectory("pleiade-real-files");
            Site site = Site.read(mappings(), Path.of("ontology"), BASE);
            report = new Publisher(site, Needed.shared("data"), state).publish(PublishObserver.NONE);
            release = Releases.in(state).current().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a copy of the mappings without those of large files} */
    private static Path mappings() throws IOException {
        Path copy = Files.createTempDirectory("pleiade-real-mappings");
        try (Stream<Path> walk = Files.walk(Path.of("mappings"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path name = Path.of("mappings").relativize(file);
                if (!LARGE.contains(name.getName(0).toString())) {
                    Path target = copy.resolve(name.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    public static RealFiles published() {
        Needed.shared(
                "data"); // here, so that the test is skipped, and not failed for a class that cannot be initialised
        return Holder.PUBLISHED;
    }

    public PublishReport report() {
        return report;
    }

    public Release release() {
        return release;
    }
}
