package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Rule;
import fr.pleiade.release.PublicationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String HEADCOUNTS = """
            url: headcounts.csv
            about:
              title: { en: Headcounts }
              description: { en: "Headcounts invented for tests: how many people of each sex there were in each town in some years." }
              licence: cc0
              publisher: tests
              issued: 2024-01-31
              contact: { en: "The team", email: data@towns.example }
            columns:
              Id: { is: key, type: code }
              Ville: { type: code, name: ville, valueUrl: "id/towns/{Ville}" }
              Année: year
              "Effectif {sexe}":
                type: integer
                parts: { sexe: { lang: fr, en: sex } }
                cube: { fr: Effectifs, en: Headcounts, dimensions: [Ville, Année], also: cube-link }
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
                .extracting(
                        line -> line.replaceAll("<[^ ]*/id/cube/papers-rate/([^>]*)> [^ ]+ \"([^\"]*)\".*", "$1 $2"))
                .containsExactly("01004/2020 100.0", "35238/2020 50.0");
        assertThat(site.current().cubes().resolve("papers-rate.cube").getParent())
                .isNotEmptyDirectory();
    }

    @Test
    void aCubeThatIsSaidInCubeLinkTooKeepsItsShapesInTheGraph() throws IOException {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("headcounts", HEADCOUNTS);
        site.file(
                "data/headcounts.csv", "Id,Ville,Année,Effectif F,Effectif H\n1,35238,2021,10,11\n2,35238,2022,12,\n");
        PublishReport report = site.publish();
        assertThat(report.verdict().groups().stream().map(FindingGroup::rule))
                .doesNotContain("broken-cube", "not-for-cube-link");
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        List<String> lines = Files.readString(site.current().graphFile("headcounts"))
                .lines()
                .map(line -> line.replace("http://localhost:8080/", "/"))
                .toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("</id/headcounts/1/F#link> </vocab/headcounts#effectif> \"10\""))
                .anyMatch(line -> line.startsWith(
                        "</id/cube/headcounts#observations> <https://cube.link/observation> </id/headcounts/1/F#link>"))
                .anyMatch(line -> line.startsWith(
                        "</id/cube/headcounts#constraint-6> <http://www.w3.org/ns/shacl#maxInclusive> \"12\""))
                .noneMatch(line -> line.startsWith("</id/headcounts/2/H#link>"));
    }

    @Test
    void aCubeInCubeLinkOfWhichNobodySaysSinceWhenIsRefused() {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("headcounts", HEADCOUNTS.replaceAll("  issued: .*\n", ""));
        site.file("data/headcounts.csv", "Id,Ville,Année,Effectif F,Effectif H\n1,35238,2021,10,11\n");
        PublishReport report = site.publish();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(report.verdict().groups())
                .filteredOn(group -> group.rule().equals("broken-cube"))
                .flatExtracting(FindingGroup::examples)
                .extracting(example -> example.finding().problem().en())
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("LINK-CUBE, ").contains("http://schema.org/date"));
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
                .satisfies(group -> assertThat(group.examples().get(0).finding().describe())
                        .contains("papers/dataset.ttl", "'papers' is left out"));
        assertThat(site.current().graphs()).noneMatch(graph -> graph.slug().equals("papers"));
    }
}
