package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Rule;
import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cubes that a sheet counts, published; and a dataset that is published only with its source. */
class CountedCubeTest {
    private static final String PAPERS = """
            url: papers.csv
            about:
              title: { en: Papers }
              description: { en: "Papers invented for tests, each with its year, the towns of its authors and whether everybody can read it." }
              licence: cc0
              publisher: tests
            class: Paper
            columns:
              Id: key
              Year: { type: year }
              Open: { type: boolean }
              Town: { type: code, list: "|", link: { to: towns, as: inTown } }
            counts:
              - as: rate
                en: Rate
                dimensions: [Town, Year]
                share: { of: Open, as: share, en: open share }
            """;

    @TempDir
    private Path folder;

    private ColumnSheetSite site() {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("papers", PAPERS);
        return site;
    }

    @Test
    void rowsAreCountedByWhatTheyLeadToAndCheckedLikeOtherCubes() throws IOException {
        ColumnSheetSite site = site();
        site.file("data/papers.csv", """
                Id,Year,Open,Town
                a,2020,true,35238|01004
                b,2020,false,35238
                c,20222,true,35238
                d,2020,perhaps,35238
                e,2020,true,99999
                """);
        PublishReport report = site.publish();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(report.verdict().groups().stream().map(FindingGroup::rule))
                .contains("date", "boolean", "link-missing")
                .doesNotContain("broken-cube");
        assertThat(Files.readString(site.current().graphFile("papers")).lines())
                .filteredOn(line -> line.contains("/vocab/papers#share>"))
                .extracting(line -> line.replaceAll("<[^ ]*/id/cube/papers-rate/([^>]*)> [^ ]+ \"([^\"]*)\".*", "$1 $2"))
                .containsExactly("01004/2020 100.0", "35238/2020 50.0");
        assertThat(site.current().cubes().resolve("papers-rate.cube").getParent()).isNotEmptyDirectory();
    }

    @Test
    void aDatasetThatNeedsItsSourceIsLeftOutWithoutIt() {
        ColumnSheetSite site = site();
        assertThatThrownBy(site::publish)
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("papers.csv");
        site.sheet("papers", PAPERS.replaceAll("(?s)about:.*?class:", "class:"));
        site.file("mappings/papers/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/papers> a dcat:Dataset ; dct:title "Papers"@en ; dct:license <https://l.example/> ;
                  dct:description "Papers invented for tests, each with its year and the towns of its authors."@en ;
                  <https://w3id.org/pleiade/gate#onlyWith> "papers.csv" .
                """);
        PublishReport report = site.publish();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(report.verdict().groups())
                .filteredOn(group -> group.rule().equals(Rule.LEFT_OUT.id()))
                .singleElement()
                .satisfies(group -> assertThat(
                                group.examples().get(0).finding().describe())
                        .contains("papers/dataset.ttl", "'papers' is left out"));
        assertThat(site.current().graphs()).noneMatch(graph -> graph.slug().equals("papers"));
    }
}
