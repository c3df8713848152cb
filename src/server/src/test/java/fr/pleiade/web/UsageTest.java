package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.inbox.Client;
import fr.pleiade.inbox.DailyUse;
import fr.pleiade.inbox.Use;
import fr.pleiade.inbox.UseCounter;
import fr.pleiade.inbox.UseStore;
import fr.pleiade.publication.ColumnSheetSite;
import fr.pleiade.publication.PublishReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Use is counted without who uses, and published as a cube. */
class UsageTest {
    private static final LocalDate TOMORROW = LocalDate.of(9999, 12, 31);
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|BROWSER",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|ROBOT",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)|ROBOT",
                "udata/17.6 harvest|ROBOT",
                "curl/8.5.0|PROGRAM",
                "python-requests/2.32|PROGRAM",
                "''|PROGRAM"
            })
    void clientsAreOfAKind(String agent, Client kind) {
        assertThat(Client.of(agent)).isEqualTo(kind);
    }

    @Test
    void pagesAndDownloadsAreCountedAndNothingOfWhoAsks() throws IOException {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        site.publish();
        ServerOptions options = new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, SmallSite.FUSEKI_CONFIG);
        try (PleiadeServer server = PleiadeServer.start(options.countingUse())) {
            SmallSite.get(server, "dataset/towns", "User-Agent", FIREFOX, "Accept", "text/html");
            SmallSite.get(server, "dataset/towns", "User-Agent", FIREFOX, "Accept", "text/html");
            SmallSite.get(server, "dump/schools.nt", "User-Agent", "curl/8.5.0");
            SmallSite.get(server, "doc/towns/35238.ttl", "User-Agent", "Googlebot/2.1");
            SmallSite.get(server, "dataset/nothing", "User-Agent", FIREFOX);
            SmallSite.get(server, "health", "User-Agent", "curl/8.5.0");
        }
        List<DailyUse> uses = new UseStore(site.state()).before(TOMORROW);
        assertThat(uses)
                .extracting(DailyUse::use, DailyUse::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                new Use("schools", "download", "application/n-triples", Client.PROGRAM), 1L),
                        org.assertj.core.groups.Tuple.tuple(
                                new Use("towns", "document", "text/turtle", Client.ROBOT), 1L),
                        org.assertj.core.groups.Tuple.tuple(new Use("towns", "page", "text/html", Client.BROWSER), 2L));
        for (String file : List.of("usage.db", "usage.db-wal")) {
            Path kept = site.state().resolve("inbox").resolve(file);
            if (Files.exists(kept)) {
                assertThat(Files.readString(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("127.0.0.1", "Firefox");
            }
        }
    }

    @Test
    void countsAreKeptThoughTheyComeInSeveralTimes() throws IOException {
        UseCounter counter = new UseCounter();
        UseStore store = new UseStore(folder);
        Use use = new Use("towns", "page", "text/html", Client.BROWSER);
        LocalDate day = LocalDate.of(2026, 11, 25);
        counter.count(use);
        store.keep(counter, day);
        store.keep(counter, day);
        counter.count(use);
        counter.count(use);
        store.keep(counter, day);
        counter.count(use);
        store.keep(counter, day.plusDays(1));
        assertThat(store.before(day.plusDays(2))).extracting(DailyUse::count).containsExactly(3L, 1L);
        assertThat(store.before(day)).as("a day that is not over is not told").isEmpty();
    }

    @Test
    void countsThatCannotBeKeptAreNotLost() throws IOException {
        Files.writeString(folder.resolve("inbox"), "a file where the folder goes");
        UseCounter counter = new UseCounter();
        Use use = new Use("towns", "page", "text/html", Client.BROWSER);
        counter.count(use);
        LocalDate day = LocalDate.of(2026, 11, 25);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new UseStore(folder).keep(counter, day))
                .isInstanceOf(IOException.class);
        Files.delete(folder.resolve("inbox"));
        new UseStore(folder).keep(counter, day);
        assertThat(new UseStore(folder).before(TOMORROW))
                .extracting(DailyUse::count)
                .containsExactly(1L);
    }

    @Test
    void waysOfUseAreBounded() throws IOException {
        UseCounter counter = new UseCounter();
        for (int i = 0; i < 10_000; i++) {
            counter.count(new Use("d" + i, "page", "text/html", Client.ROBOT));
        }
        UseStore store = new UseStore(folder);
        store.keep(counter, LocalDate.of(2026, 11, 25));
        List<DailyUse> uses = store.before(TOMORROW);
        assertThat(uses).hasSizeLessThan(5_000);
        assertThat(uses.stream().mapToLong(DailyUse::count).sum())
                .as("none is lost")
                .isEqualTo(10_000);
    }

    @Test
    void daysThatAreOverArePublishedAsACube() throws IOException {
        ColumnSheetSite site = new ColumnSheetSite(folder);
        String sheet = Files.readString(Path.of("src/docs/usage/mapping.yml"));
        site.sheet("usage", sheet.replace("  licence:", "  publisher: tests\n  licence:"));
        UseCounter counter = new UseCounter();
        counter.count(new Use("towns", "download", "text/csv", Client.PROGRAM));
        counter.count(new Use("towns", "download", "text/csv", Client.PROGRAM));
        counter.count(new Use("", "query", "application/json", Client.BROWSER));
        new UseStore(site.state()).keep(counter, LocalDate.of(2025, 3, 1));
        counter.count(new Use("towns", "download", "text/csv", Client.PROGRAM));
        new UseStore(site.state()).keep(counter, LocalDate.of(2025, 3, 31));
        counter.count(new Use("towns", "page", "text/html", Client.BROWSER));
        new UseStore(site.state()).keep(counter, TOMORROW);
        PublishReport report = site.publish();
        assertThat(report.outcome()).as(report.toString()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(folder.resolve("data/usage.csv"))
                .as("the publisher's folder is left alone")
                .doesNotExist();
        try (PleiadeServer server = PleiadeServer.start(
                new ServerOptions(site.state(), 0, ColumnSheetSite.BASE, SmallSite.FUSEKI_CONFIG))) {
            String csv = SmallSite.get(server, "cube/usage.csv?jeu=towns&client=program")
                    .body();
            assertThat(csv.lines().skip(1)).hasSize(1).first().asString().contains("2025-03", "text/csv", ",3,");
            assertThat(SmallSite.get(server, "cube/usage.csv").body()).doesNotContain("9999", "page");
            assertThat(SmallSite.get(server, "cube/usage?lang=fr", "Accept", "text/html")
                            .body())
                    .contains("<h1>Fréquentation</h1>");
        }
    }
}
