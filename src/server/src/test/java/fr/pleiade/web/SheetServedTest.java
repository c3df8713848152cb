package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server answers of datasets whose folders hold a column sheet and nothing else. */
class SheetServedTest {
    @TempDir
    static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void publish() {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        server = PleiadeServer.start(new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, SmallSite.FUSEKI_CONFIG));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDatasetHasAPageWithTitleLicenceAndPublisher() {
        assertThat(page("dataset/towns.html"))
                .contains("Towns", "licence-ouverte-open-licence", "id/agent/tests", "invented for tests");
    }

    @Test
    void aThingHasAPageWithTheNamesOfItsProperties() {
        assertThat(page("doc/towns/35238")).contains("Rennes", "inhabitants", "222", "Town");
    }

    @Test
    void aLinkLeadsToTheThingOfTheOtherDataset() {
        assertThat(page("doc/schools/a")).contains("/towns/35238", "Rennes");
    }

    @Test
    void theVocabularyOfADatasetIsDereferenceable() {
        HttpResponse<String> turtle = SmallSite.get(server, "vocab/towns", "Accept", "text/turtle");
        assertThat(turtle.statusCode()).isEqualTo(200);
        assertThat(turtle.body()).contains("habitants", "\"inhabitants\"@en", "DatatypeProperty", "\"Ville\"@fr");
        assertThat(page("vocab/towns")).contains("inhabitants", "Towns");
    }

    private static String page(String path) {
        HttpResponse<String> answer = SmallSite.get(server, path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
