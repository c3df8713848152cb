package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites may show of ours: small pages in frames, and pictures beside links. */
class EmbedTest {
    @ParameterizedTest
    @CsvSource({
        "embed/card/etablissement/ti37C, 0350937D",
        "embed/chart/etablissement/ti37C, <path class=\"curve\"",
        "embed/list/etablissement?in=region/53, École navale",
        "embed/card/effectifs/2021-ti37C/age-au-bac/aLHeure, 2021", // a key of several parts
    })
    void aSmallPageMayBeFramedByAnybodyAndRunsNothing(String path, String part) {
        HttpResponse<String> answer = sample().get(path, "Accept", "text/html", "Accept-Language", "fr");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors *")
                .doesNotContain("script-src", "connect-src");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains(part, "<html lang=\"fr\"", "content=\"noindex\"")
                .doesNotContain("<script", "??");
        assertThat(Pattern.compile("<a href=\"([^\"]*)\"([^>]*)>")
                        .matcher(answer.body())
                        .results())
                .isNotEmpty()
                .allMatch((MatchResult link) ->
                        link.group(1).startsWith(BASE) && link.group(2).contains("target=\"_top\""));
        assertThat(answer.body().length()).as("characters").isLessThan(6_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "doc/etablissement/ti37C.html",
                "list/etablissement",
                "search?q=x",
                "sparql",
                "vocab/pleiade/uai"
            })
    void noOtherPageMayBeFramed(String path) {
        assertThat(sample().get(path, "Accept", "text/html")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embed/card/etablissement/none",
                "embed/chart/none/x",
                "embed/list/none",
                "embed/list/etablissement?in=region/none",
                "card/none.png",
                "card/..%2Fcatalog.png"
            })
    void whatIsNotThereIsNoSmallPage(String path) {
        assertThat(sample().get(path, "Accept", "text/html").statusCode()).isBetween(400, 404);
    }

    @Test
    void numbersAreCalledByTheStatisticsTheyAreOfInTheOrderOfTheThingsPage() {
        assertThat(sample().get("embed/chart/etablissement/ti37C?lang=en", "Accept", "text/html")
                        .body())
                .containsSubsequence(
                        "<a href=\"" + BASE + "cube/inscrits?etablissement=etablissement/ti37C\" target=\"_top\">",
                        "17,836",
                        "<h2 id=\"cube-2\">");
    }

    @Test
    void whatHasNoNumbersSaysSo() {
        assertThat(sample().get("embed/chart/region/53?lang=en", "Accept", "text/html")
                        .body())
                .contains("No numbers by year are known.");
    }

    @Test
    void theElementsScriptIsSmallAndAsksNobodyElse() {
        HttpResponse<String> script = sample().get("embed.js");
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(script.body())
                .contains("customElements.define")
                .doesNotContain("http:", "cookie", "innerHTML", "eval");
        assertThat(script.body().length()).isLessThan(1_500);
        assertThat(sample().get("doc/etablissement/ti37C.html?lang=en").body())
                .contains("&lt;linked-card src=&#39;" + BASE + "embed/card/etablissement/ti37C&#39;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etablissements", "catalog"})
    void aPictureIsAsLargeAsSocialNetworksWantAndHasWordsOnIt(String slug) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sample().origin() + "card/" + slug + ".png"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        long ink = 0;
        for (int x = 60; x < 1200; x++) {
            for (int y = 150; y < 400; y++) {
                ink += (image.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
            }
        }
        assertThat(ink).as("dark pixels where the title is").isGreaterThan(2_000);
    }

    @Test
    void everyPageNamesItsPicture() {
        assertThat(sample().get("dataset/etablissements.html").body())
                .contains("<meta property=\"og:image\" content=\"" + BASE + "card/etablissements.png\">");
        assertThat(sample().get("doc/region/53.html").body())
                .contains("<meta property=\"og:image\" content=\"" + BASE + "card/catalog.png\">");
    }

    /** A name of markup and 10,000 characters stays in its place. */
    @Test
    void aNameCannotLeaveItsFrame(@TempDir Path folder) {
        String odd = "'><script>x</script>" + "é".repeat(10_000);
        SmallSite site = new SmallSite(folder).publish("1;\"" + odd + "\";https://data.example.org/id/thing/1");
        try (PleiadeServer server = site.serveBriefly()) {
            for (String path : new String[] {
                "embed/card/thing/1",
                "embed/list/thing",
                "doc/thing/1.html",
                "card/things.png",
                "search?q=&view=table",
                "list/thing"
            }) {
                HttpResponse<String> answer = SmallSite.get(server, path, "Accept", "text/html, image/png");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).doesNotContain("<script>x");
            }
            assertThat(SmallSite.get(server, "embed/card/thing/1").body().length())
                    .isLessThan(4_000);
        }
    }
}
