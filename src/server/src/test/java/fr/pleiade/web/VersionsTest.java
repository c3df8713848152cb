package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What a dataset's page and the feed say of the versions before. */
class VersionsTest {
    @TempDir
    Path folder;

    @Test
    void aDatasetListsItsVersionsAndTheFeedSaysWhatChangedInSentences() throws Exception {
        SmallSite site = new SmallSite(folder);
        site.publish("a;Alpha;", "b;Beta & <Sons>;");
        site.publish("a;Alpha one;", "c;Gamma;");
        try (PleiadeServer server = site.serve()) {
            String page = SmallSite.get(server, "dataset/things?lang=en", "Accept", "text/html")
                    .body();
            String versions = page.substring(page.indexOf("id=\"versions\""), page.indexOf("<aside>"));
            assertThat(Pattern.compile("href=\"/release/[0-9a-f]{12}/dataset/things\"")
                            .matcher(versions)
                            .results()
                            .count())
                    .isEqualTo(2);
            assertThat(versions).contains("href=\"/changes#things\"", "2 rows");
            assertThat(SmallSite.get(server, "changes?lang=en", "Accept", "text/html")
                            .body())
                    .contains("id=\"things\"", "Gamma");
            String feed = SmallSite.get(server, "feed.atom").body();
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(feed)));
            assertThat(feed)
                    .contains("<content type=\"html\">", "Gamma", "Alpha one")
                    .doesNotContain("<Sons>");
        }
    }
}
