package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.quality.FindingGroup;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cube that a sheet declares: checked when it is published, and dereferenceable. */
class CubeServedTest {
    private static final String SHEET = """
            url: headcounts.csv
            about:
              title: { en: Headcounts }
              description: { en: "Headcounts invented for tests: how many people of each sex there were in each town in some years." }
              licence: cc0
              publisher: tests
            columns:
              Id: { is: key, type: code }
              Ville: { type: code, name: ville, valueUrl: "id/towns/{Ville}" }
              Année: year
              "Effectif {sexe}":
                type: integer
                cube: { fr: Effectifs, en: Headcounts, dimensions: [Ville, Année] }
            """;

    @TempDir
    private Path folder;

    private ColumnSheetSite site;

    @BeforeEach
    void write() {
        site = new ColumnSheetSite(folder);
        site.sheet("headcounts", SHEET);
    }

    private PublishReport publish(String rows) throws Exception {
        Files.writeString(folder.resolve("data/headcounts.csv"), "Id,Ville,Année,Effectif F,Effectif H\n" + rows);
        return site.publish();
    }

    private static List<Finding> broken(PublishReport report) {
        return report.verdict().groups().stream()
                .filter(group -> group.rule().equals("broken-cube"))
                .flatMap(group -> group.examples().stream().map(FindingGroup.Example::finding))
                .toList();
    }

    @Test
    void wellFormedCubeIsPublishedAndDereferenceable() throws Exception {
        PublishReport report = publish("1,35238,2022,10,11\n2,01004,2022,3,\n");
        assertThat(broken(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        try (PleiadeServer server = PleiadeServer.start(
                new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, SmallSite.FUSEKI_CONFIG))) {
            HttpResponse<String> cube = SmallSite.get(server, "doc/cube/headcounts", "Accept", "text/turtle");
            assertThat(cube.statusCode()).isEqualTo(200);
            assertThat(cube.body()).contains("\"Headcounts\"@en", "cube#DataSet");
            HttpResponse<String> sum = SmallSite.get(
                    server,
                    "sparql?query=SELECT%20(SUM(%3Fn)%20AS%20%3Fall)%20%7B%20%3Fo%20%3Chttp%3A%2F%2Fpurl.org%2Flinked-data%2Fcube%23dataSet%3E%20%3Chttp%3A%2F%2Flocalhost%3A8080%2Fid%2Fcube%2Fheadcounts%3E%20%3B%20%3Chttp%3A%2F%2Flocalhost%3A8080%2Fvocab%2Fheadcounts%23effectif%3E%20%3Fn%20%7D",
                    "Accept",
                    "text/csv");
            assertThat(sum.body().lines()).containsExactly("all", "24");
        }
    }

    @Test
    void observationsAtOnePlaceAreRefusedWithBothNamesAndRows() throws Exception {
        PublishReport report = publish("1,35238,2022,10,\n2,35238,2022,12,\n");
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(broken(report)).singleElement().satisfies(finding -> {
            assertThat(finding.place().describe()).startsWith("headcounts.csv:3, column 'Effectif F'");
            for (String problem :
                    List.of(finding.problem().en(), finding.problem().fr())) {
                assertThat(problem)
                        .startsWith("IC-12, ")
                        .contains("id/headcounts/2/F", "id/headcounts/1/F", "(headcounts.csv:2, column 'Effectif F'");
            }
        });
    }

    @Test
    void observationThatStandsNowhereIsTold() throws Exception {
        PublishReport report = publish("1,35238,,10,\n2,35238,2022,12,\n");
        assertThat(broken(report))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem().en()).startsWith("IC-11, ").contains("vocab/headcounts#annee"));
    }
}
