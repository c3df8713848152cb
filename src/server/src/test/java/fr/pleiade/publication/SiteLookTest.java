package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quality.look.Look;
import fr.pleiade.release.Release;
import fr.pleiade.release.SiteDescription;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logo and the colours in a publication: what is wrong with them is told, what is fit goes into the release. */
class SiteLookTest {
    private static final String CATALOG = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix look: <https://w3id.org/pleiade/look#> .
            <catalog> a dcat:Catalog ; dct:title "A catalogue"@en ; dct:license <https://l.example/> ;
              dct:publisher <id/agent/tests> .
            <id/agent/tests> a foaf:Agent ; foaf:logo <logo.svg> ; look:mainColour "%s" .
            """;
    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>";

    @TempDir
    Path folder;

    @Test
    void whatIsUnfitIsToldAndLeftOutAndWhatIsMendedIsPublished() {
        SmallSite site = new SmallSite(folder);
        site.file("mappings/catalog.ttl", CATALOG.formatted("#ffcc00"));
        site.file("mappings/logo.svg", PICTURE.formatted("<script>alert(1)</script>"));
        assertThat(rules(site.publish())).contains("low-contrast", "unsafe-logo");
        assertThat(site.current().mappings().resolve("catalog.ttl")).exists();
        assertThat(site.current().mappings().resolve("logo.svg")).doesNotExist();
        assertThat(look(site.current()).logo()).isEmpty();

        site.file("mappings/catalog.ttl", CATALOG.formatted("#123a7a"));
        site.file("mappings/logo.svg", PICTURE.formatted("<path d=\"M0 0h1v1z\"/>"));
        assertThat(rules(site.publish())).doesNotContain("low-contrast", "unsafe-logo", "unfit-logo");
        assertThat(look(site.current()).logo()).isPresent();
        assertThat(look(site.current()).palette().orElseThrow().styleSheet()).contains("#123a7a");

        site.file("mappings/logo.svg", PICTURE.formatted("<path d=\"M0 0h2v2z\"/>"));
        assertThat(site.publish().outcome())
                .isEqualTo(PublishReport.Outcome.PUBLISHED); // another picture is another site
    }

    private static Look look(Release release) {
        SiteDescription.Described catalog = release.site().catalog();
        return Look.of(catalog.iri(), catalog.description(), release.mappings());
    }

    private static List<String> rules(PublishReport report) {
        return report.verdict().groups().stream().map(group -> group.rule()).toList();
    }
}
