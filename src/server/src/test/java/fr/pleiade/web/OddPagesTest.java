package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages about things that are at fault say what they can. */
class OddPagesTest {
    private static final int LINKS = 49_998;

    @TempDir
    static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void publish() {
        server = OddSite.publish(folder, LINKS).serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void markupIsText() {
        for (String path : List.of("doc/thing/markup.html", "list/thing", "search?q=markup", "dataset/things.html")) {
            assertThat(seen(path)).as(path).doesNotContain("<b onmouseover", "<script>alert", "<i>2001");
        }
        assertThat(seen("doc/thing/markup.html"))
                .contains("&lt;b onmouseover=alert(1)&gt;M&lt;/b&gt;", "&lt;script&gt;alert(2)", "Né &lt;i&gt;2001");
    }

    @Test
    void aWordOfTenThousandLettersIsCutWhereItNames() {
        String page = seen("doc/thing/long.html");
        assertThat(page.substring(page.indexOf("<h1"), page.indexOf("</h1>"))).hasSizeLessThan(1_000);
        assertThat(page.substring(page.indexOf("<title"), page.indexOf("</title>")))
                .hasSizeLessThan(1_000);
        assertThat(seen("list/thing")).hasSizeLessThan(60_000);
    }

    @Test
    void whatHasNoNameIsCalledByItsKindAndKey() {
        String page = seen("doc/thing/unnamed.html");
        assertThat(page)
                .contains("sans nom dans la source (unnamed)</h1>")
                .contains("sans nom dans la source (unnamed) [données]"); // as it is cited
    }

    @Test
    void whatHasNoNameIsListedBehindWhatHasOne() {
        String page = seen("doc/thing/few.html");
        assertThat(page.substring(page.indexOf("Choses liées")))
                .containsSubsequence("Émile", "Zoé", "sans nom (few-a)", "sans nom (few-b)");
    }

    @Test
    void whatIsNowhereHasNoMap() {
        for (String thing : List.of("unnamed", "nowhere", "undated")) {
            assertThat(seen("doc/thing/" + thing + ".html")).as(thing).doesNotContain("<figure class=\"map");
        }
        assertThat(seen("doc/thing/markup.html")).contains("<figure class=\"map");
        assertThat(seen("list/thing")).contains("2 sur la carte");
    }

    @Test
    void whatHasNoDateThatThereIsComesLastInAHistory() {
        assertThat(history("undated"))
                .contains("<dt>sans date</dt>", "Né 20222-01-01")
                .doesNotContain("<svg");
        String hub = history("hub");
        assertThat(hub.indexOf("<dt>1900</dt>")).isPositive().isLessThan(hub.indexOf("<dt>2001-02-03</dt>"));
        assertThat(hub.indexOf("<dt>2001-02-03</dt>")).isLessThan(hub.indexOf("<dt>sans date</dt>"));
    }

    @Test
    void fiftyThousandLinksAreCountedAndShownAPageAtATime() {
        long started = System.nanoTime();
        String page = seen("doc/thing/hub.html");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(page.length()).isLessThan(60_000);
        int list = page.indexOf("Choses liées");
        assertThat(list).isPositive();
        assertThat(page.substring(list, page.indexOf("<ul", list)).replaceAll("\\s", "\u202f"))
                .contains("50\u202f000");
        assertThat(history("hub")).contains("Il y en a d’autres, qui ne sont pas montrés.");
    }

    @Test
    void aTextInALanguageThatNobodyHereReadsSaysInWhich() {
        assertThat(seen("doc/thing/markup.html")).contains("lang=\"tlh\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlh", "xx-yy-zz", "%3Cscript%3E", "*", ""})
    void aLanguageThatThereIsNotIsNotSpokenAndTheReadersIs(String language) {
        assertThat(get("?lang=" + language).body())
                .contains("<html lang=\"fr\"")
                .doesNotContain("<script>");
        assertThat(get("?lang=" + language, "Accept-Language", "en").body()).contains("<html lang=\"en\"");
        assertThat(get("?lang=" + language, "Accept-Language", "tlh").body()).contains("<html lang=\"en\"");
    }

    @Test
    void aHundredFacetsAtOnceAreAPage() {
        for (String facet :
                List.of("type=http://www.w3.org/2000/01/rdf-schema%23Resource&", "dataset=things&", "place=x&")) {
            HttpResponse<String> page = get("search?q=hub&" + facet.repeat(100));
            assertThat(page.statusCode()).as(facet).isIn(200, 400);
            assertThat(page.body()).as(facet).contains("<h1").hasSizeLessThan(200_000);
        }
    }

    private static String history(String thing) {
        String page = seen("doc/thing/" + thing + ".html");
        int heading = page.indexOf(">Histoire</h2>");
        assertThat(heading).as("a history of %s", thing).isPositive();
        return page.substring(heading, page.indexOf("</section>", heading));
    }

    /** {@return a page as a reader sees it: without the data that it carries} */
    private static String seen(String path) {
        HttpResponse<String> page = get(path, "Accept-Language", "fr");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body().replaceAll("(?s)<script type=\"application/ld\\+json\".*?</script>", "");
    }

    private static HttpResponse<String> get(String path, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Accept", "text/html"), java.util.stream.Stream.of(headers))
                .toArray(String[]::new);
        return SmallSite.get(server, path, all);
    }
}
