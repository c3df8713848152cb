package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Severity;
import fr.pleiade.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes the real files with the mappings of this project. */
class RealFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("pleiade.shared", "../shared")).resolve("data");

    @TempDir
    Path state;

    @Test
    void theRealFilesArePublishedAndTheirLinksAreThere() {
        boolean there = Files.isDirectory(DATA.resolve("etablissements"));
        if (!there) {
            System.out.println("skipped: no real files in " + DATA);
        }
        Assumptions.assumeTrue(there, "skipped: no real files");
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), "http://localhost:8080/");
        PublishReport report = new Publisher(site, DATA, state).publish(new PublishObserver() {
            @Override
            public void ended(Stage stage, Duration took) {
                System.out.println(stage + " " + took);
            }
        });
        report.graphs().forEach(System.out::println);
        report.links().forEach((slug, links) -> links.forEach(System.out::println));
        Releases.in(state).current().orElseThrow().findings("etablissements").stream()
                .filter(f -> f.rule().startsWith("link") || f.rule().startsWith("dangling"))
                .forEach(f -> System.out.println(f.describe()));
        assertThat(report.findings(Severity.ERROR)).isZero();
    }
}
