package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Publishes the real files with the mappings of this project. */
class RealFilesTest {
    @Test
    void theRealFilesArePublishedAndTheirLinksAreThere() {
        PublishReport report = RealFiles.published().report();
        LinkReport communes = report.links().get("etablissements").get(0);
        assertThat(communes.candidates()).isEqualTo(250);
        assertThat(communes.linksByTarget()).isEqualTo(Map.of("communes", 243L, "collectivites-outremer", 2L));
        assertThat(RealFiles.published().release().findings("etablissements"))
                .filteredOn(f -> f.severity() == Severity.WARNING && f.rule().startsWith("link-"))
                .extracting(Finding::rule)
                .containsExactly("link-missing", "link-missing", "link-missing", "link-missing", "link-no-key");
        assertThat(report.findings(Severity.ERROR)).isZero();
    }
}
