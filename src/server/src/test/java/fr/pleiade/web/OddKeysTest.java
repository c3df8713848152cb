package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.web.http.RequestPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a row's key is: the row is published and can be asked for, or it is told. */
class OddKeysTest {
    private static final List<String> SHORT = List.of(
            "a\u00a0b",
            "\u00a0",
            " ",
            "  ",
            " a",
            "a ",
            "a b",
            ".",
            "..",
            "...",
            ".a",
            "a.",
            "a/../b",
            "./a",
            "a/.",
            "a//b",
            "/a",
            "a/",
            "a\\b",
            "\\",
            "a\tb",
            "a\u0001b",
            "a\u007fb",
            "a\u0085b",
            "a\u200bb",
            "a\u00adb",
            "a\ufeffb",
            "a\u2028b",
            "a\u3000b",
            "a\ufffdb",
            "a\uffffb",
            "a\ue000b",
            "%",
            "%2F",
            "%00",
            "%zz",
            "e\u0301",
            "\u00e9",
            "\ud83d\ude00",
            "\u05d0\u05d1",
            "a,b",
            "a&b=c",
            "a|b",
            "a^b",
            "{a}",
            "[a]",
            "a`b",
            "<a>",
            "index.html",
            "a.ttl",
            "a.nt.nt",
            ".ttl",
            "con",
            "null",
            "0",
            "-",
            "~",
            "*",
            "a#b",
            "?");
    private static final List<String> KEYS = Stream.concat(
                    SHORT.stream(),
                    Stream.of(
                            "a".repeat(400),
                            "a".repeat(500),
                            "a".repeat(900),
                            "a".repeat(1000),
                            "a".repeat(4000),
                            "é".repeat(100),
                            "é".repeat(150),
                            "é".repeat(200),
                            "日".repeat(100),
                            "日".repeat(200),
                            "%".repeat(200),
                            "%".repeat(500),
                            "a%20b/".repeat(60)))
            .toList();

    @TempDir
    static Path folder;

    private static PleiadeServer server;
    private static Release release;

    @BeforeAll
    static void publish() {
        SmallSite site = new SmallSite(folder);
        site.publish(IntStream.range(0, KEYS.size())
                .mapToObj(row -> "\"%s\";Named %d;".formatted(KEYS.get(row).replace("\"", "\"\""), row))
                .toArray(String[]::new));
        release = Releases.in(folder.resolve("state")).current().orElseThrow();
        server = site.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static IntStream rows() {
        return IntStream.range(0, KEYS.size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void u7_itIsPublishedAndCanBeAskedForOrItIsTold(int row) throws IOException {
        String name = "\"Named " + row + "\"";
        List<String> things = Files.readAllLines(release.graphFile("things")).stream()
                .filter(line -> line.contains(name))
                .map(line -> line.substring(line.indexOf("id/") + 3, line.indexOf('>')))
                .toList();
        List<String> told = release.findings("things").stream()
                .filter(finding -> finding.place() instanceof Place.InCell cell && cell.line() == row + 2
                        || finding.place() instanceof Place.InLine line && line.line() == row + 2)
                .map(Finding::rule)
                .filter(rule -> rule.endsWith("-key") || rule.equals("invalid-iri"))
                .toList();
        assertThat(things.size() + told.size())
                .as("'%s': published %s, told %s", KEYS.get(row), things, told)
                .isEqualTo(1);
        if (!things.isEmpty()) {
            String path = RequestPath.toUri(things.get(0));
            HttpResponse<String> id = SmallSite.get(server, "id/" + path);
            assertThat(id.statusCode()).as(path).isEqualTo(303);
            assertThat(id.headers().firstValue("Location")).contains(BASE + "doc/" + path);
            assertThat(SmallSite.get(server, "doc/" + path, "Accept", "application/n-triples")
                            .body())
                    .contains(name);
            assertThat(SmallSite.get(server, "doc/" + path + ".nt").body()).contains(name);
        }
    }
}
