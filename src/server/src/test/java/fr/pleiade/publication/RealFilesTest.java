package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes the real files with the mappings of this project. */
class RealFilesTest {
    @TempDir
    Path state;

    @Test
    void theRealFilesArePublishedAndTheirLinksAreThere() {
        Path data = Needed.shared("data");
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), "http://localhost:8080/");
        PublishReport report = new Publisher(site, data, state).publish(PublishObserver.NONE);
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
