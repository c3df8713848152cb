package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the numbers of cubes come from that no row says: those that were counted, and what is said again in the words of cube.link. */
class WhyCubesTest {
    private static final String SHEET = """
            url: papers.csv
            about:
              title: { en: Papers }
              description: { en: "Papers invented for tests, each with its year, the towns of its authors and whether everybody can read it." }
              licence: cc0
              publisher: tests
              issued: 2024-01-31
              contact: { en: "The team", email: data@papers.example }
            class: { as: Paper, en: paper }
            columns:
              Id: key
              Year: { type: year, en: year }
              Open: { type: boolean, en: free to read }
              Town: { type: code, list: "|", en: town, valueUrl: "id/towns/{Town}", as: town }
              Field: { type: code, en: field, valueUrl: "id/fields/{Field}", as: field }
            counts:
              - as: rate
                en: Rate
                dimensions: [Town, Year]
                share: { of: Open, as: share, en: open share }
                also: cube-link
              - as: number
                en: Number
                dimensions: [Field, Year]
                count: { as: papers, en: papers }
              - as: years
                en: Years
                dimensions: [Year]
                count: { as: papers, en: papers }
            """;

    private static PleiadeServer server;

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.sheet("papers", SHEET);
        Files.writeString(folder.resolve("data/papers.csv"), """
                Id,Year,Open,Town,Field
                a,2020,true,35238|01004,x
                b,2020,false,35238,x
                c,2021,true,35238,x
                d,2020,,35238,y
                e,2020,true,01004,x
                """);
        PublishReport report = site.publish();
        assertThat(report.outcome()).as(report.toString()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        server = PleiadeServer.start(new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, SmallSite.FUSEKI_CONFIG));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String page(String question) {
        HttpResponse<String> answer = SmallSite.get(server, "why?lang=en&subject=" + question, "Accept", "text/html");
        assertThat(answer.statusCode()).as(question + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> lines(String page) {
        Matcher lines = Pattern.compile("<dt>Line</dt><dd>([0-9]+)</dd>").matcher(page);
        return lines.results().map(result -> result.group(1)).toList();
    }

    /** Of the town's papers of 2020, that of line 5 does not say. */
    @Test
    void aShareLeadsToTheRowsThatWereCounted() {
        String page = page("id/cube/papers-rate/35238/2020&predicate=vocab/papers%23share");
        assertThat(page)
                .contains("50", "in percent, of those of which “free to read” is true, by town, year")
                .contains("<code>papers.csv</code>", "<code>Open</code>", "<code>papers/mapping.yml</code>");
        assertThat(lines(page)).containsExactly("2", "3");
    }

    @Test
    void aCountLeadsToTheRowsThatWereCounted() {
        String page = page("id/cube/papers-number/x/2020&predicate=vocab/papers%23papers");
        assertThat(page).contains("of “paper”, by field, year");
        assertThat(lines(page)).containsExactly("2", "3", "6");
    }

    @Test
    void whereACountStandsLeadsToTheColumnsThatSaySo() {
        String page = page("id/cube/papers-number/x/2020&predicate=vocab/papers%23field");
        assertThat(page).contains("<code>Field</code>");
        assertThat(lines(page)).containsExactly("2", "3", "6");
    }

    @Test
    void aCountByWordsAloneSaysByWhich() {
        assertThat(page("id/cube/papers-years/2021&predicate=vocab/papers%23papers"))
                .contains("of “paper”, by year")
                .doesNotContain("It was counted from this");
    }

    @Test
    void whatIsSaidAgainLeadsToWhatItSays() {
        String number = page("id/cube/papers-rate/35238/2020%23link&predicate=vocab/papers%23share");
        assertThat(number).contains("in the words of cube.link too", "<code>Open</code>");
        assertThat(lines(number)).containsExactly("2", "3");
        String member = page("id/cube/papers-rate%23observations&predicate=https://cube.link/observedBy");
        assertThat(member).contains("in the words of cube.link too");
    }

    @Test
    void everyStatementOfTheGraphHasAReason() {
        for (String thing : List.of(
                "id/cube/papers-rate/35238/2020",
                "id/cube/papers-rate/35238/2020%23link",
                "id/cube/papers-years/2021",
                "id/cube/papers-rate",
                "id/cube/papers-rate%23constraint-3",
                "id/cube/papers-rate%23observations")) {
            assertThat(page(thing)).as(thing).doesNotContain("before the origin of values was kept");
        }
    }

    @Test
    void itIsProvToo() {
        HttpResponse<String> answer = SmallSite.get(
                server,
                "why?subject=id/cube/papers-rate/35238/2020&predicate=vocab/papers%23share",
                "Accept",
                "text/turtle");
        assertThat(answer.body())
                .contains("papers.csv#row=2", "papers.csv#row=3")
                .doesNotContain("papers.csv#row=5");
    }
}
