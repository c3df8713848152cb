package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        PublishReport report = new Publisher(site, DATA, state).publish(PublishObserver.NONE);
        LinkReport communes = report.links().get("etablissements").get(0);
        assertThat(communes.candidates()).isEqualTo(250);
        assertThat(communes.linksByTarget()).isEqualTo(Map.of("communes", 243L, "collectivites-outremer", 2L));
        assertThat(Releases.in(state).current().orElseThrow().findings("etablissements"))
                .filteredOn(f -> f.severity() == Severity.WARNING && f.rule().startsWith("link-"))
                .extracting(Finding::rule)
                .containsExactly("link-missing", "link-missing", "link-missing", "link-missing", "link-no-key");
        assertThat(report.findings(Severity.ERROR)).isZero();
    }
}
