package fr.pleiade.publication;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real files, published with the mappings of this project once for all tests of this JVM. Who asks for them without having them is skipped. */
public final class RealFiles {
    public static final String BASE = "http://localhost:8080/";

    private static final class Holder {
        static final RealFiles PUBLISHED = new RealFiles();
    }

    private final PublishReport report;
    private final Release release;

    private RealFiles() {
        try {
            Path state = Files.createTempDirectory("pleiade-real-files");
            Site site = Site.read(Path.of("mappings"), Path.of("ontology"), BASE);
            report = new Publisher(site, Needed.shared("data"), state).publish(PublishObserver.NONE);
            release = Releases.in(state).current().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
