package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of any length have a page, with a title that a browser can show. */
class LongNamesTest {
    private static final int LONG = 150_000;
    private static final int LONGEST_TITLE = 500;

    @TempDir
    private Path folder;

    @Test
    void thingWithALongLabelHasAPageAndIsLinkedTo() throws IOException {
        SmallSite site = new SmallSite(folder);
        String label = "l".repeat(LONG);
        site.publish("1;" + label + ";https://elsewhere.example/1", "2;Two;" + ServedSample.BASE + "id/thing/1");
        try (PleiadeServer server = site.serve()) {
            HttpResponse<String> page = SmallSite.get(server, "doc/thing/1.html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(title(page)).startsWith("lllll").hasSizeLessThan(LONGEST_TITLE);
            HttpResponse<String> neighbour = SmallSite.get(server, "doc/thing/2.html");
            assertThat(neighbour.statusCode()).isEqualTo(200);
            String seen = neighbour.body().replaceAll("(?s)<script.*?</script>", ""); // data is never shortened
            assertThat(seen).contains("/id/thing/1").hasSizeLessThan(LONG);
            assertThat(SmallSite.get(server, "doc/thing/1.nt").body()).contains(label);
        }
    }

    @Test
    void labelIsNotCutWithinACharacter() throws IOException {
        SmallSite site = new SmallSite(folder);
        site.publish("1;" + "x" + "😀".repeat(LONG) + ";https://elsewhere.example/1");
        try (PleiadeServer server = site.serve()) {
            HttpResponse<String> page = SmallSite.get(server, "doc/thing/1.html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(title(page)).startsWith("x😀").contains("😀…").doesNotContain("?");
        }
    }

    @Test
    void datasetWithALongTitleHasAPage() throws IOException {
        SmallSite site = new SmallSite(folder);
        Path dataset = folder.resolve("mappings/things/dataset.ttl");
        Files.writeString(
                dataset, Files.readString(dataset).replace("\"Things\"@en,", "\"" + "t".repeat(LONG) + "\"@en,"));
        site.publish("1;One;https://elsewhere.example/1");
        try (PleiadeServer server = site.serve()) {
            for (String path : new String[] {"dataset/things.html", "catalog.html", ""}) {
                assertThat(SmallSite.get(server, path, "Accept", "text/html", "Accept-Language", "en")
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    private static String title(HttpResponse<String> page) {
        String body = page.body();
        return body.substring(body.indexOf("<title>") + 7, body.indexOf("</title>"));
    }
}
